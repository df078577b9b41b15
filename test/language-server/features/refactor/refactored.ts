/** The text of a file after a refactoring at the cursor, or between two cursor marks. */
import { expect } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { CodeAction as CodeActionType } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatText } from '../../../../language-server/features/format/formatter.js';
import { fileUri, type Opened, open } from '../../workspace-helper.js';

const mark = '<|>';

export interface Offered {
  readonly opened: Opened;
  readonly actions: readonly CodeAction[];
}

/** What is offered at the mark (or for what stands between two of them) in `main.sop`. */
export async function offered(marked: string, more: Record<string, string> = {}, only?: string): Promise<Offered> {
  const [before = '', selected = '', after] = marked.split(mark);
  const text = after === undefined ? before + selected : before + selected + after;
  const opened = await open({ 'main.sop': text, ...more }, 'main.sop');
  for (const path of Object.keys(more)) await load(opened, path, more[path] ?? '');
  opened.shared.lsp.LanguageServer.initialize({
    processId: null,
    rootUri: null,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
  });
  const { textDocument } = opened.document;
  const from = before.length;
  const to = after === undefined ? from : from + selected.length;
  const actions = await opened.sop.lsp.CodeActionProvider?.getCodeActions(opened.document, {
    textDocument: { uri: textDocument.uri },
    range: { start: textDocument.positionAt(from), end: textDocument.positionAt(to) },
    context: { diagnostics: [...opened.diagnostics], ...(only && { only: [only] }) },
  });
  return { opened, actions: (actions ?? []).filter((action) => CodeActionType.is(action)) };
}

/** All files after the one action whose title begins like this; each of them can be read, and is formatted. */
export async function refactored(
  marked: string,
  title: string,
  more: Record<string, string> = {},
  only?: string,
): Promise<Record<string, string>> {
  const { opened, actions } = await offered(marked, more, only);
  const action = actions.find((each) => each.title.startsWith(title));
  if (!action) throw new Error(`Not offered: ${title}. There is: ${actions.map((each) => each.title).join(' | ')}`);
  const result: Record<string, string> = {};
  const apply = (uri: string, edits: readonly unknown[]): void => {
    const path = uri.replace(fileUri('').toString(), '');
    const present = uri === opened.document.uri.toString() ? opened.document.textDocument.getText() : more[path];
    const text = TextDocument.create(uri, 'sop', 0, present ?? '');
    result[path] = TextDocument.applyEdits(text, edits.filter(isEdit));
  };
  for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) apply(uri, edits);
  for (const change of action.edit?.documentChanges ?? []) {
    if ('textDocument' in change) apply(change.textDocument.uri, change.edits);
  }
  for (const [path, text] of Object.entries(result)) {
    const document = opened.shared.workspace.LangiumDocumentFactory.fromString(text, fileUri(`checked-${path}`));
    expect(document.parseResult.parserErrors.map(({ message }) => message)).toEqual([]);
    expect(TextDocument.applyEdits(document.textDocument, formatText(document))).toBe(text);
  }
  return result;
}

async function load(opened: Opened, path: string, text: string): Promise<void> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = opened.shared.workspace;
  if (LangiumDocuments.hasDocument(fileUri(path))) return;
  const document = LangiumDocumentFactory.fromString(text, fileUri(path));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
}

function isEdit(edit: unknown): edit is { range: never; newText: string } {
  return typeof edit === 'object' && edit !== null && 'newText' in edit;
}
