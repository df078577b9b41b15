/** Opens one of several files that live in memory, as the server would: with its imports, linked and checked. */
import { type LangiumDocument, URI } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Document } from '../../language-server/generated/ast.js';
import { createSopServices, type SopServices, type SopSharedServices } from '../../language-server/sop-module.js';
import { MemoryFiles } from './memory-files.js';

export interface Opened {
  readonly document: LangiumDocument<Document>;
  readonly root: Document;
  readonly shared: SopSharedServices;
  readonly sop: SopServices;
  readonly files: MemoryFiles;
  /** All of the main file: syntax, links and rules. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Address of a file of the workspace that `open` makes: `fileUri('people.sop')`. */
export function fileUri(path: string): URI {
  return URI.parse(`file:///work/${path}`);
}

/**
 * Opens `main`, one of these files (text by path: `{ 'main.sop': '…', 'teams/people.sop': '…' }`); the first one where not
 * said. Imports are read from the other files; those that are not imported are not loaded.
 */
export async function open(contents: Record<string, string | Uint8Array> | string, main?: string): Promise<Opened> {
  const files = new MemoryFiles();
  const all = typeof contents === 'string' ? { 'main.sop': contents } : contents;
  for (const [path, content] of Object.entries(all)) files.files.set(fileUri(path).toString(), content);
  const { shared, sop } = createSopServices({ fileSystemProvider: () => files });
  const uri = fileUri(main ?? Object.keys(all)[0] ?? 'main.sop');
  const document = shared.workspace.LangiumDocumentFactory.fromString<Document>(await files.readFile(uri), uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  return { document, root: document.parseResult.value, shared, sop, files, diagnostics: document.diagnostics ?? [] };
}

/** Messages of the diagnostics with this code, in the order of the text. */
export function messages(opened: Opened, code: string): string[] {
  return withCode(opened, code).map(({ message }) => (typeof message === 'string' ? message : message.value));
}

/** The diagnostics with this code, in the order of the text. */
export function withCode(opened: Opened, code: string): Diagnostic[] {
  return opened.diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** The text that a diagnostic stands on. */
export function textAt(opened: Opened, diagnostic: Diagnostic): string {
  return opened.document.textDocument.getText(diagnostic.range);
}
