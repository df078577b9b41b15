/**
 * Decides what stands where before anything has a coordinate: rungs from top to bottom (triggers, levels in ladder order,
 * resolutions, closures, other procedures), side by side in them the areas, in each area its grid of items, at its sides the
 * labels of what leaves it as a whole. And which lines are to be drawn between what.
 */
import type { Edge, Ending, Level, Procedure, Step } from '../../flow/procedure.js';
import type { BoxKind } from '../drawing.js';
import { type Area, type Item, isArea, type SideLabel } from './area.js';
import {
  boxWidth,
  type Content,
  endingHeader,
  labelContent,
  levelHeader,
  procedureContent,
  stepContent,
  triggerContent,
} from './contents.js';
import { type Exit, type Grid, gridOf } from './grid.js';
import { addSideLabel, sortSideLabels } from './side-label.js';

/** A line to be routed: from the bottom of an item or area or the side of a side label, to an item or an area. */
export interface Request {
  readonly edge: Edge;
  readonly from: string;
  readonly to: string;
  /** The label in the grid through which it passes. */
  readonly label: Item | null;
  readonly sideLabel: SideLabel | null;
  readonly exit: Exit['side'];
  readonly source: Item | Area;
  readonly target: Item | Area;
  /** Lines of one net end alike and may run together. */
  readonly net: string;
  /** Where it enters its target. */
  readonly entry: 'top' | 'left' | 'right';
  /** Column of a bar of several columns in which it enters. */
  readonly column: number;
}

export interface Plan {
  readonly rungs: readonly (readonly Area[])[];
  readonly requests: readonly Request[];
}

/** Columns of triggers and of other procedures. */
const loose = 4;
const labelRoom = 200;
/** Room for labels in a column that holds nothing else. */
export const narrowColumn = 132;
/** Room for a header. */
const leastWidth = 560;
const leastBeside = 360;

export function planOf(procedure: Procedure, collapsed: ReadonlySet<string>): Plan {
  return new Planner(procedure, collapsed).plan();
}

class Planner {
  readonly #procedure: Procedure;
  readonly #collapsed: ReadonlySet<string>;
  readonly #exits = new Map<string, Edge[]>();
  readonly #steps = new Map<string, Step[]>();
  readonly #places = new Map<string, Item | Area>();
  readonly #labels = new Map<string, Item>();
  readonly #ways = new Map<string, Exit>();

