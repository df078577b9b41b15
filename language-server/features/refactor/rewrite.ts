/** Turns a change into the edits that an editor gets: what it touches is formatted, and lines that stay the same stay. */
import type { LangiumDocument } from 'langium';
import type { Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SopServices } from '../../sop-module.js';
import { formatText } from '../format/formatter.js';

/** Edits of whole lines that make the changed text, formatted wherever it was changed. */
export function formattedEdits(document: LangiumDocument, edits: readonly TextEdit[], services: SopServices): TextEdit[] {
  const old = document.textDocument.getText();
  const newline = old.includes('\r\n') ? '\r\n' : '\n';
  const wanted = edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll(/\r?\n/g, newline) }));
  const changed = TextDocument.applyEdits(document.textDocument, wanted);
  return lineEdits(old, formatted(changed, touched(document, wanted), document, services));
}

/** A new file's text in canonical form. */
export function formattedText(text: string, like: LangiumDocument, services: SopServices): string {
  return formatted(text, undefined, like, services);
}

function formatted(text: string, ranges: readonly Range[] | undefined, like: LangiumDocument, services: SopServices): string {
  // Read at another address, and never told to anybody.
  const uri = like.uri.with({ scheme: 'sop-draft' });
  const draft = services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  const all = ranges ? ranges.flatMap((range) => formatText(draft, range)) : formatText(draft);
  const once = new Map(all.map((edit) => [JSON.stringify(edit.range), edit]));
  return TextDocument.applyEdits(draft.textDocument, [...once.values()]);
}

/** Where the edits' texts stand in the text after them, whole lines. */
function touched(document: LangiumDocument, edits: readonly TextEdit[]): Range[] {
  const sorted = edits
    .map(({ range, newText }) => ({
      from: document.textDocument.offsetAt(range.start),
      to: document.textDocument.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.from - b.from);
  const text = TextDocument.create('', '', 0, TextDocument.applyEdits(document.textDocument, [...edits]));
  let moved = 0;
  return sorted.map(({ from, to, newText }) => {
    const start = text.positionAt(from + moved);
    const end = text.positionAt(from + moved + newText.length);
    moved += newText.length - (to - from);
    return { start: { line: start.line, character: 0 }, end: { line: end.line, character: 10_000 } };
  });
}

/** The edits between two texts, by lines: those at the start and end that are the same stay, and so do those in common. */
export function lineEdits(old: string, changed: string): TextEdit[] {
  if (old === changed) return [];
  const before = old.split(/(?<=\n)/);
  const after = changed.split(/(?<=\n)/);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const edits: TextEdit[] = [];
  const add = (from: number, to: number, newText: string): void => {
    if (from === to && newText === '') return;
    edits.push({ range: { start: lineStart(from), end: lineStart(to) }, newText });
  };
  // The last line may end without a line break.
  const lineStart = (line: number) =>
    line < before.length || old.endsWith('\n') || old === ''
      ? { line, character: 0 }
      : { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  let at = start;
  let newAt = start;
  for (const [same, newSame] of commonLines(before.slice(start, endBefore), after.slice(start, endAfter))) {
    if (start + same === at && start + newSame === newAt) {
      at++;
      newAt++;
      continue;
    }
    add(at, start + same, after.slice(newAt, start + newSame).join(''));
    at = start + same + 1;
    newAt = start + newSame + 1;
  }
  add(at, endBefore, after.slice(newAt, endAfter).join(''));
  return edits;
}

/** Most cells of the table that common lines are looked for in; beyond, all lines between count as changed. */
const largestTable = 4_000_000;

/** Pairs of line numbers that stay, in order: a longest common subsequence. */
function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  if (before.length === 0 || after.length === 0 || (before.length + 1) * width > largestTable) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
