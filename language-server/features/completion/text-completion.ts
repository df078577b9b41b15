/** Completion inside quotes: paths of imports, time zones, placeholders of templates, subjects of approvals. */
import { type FileSystemProvider, type LangiumDocument, type LangiumDocuments, type URI, UriUtils } from 'langium';
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-protocol';
import { isRole } from '../../generated/ast.js';

/** An open quote before the cursor: the words before it, and what is written in it so far. */
export interface OpenText {
  /** Offset behind the quote. */
  readonly start: number;
  readonly written: string;
  readonly before: string;
  readonly long: boolean;
}

/** The text the cursor is in; null outside of one. */
export function openTextAt(text: string, offset: number): OpenText | null {
  let at = 0;
  while (at < offset) {
    const rest = text.slice(at, at + 3);
    if (rest.startsWith('//')) {
      const end = text.indexOf('\n', at);
      if (end < 0 || end >= offset) return null;
      at = end;
    } else if (rest.startsWith('/*')) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0 || end >= offset) return null;
      at = end + 2;
    } else if (rest === '"""') {
      const end = text.indexOf('"""', at + 3);
      if (end < 0 || end >= offset) return found(text, at, 3, offset);
      at = end + 3;
    } else if (rest.startsWith('"')) {
      const end = closingQuote(text, at + 1);
      if (end >= offset) return found(text, at, 1, offset);
      at = end + 1;
    } else {
      at++;
    }
  }
  return null;
}

function found(text: string, quote: number, length: number, offset: number): OpenText {
  return { start: quote + length, written: text.slice(quote + length, offset), before: text.slice(0, quote), long: length === 3 };
}

/** Offset of the quote that closes, or of the end of the line: a text in single quotes never goes on behind it. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"' || sign === '\n') return at;
  }
  return text.length;
}

export const placeholders: readonly (readonly [string, string])[] = [
  ['customer', 'name of the customer'],
  ['owner', 'who owns the issue'],
  ['severity', 'how severe it is'],
  ['ticket', 'number of the ticket'],
  ['update', 'when the next update comes'],
  ['level', 'the present level'],
];

/** Items for the text at the cursor. `rangeOf` makes a range of two offsets. */
export async function completeText(
  open: OpenText,
  document: LangiumDocument,
  files: { readonly documents: LangiumDocuments; readonly system: FileSystemProvider },
  metrics: readonly string[],
  rangeOf: (start: number, end: number) => Range,
): Promise<CompletionItem[]> {
  const words = open.before.trimEnd().split(/\s+/);
  const last = words.at(-1) ?? '';
  const end = open.start + open.written.length;
  const whole = rangeOf(open.start, end);
  const item = (label: string, kind: CompletionItemKind, detail: string): CompletionItem => ({
    label,
    kind,
    detail,
    filterText: label,
    textEdit: { range: whole, newText: label },
  });
  if (last === 'import') {
    const paths = await importPaths(document, files);
    return paths.map((path) => item(path, CompletionItemKind.File, 'procedure or library'));
  }
  if (last === 'timezone') return timeZones().map((zone) => item(zone, CompletionItemKind.Value, 'time zone'));
  if (last === 'body' || last === 'subject') return placeholderItems(open, metrics, rangeOf);
  if (last === 'approve') {
    return subjectsOf(document).map((subject) => item(subject, CompletionItemKind.Value, 'what a role may approve'));
  }
  return [];
}

function placeholderItems(
  open: OpenText,
  metrics: readonly string[],
  rangeOf: (start: number, end: number) => Range,
): CompletionItem[] {
  const begun = /\{[\w-]*$/.exec(open.written)?.[0];
  if (begun === undefined) return [];
  const end = open.start + open.written.length;
  const range = rangeOf(end - begun.length, end);
  const make = (name: string, detail: string, rank: string): CompletionItem => ({
    label: `{${name}}`,
    kind: CompletionItemKind.Variable,
    detail,
    filterText: `{${name}`,
    sortText: rank + name,
    textEdit: { range, newText: `{${name}}` },
  });
  return [...placeholders.map(([name, detail]) => make(name, detail, '0')), ...metrics.map((name) => make(name, 'metric', '1'))];
}

let zones: readonly string[] | undefined;
function timeZones(): readonly string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return zones;
}

function subjectsOf(document: LangiumDocument): string[] {
  const root = document.parseResult.value;
  const declarations = 'declarations' in root && Array.isArray(root.declarations) ? root.declarations : [];
  const subjects = declarations
    .filter(isRole)
    .flatMap((role) =>
      role.properties.flatMap((property) => (property.$type === 'Authority' && property.approve ? [property.subject] : [])),
    );
  return [...new Set(subjects)];
}

/** Paths of other `.sop` files, written as an import: those in folders nearby, and those already open. */
async function importPaths(
  document: LangiumDocument,
  files: { readonly documents: LangiumDocuments; readonly system: FileSystemProvider },
): Promise<string[]> {
  const folder = UriUtils.dirname(document.uri);
  const found = new Set<string>();
  const add = (uri: URI): void => {
    if (uri.scheme !== document.uri.scheme || UriUtils.equals(uri, document.uri)) return;
    const path = UriUtils.relative(folder, uri);
    found.add(path.startsWith('.') ? path : `./${path}`);
  };
  for (const other of files.documents.all) add(other.uri);
  const visit = async (directory: URI, depth: number): Promise<void> => {
    if (found.size > 500) return;
    for (const entry of await files.system.readDirectory(directory)) {
      const name = UriUtils.basename(entry.uri);
      if (entry.isFile && name.endsWith('.sop')) add(entry.uri);
      else if (entry.isDirectory && depth > 0 && !name.startsWith('.') && name !== 'node_modules')
        await visit(entry.uri, depth - 1);
    }
  };
  // A folder that can't be read offers nothing; the open files still do.
  await visit(folder, 2).catch(() => undefined);
  await visit(UriUtils.dirname(folder), 1).catch(() => undefined);
  return [...found].sort();
}
