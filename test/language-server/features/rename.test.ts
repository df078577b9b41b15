import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { importEdits } from '../../../language-server/features/rename.js';
import { type Opened, open } from '../workspace-helper.js';

const place = (marked: string, opened: Opened) => ({
  textDocument: { uri: opened.document.uri.toString() },
  position: opened.document.textDocument.positionAt(marked.indexOf('<|>')),
});

/** The files after renaming what stands at `<|>`. */
async function rename(marked: string, newName: string, more: Record<string, string> = {}): Promise<Record<string, string>> {
  const opened = await open({ 'main.sop': marked.replace('<|>', ''), ...more }, 'main.sop');
  const edit = await opened.sop.lsp.RenameProvider?.rename(opened.document, { ...place(marked, opened), newName });
  const result: Record<string, string> = {};
  for (const document of opened.shared.workspace.LangiumDocuments.all) {
    const edits = edit?.changes?.[document.uri.toString()];
    if (edits) result[document.uri.path.replace('/work/', '')] = TextDocument.applyEdits(document.textDocument, edits);
  }
  return result;
}

describe('rename', () => {
  it('changes a role where it is declared and used, in other files too', async () => {
    expect(
      await rename('import "./p.sop"\nlevel a { owner <|>csm action "csm" by csm }', 'agent', {
        'p.sop': 'role csm\nrole b { backup csm }',
      }),
    ).toEqual({
      'main.sop': 'import "./p.sop"\nlevel a { owner agent action "csm" by agent }',
      'p.sop': 'role agent\nrole b { backup agent }',
    });
  });
  it('changes a level also where its steps are named with it', async () => {
    expect(await rename('level <|>a { action x "X" }\nlevel b { action "Y" -> a.x }', 'first')).toEqual({
      'main.sop': 'level first { action x "X" }\nlevel b { action "Y" -> first.x }',
    });
  });
  it('changes a step also where it is named with its level', async () => {
    expect(await rename('level a { action <|>x "X" action "Z" -> x }\nlevel b { action "Y" -> a.x }', 'look')).toEqual({
      'main.sop': 'level a { action look "X" action "Z" -> look }\nlevel b { action "Y" -> a.look }',
    });
  });
  it('changes the level when the cursor is on the level of level.step', async () => {
    expect(await rename('level a { action x "X" }\nlevel b { action "Y" -> <|>a.x }', 'first')).toEqual({
      'main.sop': 'level first { action x "X" }\nlevel b { action "Y" -> first.x }',
    });
  });
  it('changes a metric in the placeholders of templates', async () => {
    expect(await rename('metric <|>logins { count }\ntemplate t { body "You had {logins} logins" }', 'sign-ins')).toEqual({
      'main.sop': 'metric sign-ins { count }\ntemplate t { body "You had {sign-ins} logins" }',
    });
  });
  it('says why a name cannot be taken', async () => {
    await expect(rename('role <|>a role b', 'b')).rejects.toThrow("There is already another role 'b' here. Choose another name.");
    await expect(rename('role <|>a', '7 up')).rejects.toThrow("'7 up' cannot be a name");
    await expect(rename('trigger t { when health<|>-score < 3 }', 'x')).rejects.toThrow(
      "'health-score' belongs to the standard library",
    );
    await expect(rename('role a "Ti<|>tle"', 'x')).rejects.toThrow('Only names can be renamed');
  });
});

describe('moving files', () => {
  it('keeps imports right', async () => {
    const opened = await open({ 'main.sop': 'import "./p.sop"\n', 'p.sop': 'role a' });
    expect(
      importEdits(opened.shared.workspace.LangiumDocuments.all, [
        { oldUri: 'file:///work/p.sop', newUri: 'file:///work/lib/people.sop' },
      ]).changes,
    ).toEqual({
      'file:///work/main.sop': [{ range: expect.anything(), newText: '"./lib/people.sop"' }],
    });
    expect(
      importEdits(opened.shared.workspace.LangiumDocuments.all, [
        { oldUri: 'file:///work/main.sop', newUri: 'file:///work/x/main.sop' },
      ]).changes,
    ).toEqual({
      'file:///work/main.sop': [{ range: expect.anything(), newText: '"../p.sop"' }],
    });
  });
});

describe('references and highlights', () => {
  it('finds all places of a name', async () => {
    const marked = 'role <|>a\nlevel l { owner a action "x" by a }';
    const opened = await open(marked.replace('<|>', ''));
    const all = await opened.sop.lsp.ReferencesProvider?.findReferences(opened.document, {
      ...place(marked, opened),
      context: { includeDeclaration: true },
    });
    expect(all?.map((location) => location.range.start)).toEqual([
      { line: 0, character: 5 },
      { line: 1, character: 16 },
      { line: 1, character: 32 },
    ]);
    const marks = await opened.sop.lsp.DocumentHighlightProvider?.getDocumentHighlight(opened.document, place(marked, opened));
    expect(marks?.map((mark) => mark.kind)).toEqual([3, 2, 2]);
  });
});

describe('ways in and out', () => {
  it('are marked on the word that begins a step', async () => {
    const marked =
      'level a {\n  action one "1"\n  <|>action two "2"\n  decide q "?" { "Y" -> two otherwise -> b }\n}\nlevel b { action "z" }';
    const opened = await open(marked.replace('<|>', ''));
    const marks = await opened.sop.lsp.DocumentHighlightProvider?.getDocumentHighlight(opened.document, place(marked, opened));
    expect(marks?.map(({ range, kind }) => [opened.document.textDocument.getText(range), kind])).toEqual([
      ['action', 3],
      ['one', 2],
      ['q', 2],
      ['q', 1],
    ]);
  });
});
