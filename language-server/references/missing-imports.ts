/** `import/missing`: an import that brings no file, with what was looked for and what is wrong with it. */
import { type LangiumDocument, type URI, UriUtils } from 'langium';
import type { Document } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import type { ImportLoader, ImportProblem } from '../workspace/import-loader.js';
import { rangeOf } from './places.js';
import type { ImportedFile, VisibleFiles } from './visible-files.js';

export function missingImports(document: LangiumDocument<Document>, files: VisibleFiles, loader: ImportLoader): Finding[] {
  const findings: Finding[] = [];
  for (const each of files.importsOf(document.parseResult.value)) {
    if (typeof each.statement.path !== 'string') continue;
    const words = explain(each, document, loader);
    if (!words) continue;
    const range = rangeOf(each.statement, 'path');
    const { message, instead } = words;
    findings.push({
      uri: document.uri.toString(),
      code: 'import/missing',
      level: 'error',
      message,
      range,
      related: [],
      ...(instead && { fix: { title: `Change to '${instead}'`, edits: [{ range, newText: `"${instead}"` }] } }),
    });
  }
  return findings;
}

function explain(
  { statement, uri, file }: ImportedFile,
  document: LangiumDocument,
  loader: ImportLoader,
): { message: string; instead?: string | undefined } | undefined {
  const path = statement.path;
  if (path.trim() === '') return { message: 'An import needs the path of a .sop file, such as import "./people.sop".' };
  if (!uri) return { message: `'${path}' can only be looked for once this file is saved.` };
  if (UriUtils.equals(uri, document.uri)) return { message: 'This file imports itself.' };
  if (file) return undefined;
  const problem = loader.problem(uri);
  return sentence(path, uri, problem ?? { reason: 'missing', similar: undefined });
}

function sentence(path: string, uri: URI, { reason, similar }: ImportProblem): { message: string; instead?: string | undefined } {
  const instead = similar === undefined ? undefined : `${path.slice(0, path.lastIndexOf('/') + 1)}${similar}`;
  const suggestion = instead === undefined ? '' : ` Did you mean '${instead}'?`;
  switch (reason) {
    case 'missing':
      return { message: `There is no file '${path}': looked for ${shown(uri)}.${suggestion}`, instead };
    case 'folder':
      return { message: `'${path}' is a folder: import one of the .sop files in it, each by its own path.` };
    case 'no-sop':
      return { message: `'${path}' is not a .sop file: only these can be imported.` };
    case 'not-utf8':
      return { message: `'${path}' is not UTF-8 text: save ${shown(uri)} as UTF-8.` };
    case 'too-large':
      return { message: `'${path}' is larger than 16 MB: nothing of it is read.` };
    default:
      return { message: `'${path}' is there, but cannot be read: check who may read ${shown(uri)}.` };
  }
}

function shown(uri: URI): string {
  return uri.scheme === 'file' ? uri.path : uri.toString(true);
}
