/** Import lines: where a new one goes, and how a path is written. */
import { type LangiumDocument, type URI, UriUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { Document } from '../../generated/ast.js';
import { resolveImport } from '../../references/import-path.js';
import { insertion } from './refactoring.js';

/** The edit that imports the file at `path`; undefined where it is imported already. */
export function importEdit(document: LangiumDocument, root: Document, path: string): TextEdit | undefined {
  const target = resolveImport(document.uri, path)?.toString();
  if (root.imports.some((each) => each.path && resolveImport(document.uri, each.path)?.toString() === target)) return undefined;
  const newline = document.textDocument.getText().includes('\r\n') ? '\r\n' : '\n';
  const statement = `import "${path}"`;
  const last = root.imports.at(-1)?.$cstNode;
  if (last) return insertion(document, last.end, `${newline}${statement}`);
  const start = document.textDocument.getText().charCodeAt(0) === 0xfeff ? 1 : 0;
  return insertion(document, start, `${statement}${newline}${newline}`);
}

/** The path that leads from one file to another, as an import is written: `./people.sop`. */
export function pathBetween(from: URI, to: URI): string {
  const path = UriUtils.relative(UriUtils.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
