/**
 * Findings carried over from one text to the next: what stands before or after the changed part keeps its place in the
 * words, what stands in it is let go.
 */
import type { Range } from '../../flow/procedure.js';
import type { Finding } from './finding.js';

/** The findings of `before` as they stand in `after`. */
export function movedFindings(findings: readonly Finding[], uri: string, before: string, after: string): Finding[] {
  if (findings.length === 0) return [];
  const move = mover(before, after);
  return findings.flatMap((finding) => {
    const range = finding.uri === uri ? move(finding.range) : finding.range;
    if (!range) return [];
    const related = finding.related.flatMap((each) => {
      const place = (each.uri ?? finding.uri) === uri ? move(each.range) : each.range;
      return place ? [{ ...each, range: place }] : [];
    });
    const edits = finding.fix?.edits.flatMap((edit) => {
      const place = move(edit.range);
      return place ? [{ ...edit, range: place }] : [];
    });
    const { fix, ...rest } = finding;
    const keptFix = fix && edits?.length === fix.edits.length ? { fix: { ...fix, edits } } : {};
    return [{ ...rest, range, related, ...keptFix }];
  });
}

/** Where a range of the text before stands in the text after; undefined when the change touches it. */
function mover(before: string, after: string): (range: Range) => Range | undefined {
  const shortest = Math.min(before.length, after.length);
  let same = 0;
  while (same < shortest && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  let tail = 0;
  while (tail < shortest - same && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) {
    tail++;
  }
  const changeStart = placeAt(before, same);
  const changeEnd = placeAt(before, before.length - tail);
  const newEnd = placeAt(after, after.length - tail);
  const move = (position: Range['start']): Range['start'] | undefined => {
    if (isAtOrBefore(position, changeStart)) return position;
    if (!isAtOrBefore(changeEnd, position)) return undefined;
    const line = position.line - changeEnd.line + newEnd.line;
    const sameLine = position.line === changeEnd.line;
    return { line, character: sameLine ? position.character - changeEnd.character + newEnd.character : position.character };
  };
  return ({ start, end }) => {
    const touchesChange = !isAtOrBefore(end, changeStart) && !isAtOrBefore(changeEnd, start);
    const [newStart, newEndOfRange] = [move(start), move(end)];
    return touchesChange || !newStart || !newEndOfRange ? undefined : { start: newStart, end: newEndOfRange };
  };
}

function placeAt(text: string, offset: number): Range['start'] {
  let line = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, character: offset - lineStart };
}

function isAtOrBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
