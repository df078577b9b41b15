/** The box of an item at its place. */
import type { Item } from '../arrange/area.js';
import type { Box, Rect } from '../drawing.js';

export function boxFrom(item: Item, rect: Rect, parent?: string): Box {
  const { title, lines } = item.content;
  return {
    id: item.id,
    kind: item.kind ?? 'action',
    ...(parent === undefined ? {} : { parent }),
    ...rect,
    title: { ...title, x: title.x + rect.x, y: title.y + rect.y },
    text: lines.map((line) => ({ ...line, x: line.x + rect.x, y: line.y + rect.y })),
  };
}
