/** Arrow keys along the flow: down to what comes next, up to what came before, sideways to the branch beside. */
import type { Box } from '../diagram/drawing.js';
import type { Procedure } from '../flow/procedure.js';

export type Direction = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight';

/** Id of the box to go to from one; null where the way ends. */
export function neighbour(procedure: Procedure, boxes: readonly Box[], from: string, direction: Direction): string | null {
  const at = new Map(boxes.map((box) => [box.id, box]));
  const here = at.get(from);
  if (!here) return boxes[0]?.id ?? null;
  const shown = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => at.get(id) ?? []);
  const onward = [...procedure.edges.filter((edge) => edge.from === from).map(({ to }) => to), ...entryOf(procedure, from)];
  const backward = [
    ...procedure.edges.filter((edge) => edge.to === from).map((edge) => edge.from),
    ...ownerOfEntry(procedure, from),
  ];
  if (direction === 'ArrowDown')
    return straightest(here, shown(onward), 1)?.id ?? shown(onward)[0]?.id ?? nextInText(boxes, from, 1);
  if (direction === 'ArrowUp')
    return straightest(here, shown(backward), -1)?.id ?? shown(backward)[0]?.id ?? nextInText(boxes, from, -1);
  const side = direction === 'ArrowRight' ? 1 : -1;
  const siblings = boxes.filter((box) => box.id !== from && box.parent === here.parent && overlapsVertically(box, here));
  const beside = siblings.filter((box) => (middle(box) - middle(here)) * side > 0);
  return (
    beside.sort((one, other) => Math.abs(middle(one) - middle(here)) - Math.abs(middle(other) - middle(here)))[0]?.id ?? null
  );
}

function entryOf({ levels, resolutions, closures }: Procedure, id: string): string[] {
  const place = [...levels, ...resolutions, ...closures].find((candidate) => candidate.id === id);
  return place?.entry ? [place.entry] : [];
}

function ownerOfEntry({ levels, resolutions, closures }: Procedure, id: string): string[] {
  return [...levels, ...resolutions, ...closures].filter(({ entry }) => entry === id).map((place) => place.id);
}

/** Of those that lie in the direction the one least to the side. */
function straightest(here: Box, candidates: readonly Box[], sign: 1 | -1): Box | undefined {
  return candidates
    .filter((box) => (box.y - here.y) * sign > 0)
    .sort((one, other) => Math.abs(middle(one) - middle(here)) - Math.abs(middle(other) - middle(here)))[0];
}

function nextInText(boxes: readonly Box[], from: string, by: 1 | -1): string | null {
  return boxes[boxes.findIndex(({ id }) => id === from) + by]?.id ?? null;
}

function middle(box: Box): number {
  return box.x + box.width / 2;
}

function overlapsVertically(one: Box, other: Box): boolean {
  return one.y < other.y + other.height && other.y < one.y + one.height;
}
