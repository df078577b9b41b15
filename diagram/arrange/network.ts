/**
 * The streets lines run in: between rows, between columns, down empty cells of a column, between rungs, and in the gutters at
 * both sides. No box ever stands in one, so no line in them crosses a box.
 */
import type { Area } from './area.js';
import type { Plan } from './plan.js';

/** What one net (lines that end alike) takes of a channel. */
export interface Use {
  readonly net: string;
  low: number;
  high: number;
  /** Where it turns off: before (above, left) or after (below, right) the channel. */
  readonly pins: { readonly at: number; readonly side: -1 | 1 }[];
}

export class Channel {
  readonly axis: 'h' | 'v';
  readonly area: Area | null;
  readonly links: Channel[] = [];
  /** Order of tracks, first above or left. */
  tracks = new Map<string, number>();
  /** How many tracks stand side by side. */
  lanes = 0;
  /** Pixels across it. */
  start = 0;
  size = 0;
  /** A run of empty cells: its track on the middle of the column. */
  middle: number | null = null;

  constructor(axis: 'h' | 'v', area: Area | null) {
    this.axis = axis;
    this.area = area;
  }

  get at(): number {
    return this.start + this.size / 2;
  }
}

/** Pixels between lines that run side by side. */
export const trackGap = 11;

/** Where the line of a net runs in a channel: across its axis, in pixels. */
export function trackAt(channel: Channel, net: string): number {
  const index = channel.tracks.get(net);
  if (index === undefined) return channel.at;
  if (channel.middle !== null) return channel.at + (index - channel.middle) * trackGap;
  return channel.at + (index - (channel.lanes - 1) / 2) * trackGap;
}

export interface AreaChannels {
  /** Above row 0, between rows, below the last. */
  readonly rows: readonly Channel[];
  /** Left of column 0 and so on: each in pieces between bars that lie across. */
  readonly gaps: readonly (readonly Channel[])[];
  readonly runs: readonly (readonly Run[])[];
  /** Gutters at its sides. */
  readonly left: Channel;
  readonly right: Channel;
  /** Between the rungs, above and below it. */
  readonly above: Channel;
  readonly below: Channel;
}

/** Empty cells of a column, one above the other, rows `from` up to but not including `to`. */
export interface Run {
  readonly channel: Channel;
  readonly from: number;
  readonly to: number;
}

export interface Network {
  /** One above each rung and one below the last. */
  readonly rungs: readonly Channel[];
  readonly left: Channel;
  readonly right: Channel;
  /** Per rung the gutters between its areas. */
  readonly between: readonly (readonly Channel[])[];
  readonly areas: ReadonlyMap<Area, AreaChannels>;
  readonly channels: readonly Channel[];
}

export function networkOf(plan: Plan): Network {
  const channels: Channel[] = [];
  const make = (axis: 'h' | 'v', area: Area | null = null): Channel => {
    const channel = new Channel(axis, area);
    channels.push(channel);
    return channel;
  };
  const left = make('v');
  const right = make('v');
  const rungs = Array.from({ length: plan.rungs.length + 1 }, () => make('h'));
  for (const rung of rungs) {
    link(rung, left);
    link(rung, right);
  }
  const areas = new Map<Area, AreaChannels>();
  const between = plan.rungs.map((rung, index) => {
    const above = rungs[index] ?? left;
    const below = rungs[index + 1] ?? left;
    const gutters = rung.slice(1).map(() => make('v'));
    for (const gutter of gutters) {
      link(gutter, above);
      link(gutter, below);
    }
    for (const [place, area] of rung.entries()) {
      const sides = { left: gutters[place - 1] ?? left, right: gutters[place] ?? right, above, below };
      areas.set(area, areaChannels(area, sides, make));
    }
    return gutters;
  });
  return { rungs, left, right, between, areas, channels };
}

type Sides = Pick<AreaChannels, 'left' | 'right' | 'above' | 'below'>;

function areaChannels(area: Area, sides: Sides, make: (axis: 'h' | 'v', area: Area) => Channel): AreaChannels {
  const rows = Array.from({ length: area.rows + 1 }, () => make('h', area));
  for (const row of rows) link(row, sides.left);
  const taken = Array.from({ length: area.cols }, () => new Set<number>());
  const barred = Array.from({ length: area.cols + 1 }, () => new Set<number>());
  for (const item of area.items) {
    for (let col = item.col; col < item.col + item.span; col++) {
      taken[col]?.add(item.row);
      if (col > item.col) barred[col]?.add(item.row);
    }
  }
  for (const cell of area.kept) {
    const [row = 0, col = 0] = cell.split(',').map(Number);
    taken[col]?.add(row);
  }
  const gaps = barred.map((rowsTaken) => pieces(rowsTaken, area.rows).map(([from, to]) => vertical(from, to)));
  const runs = taken.map((rowsTaken) =>
    pieces(rowsTaken, area.rows).map(([from, to]) => ({ channel: vertical(from, to), from, to })),
  );
  return { rows, gaps, runs, ...sides };

  function vertical(from: number, to: number): Channel {
    const channel = make('v', area);
    for (let row = from; row <= to; row++) {
      const street = rows[row];
      if (street) link(channel, street);
    }
    if (to === area.rows) link(channel, sides.below);
    if (from === 0 && area.header === null) link(channel, sides.above);
    return channel;
  }
}

/** Stretches of rows that are not taken; the last one always, even when it is empty, as the way out below. */
function pieces(taken: ReadonlySet<number>, rows: number): [from: number, to: number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let row = 0; row <= rows; row++) {
    if (row < rows && !taken.has(row)) continue;
    if (row > from || row === rows) found.push([from, row]);
    from = row + 1;
  }
  return found;
}

function link(one: Channel, other: Channel): void {
  one.links.push(other);
  other.links.push(one);
}
