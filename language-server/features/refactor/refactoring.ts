/** What a refactoring is: it looks at a place in a file, and offers changes of the text that keep or sharpen its meaning. */
import type { AstNode, LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { Document } from '../../generated/ast.js';
import type { SopServices } from '../../sop-module.js';

/** One file a refactoring, and one line in `all-refactorings.ts`. */
export interface Refactoring {
  /** LSP's kind: `refactor.extract`, `source.organizeImports`, …; `source` ones concern the whole file. */
  readonly kind: string;
  readonly offers: (place: RefactoringPlace) => readonly Change[];
}

export interface RefactoringPlace {
  readonly document: LangiumDocument;
  readonly root: Document;
  readonly text: string;
  /** Offsets of the selection; equal where it is only a cursor. */
  readonly from: number;
  readonly to: number;
  readonly services: SopServices;
}

/** What a reader is offered. The texts need no right layout: they are formatted afterwards. */
export interface Change {
  readonly title: string;
  /** In the file itself. */
  readonly edits: readonly TextEdit[];
  /** In other files that are there, by address. */
  readonly others?: Readonly<Record<string, readonly TextEdit[]>>;
  /** Files that are made, by address, with their text. */
  readonly created?: Readonly<Record<string, string>>;
}

export function insertion(document: LangiumDocument, offset: number, newText: string): TextEdit {
  const at = document.textDocument.positionAt(offset);
  return { range: { start: at, end: at }, newText };
}

export function replacement(document: LangiumDocument, from: number, to: number, newText: string): TextEdit {
  return { range: { start: document.textDocument.positionAt(from), end: document.textDocument.positionAt(to) }, newText };
}

/** The text of an element as written. */
export function written(node: AstNode): string {
  return node.$cstNode?.text ?? '';
}

/** `name`, or `name-2`, `name-3`… where that is taken. */
export function freeName(name: string, taken: { readonly has: (name: string) => boolean }): string {
  if (!taken.has(name)) return name;
  for (let i = 2; ; i++) if (!taken.has(`${name}-${i}`)) return `${name}-${i}`;
}
