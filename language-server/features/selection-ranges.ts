/** Growing selection: word, clause, statement, block, declaration, file. */
import { CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-protocol';

/** For each position what surrounds it, from the word to the whole file. */
export function selectionRanges(document: LangiumDocument, positions: readonly Position[]): SelectionRange[] {
  const root = document.parseResult.value.$cstNode;
  const end = document.textDocument.positionAt(Number.MAX_SAFE_INTEGER);
  const whole: Range = { start: { line: 0, character: 0 }, end };
  return positions.map((position) => {
    const ranges: Range[] = [];
    const offset = document.textDocument.offsetAt(position);
    const node = root && (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset));
    const text = document.textDocument.getText();
    if (
      node &&
      node.text.length > 1 &&
      node.text.startsWith('"') &&
      node.text.endsWith('"') &&
      offset > node.offset &&
      offset < node.end
    ) {
      const quotes = node.text.startsWith('"""') ? 3 : 1;
      ranges.push({
        start: document.textDocument.positionAt(node.offset + quotes),
        end: document.textDocument.positionAt(node.end - quotes),
      });
    }
    for (let at: typeof node | NonNullable<typeof node>['container'] = node; at; at = at.container) ranges.push(at.range);
    ranges.push(whole);
    return nested(ranges.filter((range) => text.length === 0 || contains(range, position)));
  });
}

/** Each in the next; equal ones once. */
function nested(ranges: readonly Range[]): SelectionRange {
  let selection: SelectionRange | undefined;
  for (const range of ranges.toReversed()) {
    if (selection && same(selection.range, range)) continue;
    if (selection && !(contains(selection.range, range.start) && contains(selection.range, range.end))) continue;
    selection = selection ? { range, parent: selection } : { range };
  }
  return selection ?? { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
}

function contains(range: Range, position: Position): boolean {
  return !before(position, range.start) && !before(range.end, position);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function same(a: Range, b: Range): boolean {
  return !before(a.start, b.start) && !before(b.start, a.start) && !before(a.end, b.end) && !before(b.end, a.end);
}
