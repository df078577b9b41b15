/** An area without a frame whose boxes stand where a view says, and requests for lines between them. */
import type { Edge } from '../../flow/procedure.js';
import type { Area, Item } from '../arrange/area.js';
import type { Request } from '../arrange/plan.js';

export type Place = Omit<Item, 'area'>;

export function looseArea(places: readonly Place[]): Area {
  const area: Area = {
    id: '(view)',
    kind: 'procedures',
    header: null,
    leastWidth: 0,
    items: [],
    rows: Math.max(0, ...places.map((place) => place.row + 1)),
    cols: Math.max(1, ...places.map((place) => place.col + 1)),
    kept: new Set(),
    left: [],
    right: [],
    hidden: 0,
  };
  for (const place of places) area.items.push({ ...place, area });
  return area;
}

/** From the bottom of one box to the top of another. Lines of the same net may run together. */
export function lineRequest(edge: Edge, source: Item, target: Item, net: string): Request {
  return {
    edge,
    from: source.id,
    to: target.id,
    label: null,
    sideLabel: null,
    exit: 'bottom',
    source,
    target,
    net,
    entry: 'top',
    column: -1,
  };
}