  constructor(procedure: Procedure, collapsed: ReadonlySet<string>) {
    this.#procedure = procedure;
    this.#collapsed = collapsed;
    for (const edge of procedure.edges) push(this.#exits, edge.from, edge);
    for (const step of procedure.steps) push(this.#steps, step.parent, step);
  }

  plan(): Plan {
    const procedure = this.#procedure;
    const rungs: Area[][] = [];
    if (procedure.triggers.length > 0) {
      const contents = procedure.triggers.map((trigger) => ({ id: trigger.id, content: triggerContent(procedure, trigger) }));
      rungs.push([this.#looseArea('triggers', 'trigger', contents)]);
    }
    const ladder = new Map<number, Level[]>();
    for (const level of procedure.levels) push(ladder, level.rung, level);
    for (const rung of [...ladder.keys()].sort((a, b) => a - b)) {
      const levels = ladder.get(rung) ?? [];
      rungs.push(levels.map((level) => this.#levelArea(level, levels.length > 1)));
    }
    for (const kind of ['resolution', 'closure'] as const) {
      const endings = kind === 'resolution' ? procedure.resolutions : procedure.closures;
      for (let first = 0; first < endings.length; first += 3) {
        const some = endings.slice(first, first + 3);
        rungs.push(some.map((ending) => this.#endingArea(ending, kind, some.length > 1)));
      }
    }
    const names = new Set(procedure.procedures.map((other) => other.name));
    for (const edge of procedure.edges) if (edge.kind === 'convert') names.add(edge.to);
    const others = [
      ...new Set(procedure.edges.filter((edge) => !this.#places.has(edge.to) && names.has(edge.to)).map((edge) => edge.to)),
    ];
    if (others.length > 0) {
      const contents = others.map((name) => ({ id: name, content: procedureContent(procedure, name) }));
      rungs.push([this.#looseArea('procedures', 'procedure', contents)]);
    }
    const requests = this.#requests();
    const order = new Map(rungs.flatMap((rung, index) => rung.map((area) => [area.id, index] as const)));
    const place = (id: string): number => order.get(id) ?? 0;
    for (const area of rungs.flat()) sortSideLabels(area, (label) => Math.abs(place(label.edge.to) - place(area.id)));
    return { rungs, requests };
  }

  #looseArea(id: 'triggers' | 'procedures', kind: BoxKind, contents: readonly { id: string; content: Content }[]): Area {
    const area: Area = {
      id: `(${id})`,
      kind: id,
      header: null,
      leastWidth: 0,
      items: [],
      rows: Math.ceil(contents.length / loose),
      cols: Math.min(loose, contents.length),
      kept: new Set(),
      left: [],
      right: [],
      hidden: 0,
    };
    for (const [index, entry] of contents.entries()) {
      const item: Item = {
        ...entry,
        kind,
        step: null,
        labelOf: null,
        row: Math.floor(index / loose),
        col: index % loose,
        span: 1,
        area,
      };
      area.items.push(item);
      this.#places.set(item.id, item);
    }
    return area;
  }

  #levelArea(level: Level, beside: boolean): Area {
    const steps = this.#steps.get(level.id) ?? [];
    const collapsed = this.#collapsed.has(level.id);
    const hidden = collapsed ? steps.filter((step) => step.kind !== 'join').length : 0;
    const header = (width: number): Content => levelHeader(this.#procedure, level, width, hidden);
    return this.#area(level.id, 'level', collapsed ? [] : steps, { beside, hidden, header });
  }

  #endingArea(ending: Ending, kind: 'resolution' | 'closure', beside: boolean): Area {
    const header = (width: number): Content => endingHeader(this.#procedure, ending, width);
    return this.#area(ending.id, kind, this.#steps.get(ending.id) ?? [], { beside, hidden: 0, header });
  }

  #area(
    id: string,
    kind: Area['kind'],
    steps: readonly Step[],
    more: { readonly beside: boolean; readonly hidden: number; readonly header: (width: number) => Content },
  ): Area {
    const { hidden } = more;
    const grid: Grid = gridOf(steps, (step) => this.#exits.get(step.id) ?? []);
    const wide = new Set(grid.items.filter((item) => item.step).map((item) => item.col));
    const least = more.beside ? leastBeside : leastWidth;
    const area: Area = {
      id,
      kind,
      header: more.header(Math.max(least, wide.size * boxWidth)),
      leastWidth: least,
      items: [],
      rows: grid.items.length === 0 ? 0 : grid.rows,
      cols: grid.cols,
      kept: grid.kept,
      left: [],
      right: [],
      hidden,
    };
    this.#places.set(id, area);
    if (hidden > 0) for (const step of this.#steps.get(id) ?? []) this.#places.set(step.id, area);
    for (const entry of grid.items) {
      const room = wide.has(entry.col) ? labelRoom : narrowColumn;
      const content = entry.step ? stepContent(this.#procedure, entry.step) : labelContent(entry.label?.text ?? '', room, false);
      const { id: itemId, step, row, col, span } = entry;
      const labelOf = entry.label?.edge.from ?? null;
      const item: Item = { id: itemId, step, row, col, span, labelOf, kind: step?.kind ?? null, content, area };
      area.items.push(item);
      if (entry.label) this.#labels.set(entry.id, item);
      else this.#places.set(entry.id, item);
    }
    for (const [edge, exit] of grid.exits) this.#ways.set(edge, exit);
    return area;
  }

  #requests(): Request[] {
    const requests: Request[] = [];
    const joined = new Set<string>();
    for (const edge of this.#procedure.edges) {
      const source = this.#places.get(edge.from);
      const target = this.#places.get(edge.to);
      if (!source || !target) continue;
      if (isArea(source) && source.hidden > 0 && edge.from !== source.id && source === target) continue;
      const from = isArea(source) ? source.id : edge.from;
      const to = isArea(target) ? target.id : edge.to;
      const entry = isArea(target) ? entryOf(edge) : 'top';
      const column = this.#laneColumn(edge, source, target);
      const net = `${to} ${entry}${column >= 0 ? ` ${column}` : ''}`;
      const label = this.#labels.get(edge.id) ?? null;
      if (isArea(source) && source.hidden > 0 && edge.from !== source.id) {
        if (joined.has(`${from} ${net}`)) continue;
        joined.add(`${from} ${net}`);
      }
      const exit = this.#ways.get(edge.id)?.side ?? 'bottom';
      const sideLabel = isArea(source) ? addSideLabel(this.#procedure, edge, source) : null;
      requests.push({ edge, from, to, label, sideLabel, exit, source, target, net, entry, column });
    }
    return requests;
  }

  /** A lane runs straight down into the bar at the end of its `parallel`. */
  #laneColumn(edge: Edge, source: Item | Area, target: Item | Area): number {
    if (isArea(source) || isArea(target) || target.kind !== 'join' || target.span < 2) return -1;
    const label = this.#labels.get(edge.id);
    const parallel = target.step?.parallel;
    if (source.id === parallel) return label?.col ?? target.col;
    const column = label?.col ?? source.col;
    const starts = target.area.items.filter((item) => item.labelOf === parallel).map((item) => item.col);
    return Math.max(target.col, ...starts.filter((start) => start <= column));
  }
}

function entryOf(edge: Edge): Request['entry'] {
  if (edge.kind === 'escalate') return 'right';
  return edge.kind === 'deescalate' || edge.kind === 'reopen' ? 'left' : 'top';
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
