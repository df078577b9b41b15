import { DocumentState, type LangiumDocument, type URI } from 'langium';
import { expect, it } from 'vitest';
import { UnreadableFile } from '../../../language-server/workspace/unreadable-file.js';
import { fileUri, type Opened, open } from '../workspace-helper.js';

/** Addresses, without the folder, of the files linked while this runs. */
async function linkedDuring({ shared }: Opened, work: () => Promise<void>): Promise<string[]> {
  const linked: string[] = [];
  const listener = shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document: LangiumDocument) => {
    linked.push(nameOf(document.uri));
  });
  await work();
  listener.dispose();
  return linked;
}

function nameOf(uri: URI): string {
  return uri.path.replace(/.*\//, '');
}

/** All files opened from the main one, checked. */
async function checked(contents: Record<string, string>): Promise<Opened> {
  const opened = await open(contents);
  const { DocumentBuilder } = opened.shared.workspace;
  await DocumentBuilder.update([], []);
  await DocumentBuilder.allBuilt();
  return opened;
}

async function change(opened: Opened, path: string, content: string): Promise<string[]> {
  opened.files.files.set(fileUri(path).toString(), content);
  const { DocumentBuilder } = opened.shared.workspace;
  return linkedDuring(opened, () => DocumentBuilder.update([fileUri(path)], []));
}

it('links only the changed file and those that see its names', async () => {
  const opened = await checked({
    'main.sop': 'import "./a.sop" import "./b.sop"',
    'a.sop': 'import "./deep.sop" threshold t when deep-metric > 1',
    'b.sop': 'import "./deep.sop" role own level l { owner missing }',
    'deep.sop': 'metric deep-metric { count }',
  });
  // `b` uses names of `deep`, but hands none of them on; `a` hands its threshold on.
  expect((await change(opened, 'deep.sop', 'metric deep-metric { percent }')).sort()).toEqual([
    'a.sop',
    'b.sop',
    'deep.sop',
    'main.sop',
  ]);
  expect((await change(opened, 'b.sop', 'import "./deep.sop" role other')).sort()).toEqual(['b.sop', 'main.sop']);
  expect(await change(opened, 'main.sop', 'import "./a.sop"')).toEqual(['main.sop']);
});

it('leaves files with unknown names alone that do not import the changed one', async () => {
  const opened = await checked({
    'main.sop': 'import "./a.sop" import "./b.sop"',
    'a.sop': 'level l { owner gone }',
    'b.sop': '',
  });
  expect((await change(opened, 'b.sop', 'role new')).sort()).toEqual(['b.sop', 'main.sop']);
});

it('goes on when a loaded file cannot be read any more', async () => {
  const opened = await checked({ 'main.sop': 'import "./a.sop" level l { owner csm }', 'a.sop': 'role csm' });
  opened.files.files.delete(fileUri('a.sop').toString());
  await opened.shared.workspace.DocumentBuilder.update([fileUri('a.sop')], []);
  expect(opened.document.diagnostics?.map(({ code }) => code)).toContain('import/missing');
});

it('stops for a newer change, and does then what was left', async () => {
  const opened = await checked({ 'main.sop': 'role a' });
  const { DocumentBuilder, WorkspaceLock } = opened.shared.workspace;
  opened.files.files.set(fileUri('main.sop').toString(), 'role a role a');
  const first = WorkspaceLock.write((token) => DocumentBuilder.update([fileUri('main.sop')], [], token));
  const second = WorkspaceLock.write((token) => DocumentBuilder.update([], [], token));
  await Promise.all([first, second]);
  expect(opened.document.diagnostics?.map(({ code }) => code)).toContain('name/twice');
});

it('refuses a text of millions of characters in a moment, with one finding', async () => {
  const opened = await open({ 'main.sop': `role a${' role b'.repeat(400_000)}` });
  expect(opened.diagnostics).toMatchObject([
    { code: 'syntax', message: 'This file is too large to be read: a procedure may have up to two million characters.' },
  ]);
});

it('tells why a file cannot be read', () => {
  expect(new UnreadableFile('not-utf8', '/a.sop').message).toBe('This file is not UTF-8 text: /a.sop');
});
