/**
 * Decides what stands where before anything has a coordinate: rungs from top to bottom (triggers, levels in ladder order,
 * resolutions, closures, other procedures), side by side in them the areas, in each area its grid of items, at its sides the
 * labels of what leaves it as a whole. And which lines are to be drawn between what.
 */
import type { Edge, Ending, Level, Procedure, Step } from '../../flow/procedure.js';
import type { BoxKind } from '../drawing.js';
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

export interface Item {
  readonly id: string;
  /** Null: the label of an edge. */
  readonly kind: BoxKind | null;
  readonly step: Step | null;
  /** Of a label: the id its edge leaves from. */
  readonly labelOf: string | null;
  readonly content: Content;
  readonly row: number;
  readonly col: number;
  readonly span: number;
  readonly area: Area;
}

/** The label of a line that leaves an area at its side. */
export interface SideLabel {
  readonly edge: Edge;
  readonly content: Content;
  readonly icon: 'clock' | 'bell' | undefined;
  readonly area: Area;
}

export interface Area {
  readonly id: string;
  readonly kind: 'triggers' | 'level' | 'resolution' | 'closure' | 'procedures';
  readonly header: Content | null;
  readonly items: Item[];
  readonly rows: number;
  readonly cols: number;
  readonly kept: ReadonlySet<string>;
  readonly left: SideLabel[];
  readonly right: SideLabel[];
  /** Steps that a collapsed level hides. */
  readonly hidden: number;
}

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
const sideRoom = 150;

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
    const { procedure } = this;
    const rungs: Area[][] = [];
    if (procedure.triggers.length > 0) {
      const contents = procedure.triggers.map((trigger) => ({ id: trigger.id, content: triggerContent(procedure, trigger) }));
      rungs.push([this.#looseArea('triggers', 'trigger', contents)]);
    }
    const ladder = new Map<number, Level[]>();
    for (const level of procedure.levels) push(ladder, level.rung, level);
    for (const rung of [...ladder.keys()].sort((a, b) => a - b)) {
      rungs.push((ladder.get(rung) ?? []).map((level) => this.#levelArea(level)));
    }
    for (const kind of ['resolution', 'closure'] as const) {
      const endings = kind === 'resolution' ? procedure.resolutions : procedure.closures;
      for (let first = 0; first < endings.length; first += 3) {
        rungs.push(endings.slice(first, first + 3).map((ending) => this.#endingArea(ending, kind)));
      }
    }
    const others = [
      ...new Set(procedure.edges.filter((edge) => !this.#places.has(edge.to) && edge.kind === 'convert').map((edge) => edge.to)),
    ];
    if (others.length > 0) {
      const contents = others.map((name) => ({ id: name, content: procedureContent(procedure, name) }));
      rungs.push([this.#looseArea('procedures', 'procedure', contents)]);
    }
    return { rungs, requests: this.#requests() };
  }

  get procedure(): Procedure {
    return this.#procedure;
  }

  #looseArea(id: 'triggers' | 'procedures', kind: BoxKind, contents: readonly { id: string; content: Content }[]): Area {
    const area: Area = {
      id: `(${id})`,
      kind: id,
      header: null,
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

  #levelArea(level: Level): Area {
    const steps = this.#steps.get(level.id) ?? [];
    const hidden = this.#collapsed.has(level.id) ? steps.filter((step) => step.kind !== 'join').length : 0;
    const shown = this.#collapsed.has(level.id) ? [] : steps;
    return this.#area(level.id, 'level', shown, hidden, (width) => levelHeader(this.#procedure, level, width, hidden));
  }

  #endingArea(ending: Ending, kind: 'resolution' | 'closure'): Area {
    return this.#area(ending.id, kind, this.#steps.get(ending.id) ?? [], 0, (width) =>
      endingHeader(this.#procedure, ending, width),
    );
  }

  #area(id: string, kind: Area['kind'], steps: readonly Step[], hidden: number, header: (width: number) => Content): Area {
    const grid: Grid = gridOf(steps, (step) => this.#exits.get(step.id) ?? []);
    const wide = new Set(grid.items.filter((item) => item.step).map((item) => item.col));
    const width = 48 + Math.max(1, wide.size) * boxWidth;
    const area: Area = {
      id,
      kind,
      header: header(width),
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
      const sideLabel = isArea(source) ? this.#sideLabel(edge, source) : null;
      requests.push({ edge, from, to, label, sideLabel, exit, source, target, net, entry, column });
    }
    return requests;
  }

  /** Escalations leave an area at its right, what goes back at its left. */
  #sideLabel(edge: Edge, area: Area): SideLabel | null {
    if (edge.from !== area.id) return null;
    const side = edge.kind === 'escalate' ? 'right' : edge.kind === 'deescalate' || edge.kind === 'reopen' ? 'left' : null;
    if (!side) return null;
    const level = this.#procedure.levels.find((candidate) => candidate.id === area.id);
    const all = [...(level?.escalations ?? []), ...(level?.bySeverity.flatMap((part) => part.escalations) ?? [])];
    const form = all.find((item) => item.edge === edge.id)?.form;
    const icon = form === 'after' ? 'clock' : form === 'unless' ? 'bell' : undefined;
    const text = edge.label?.trim() || (edge.kind === 'escalate' ? 'Escalate' : edge.kind === 'reopen' ? 'Reopen' : 'Back');
    const label: SideLabel = { edge, content: labelContent(text, sideRoom, icon !== undefined), icon, area };
    area[side].push(label);
    return label;
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

export function isArea(place: Item | Area): place is Area {
  return 'items' in place;
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
