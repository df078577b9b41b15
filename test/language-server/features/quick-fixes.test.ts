import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSopServices } from '../../../language-server/sop-module.js';
import { changed } from '../rules/clean.js';

const { shared, sop } = createSopServices(EmptyFileSystem);
sop.rules.RuleSettings.setToday('2026-11-23');
let files = 0;

async function checked(text: string): Promise<LangiumDocument> {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`file:///fixes-${++files}.sop`));
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  return document;
}

/** What the light bulb offers for a text, with the text that each leads to. */
async function offers(text: string, only?: string[]): Promise<{ title: string; result: string }[]> {
  const document = await checked(text);
  const actions = await sop.lsp.CodeActionProvider?.getCodeActions(document, {
    textDocument: { uri: document.uri.toString() },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    context: { diagnostics: document.diagnostics ?? [], ...(only ? { only } : {}) },
  });
  return (actions ?? []).filter(isAction).map(({ title, edit }) => ({
    title,
    result: TextDocument.applyEdits(document.textDocument, edit?.changes?.[document.uri.toString()] ?? []),
  }));
}

function isAction(action: object): action is CodeAction {
  return 'title' in action && !('command' in action);
}

const require = '  require "Customer confirms the fix" judged by support-lead\n';

describe('the light bulb', () => {
  it('does what the rule suggests', async () => {
    const [fix] = await offers(changed([require, '']));
    expect(fix?.title).toBe("Add a 'require'");
    expect((await checked(fix?.result ?? '')).diagnostics).toEqual([]);
  });

  it('silences with a reason, above the declaration', async () => {
    const silence = (await offers(changed([require, '']))).at(1);
    expect(silence?.title).toBe("Silence 'close/criteria' here with a reason…");
    expect(silence?.result).toContain('\n// sop-ignore close/criteria: why this is meant to be so\nresolution resolved');
    expect((await checked(silence?.result ?? '')).diagnostics).toEqual([]);
  });

  it('silences a step at its own indentation, on a line of its own', async () => {
    const text = changed([
      '  action repair "Repair it"',
      '  parallel { lane "One" { action "Ask Bob" } }\n  action repair "Repair it"',
    ]);
    const [silence] = await offers(text);
    expect(silence?.result).toContain('\n  // sop-ignore document/tribal: why this is meant to be so\n  parallel {');
    expect((await checked(silence?.result ?? '')).diagnostics).toEqual([]);
  });

  it('does not offer to silence what is no rule', async () => {
    expect((await offers(changed(['-> closed', '-> clsed']))).filter(({ title }) => title.startsWith('Silence'))).toEqual([]);
  });

  it('fixes all at once only what leaves nothing to choose', async () => {
    expect(await offers(changed([require, '']), ['source.fixAll'])).toEqual([]);
  });
});
