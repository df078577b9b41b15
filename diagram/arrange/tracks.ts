/**
 * Orders the lines that run side by side in a channel so that they cross as little as can be, and never lie on each other:
 * for each pair it is known what either order costs, from where both turn off.
 */
import type { Channel, Network, Use } from './network.js';
import type { End, Route } from './route.js';

/** Lines closer than this along a channel do not share a track. Pixels. */
const apart = 30;
/** A turn-off at the same place as another line's, on the other side, would lie on it. */
const overlap = 50;
const same = 7;

/** What every net takes of every channel, by the corners of the routes. */
export function usesOf(routes: readonly Route[], corners: (route: Route) => readonly End[]): Map<Channel, Map<string, Use>> {
  const uses = new Map<Channel, Map<string, Use>>();
  for (const route of routes) {
    const points = corners(route);
    for (const [index, channel] of route.channels.entries()) {
      const from = points[index + 1];
      const to = points[index + 2];
      if (!from || !to) continue;
      const start = along(channel, from);
      const end = along(channel, to);
      let nets = uses.get(channel);
      if (!nets) {
        nets = new Map();
        uses.set(channel, nets);
      }
      const { net } = route.request;
      let use = nets.get(net);
      if (!use) {
        use = { net, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, pins: [] };
        nets.set(net, use);
      }
      use.low = Math.min(use.low, start, end);
      use.high = Math.max(use.high, start, end);
      const before = sideOf(channel, points, index + 1, -1);
      const after = sideOf(channel, points, index + 2, 1);
      if (before !== 0) use.pins.push({ at: start, side: before });
      if (after !== 0) use.pins.push({ at: end, side: after });
    }
  }
  return uses;
}

/** On which side of a channel a line goes on from its corner `index`, looking `step` by step. */
function sideOf(channel: Channel, points: readonly End[], index: number, step: 1 | -1): -1 | 0 | 1 {
  const here = points[index];
  if (!here) return 0;
  for (let other = index + step; other >= 0 && other < points.length; other += step) {
    const point = points[other];
    if (!point) break;
    const distance = across(channel, point) - across(channel, here);
    if (Math.abs(distance) > 0.5) return distance < 0 ? -1 : 1;
    if (Math.abs(along(channel, point) - along(channel, here)) > 0.5) return 0;
  }
  return 0;
}

/** Gives every net its track in each channel of one direction. `middles`: nets that would like the middle of a run. */
export function assignTracks(network: Network, uses: Map<Channel, Map<string, Use>>, axis: 'h' | 'v'): void {
  for (const channel of network.channels) {
    if (channel.axis !== axis) continue;
    const nets = [...(uses.get(channel)?.values() ?? [])];
    // What only passes straight through needs no track of its own.
    const running = nets.filter((use) => use.high - use.low > 0.5);
    const ordered = ordered_(running);
    channel.tracks = new Map();
    channel.lanes = 0;
    const placed: { use: Use; track: number }[] = [];
    for (const use of ordered) {
      let track = 0;
      for (const other of placed) if (near(other.use, use)) track = Math.max(track, other.track + 1);
      placed.push({ use, track });
      channel.tracks.set(use.net, track);
      channel.lanes = Math.max(channel.lanes, track + 1);
    }
  }
}

function near(one: Use, other: Use): boolean {
  return one.low < other.high + apart && other.low < one.high + apart;
}

function ordered_(uses: readonly Use[]): Use[] {
  const list = [...uses].sort((a, b) => leaning(a) - leaning(b) || (a.net < b.net ? -1 : 1));
  if (list.length > 80) return list;
  for (let round = 0; round < list.length; round++) {
    let changed = false;
    for (let index = 0; index + 1 < list.length; index++) {
      const one = list[index];
      const other = list[index + 1];
      if (one && other && cost(other, one) < cost(one, other)) {
        list[index] = other;
        list[index + 1] = one;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return list;
}

/** Nets that turn off before come first, those after last. */
function leaning(use: Use): number {
  return use.pins.reduce((sum, pin) => sum + pin.side, 0);
}

/** Crossings and overlaps when `first` lies before (above, left of) `second`. */
function cost(first: Use, second: Use): number {
  let sum = 0;
  for (const pin of first.pins) {
    if (pin.side < 0) continue;
    if (pin.at > second.low - 1 && pin.at < second.high + 1) sum += 1;
    for (const other of second.pins) if (other.side < 0 && Math.abs(other.at - pin.at) < same) sum += overlap;
  }
  for (const pin of second.pins) {
    if (pin.side < 0 && pin.at > first.low - 1 && pin.at < first.high + 1) sum += 1;
  }
  return sum;
}

function along(channel: Channel, point: End): number {
  return channel.axis === 'h' ? point.x : point.y;
}

function across(channel: Channel, point: End): number {
  return channel.axis === 'h' ? point.y : point.x;
}
