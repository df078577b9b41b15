/** Quick fixes that put a line into the braces of an element, where the others of its kind stand, indented as they are. */
import type { Position, Range } from '../../flow/procedure.js';
import type { TextEdit } from './rule.js';

const step = '  ';

/**
 * Edits that put lines right after the opening brace of an element; braces come with them where it has none. `newText` of
 * the edits may hold snippet placeholders, as the lines do.
 */
export function insertInBlock(
  element: { readonly range: Range },
  lines: readonly string[],
  textAt: (range: Range) => string,
): TextEdit[] {
  const { start, end } = element.range;
  const text = textAt(element.range);
  const indent = indentationOf(element.range, textAt);
  const brace = openingBrace(text);
  if (brace === -1) {
    const inside = lines.map((line) => `${indent}${step}${line}\n`).join('');
    return [insertion(end, ` {\n${inside}${indent}}`)];
  }
  const place = positionIn(text, brace + 1, start);
  const rest = /^[^\S\n]*(?:\/\/[^\n]*)?(\r?\n)?/.exec(text.slice(brace + 1));
  if (rest?.[1]) return [insertion(place, lines.map((line) => `\n${indent}${step}${line}`).join(''))];
  const closesAtOnce = /^\s*\}/.test(text.slice(brace + 1));
  const gap = /^\s*/.exec(text.slice(brace + 1))?.[0] ?? '';
  // Two spaces stand between the parts of a line, one before an arrow.
  const wanted =
    closesAtOnce ||
    text
      .slice(brace + 1)
      .trimStart()
      .startsWith('->')
      ? 1
      : 2;
  const after = gap.includes('\n') ? '' : ' '.repeat(Math.max(0, wanted - gap.length));
  return [insertion(place, ` ${lines.join('  ')}${after}`)];
}

/** An edit that puts lines before an element, each on a line of its own if the element begins one. */
export function insertBefore(
  element: { readonly range: Range },
  lines: readonly string[],
  textAt: (range: Range) => string,
): TextEdit {
  const { start } = element.range;
  const indent = indentationOf(element.range, textAt);
  const beginsLine = startsLine(start, textAt);
  return insertion(start, lines.map((line) => `${line}${beginsLine ? `\n${indent}` : '  '}`).join(''));
}

/** The white space that the element's first line begins with. */
export function indentationOf(range: Range, textAt: (range: Range) => string): string {
  const line = range.start.line;
  const before = textAt({ start: { line, character: 0 }, end: range.start });
  return /^\s*/.exec(before)?.[0] ?? '';
}

function startsLine(start: Position, textAt: (range: Range) => string): boolean {
  return textAt({ start: { line: start.line, character: 0 }, end: start }).trim() === '';
}

function insertion(at: Position, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** The first brace that stands in no text and no comment; -1 without one. */
function openingBrace(text: string): number {
  for (const part of text.matchAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n\r])*"|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|\{/g)) {
    if (part[0] === '{') return part.index;
  }
  return -1;
}

/** Where an offset into an element's text stands in the file. */
export function positionIn(text: string, offset: number, start: Position): Position {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: start.line, character: start.character + last.length }
    : { line: start.line + lines.length - 1, character: last.length };
}
