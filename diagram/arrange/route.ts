/** Finds for each line the channels it takes: the cheapest way by length and number of turns. */
import type { Rect } from '../drawing.js';
import { type Area, type Item, isArea } from './area.js';
import { boxWidth } from './contents.js';
import { type Geometry, sideEntry } from './geometry.js';
import { type AreaChannels, type Channel, type Network, trackAt } from './network.js';
import type { Request } from './plan.js';

export interface Route {
  readonly request: Request;
  readonly channels: readonly Channel[];
}

/** Cost of a turn, in pixels of way. */
const turn = 60;

export interface End {
  readonly x: number;
  readonly y: number;
}

/** Where a line starts, its label passed. */
export function startOf(request: Request, geometry: Geometry, network: Network): End {
  if (request.sideLabel) {
    const rect = rectOf(geometry, request.sideLabel);
    return { x: request.edge.kind === 'escalate' ? rect.x + rect.width : rect.x, y: rect.y + rect.height / 2 };
  }
  const place = request.label ?? request.source;
  const rect = rectOf(geometry, place);
  if (isArea(place)) return { x: columnMiddle(network.areas.get(place), 0), y: rect.y + rect.height };
  return { x: rect.x + (place.span > 1 ? boxWidth / 2 : rect.width / 2), y: rect.y + rect.height };
}

/** Where it ends. `shift`: sideways, to keep clear of a line that turns off above. */
export function endOf(request: Request, geometry: Geometry, network: Network, shift = 0): End {
  const { target } = request;
  const rect = rectOf(geometry, target);
  if (request.entry === 'right') return { x: rect.x + rect.width, y: rect.y + sideEntry };
  if (request.entry === 'left') return { x: rect.x, y: rect.y + sideEntry };
  if (isArea(target)) return { x: columnMiddle(network.areas.get(target), 0) + shift, y: rect.y };
  if (target.span > 1) {
    const column = request.column >= 0 ? request.column : target.col;
    return { x: columnMiddle(network.areas.get(target.area), column) + shift, y: rect.y };
  }
  return { x: rect.x + rect.width / 2 + shift, y: rect.y };
}

function columnMiddle(channels: AreaChannels | undefined, col: number): number {
  const run = channels?.runs[col]?.at(-1);
  return run ? run.channel.start + run.channel.size / 2 : 0;
}

export function rectOf(geometry: Geometry, place: Parameters<Geometry['rects']['get']>[0]): Rect {
  return geometry.rects.get(place) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The channel a line leaves into. */
function firstChannel(request: Request, network: Network): Channel | undefined {
  const { source } = request;
  if (isArea(source)) {
    const channels = network.areas.get(source);
    if (!request.sideLabel) return channels?.below;
    return request.edge.kind === 'escalate' ? channels?.right : channels?.left;
  }
  const place = request.label ?? source;
  return network.areas.get(place.area)?.rows[place.row + 1];
}

function lastChannel(request: Request, network: Network): Channel | undefined {
  const { target } = request;
  if (!isArea(target)) return network.areas.get(target.area)?.rows[target.row];
  const channels = network.areas.get(target);
  if (request.entry === 'left') return channels?.left;
  return request.entry === 'right' ? channels?.right : channels?.above;
}

/** The way of one line on the present coordinates. */
export function routeOf(request: Request, geometry: Geometry, network: Network): Route {
  const first = firstChannel(request, network);
  const last = lastChannel(request, network);
  if (!first || !last) return { request, channels: [] };
  const start = startOf(request, geometry, network);
  const end = endOf(request, geometry, network);
  const allowed = allowedAreas(request.source, request.target);
  const found = cheapest(first, last, along(first, start), along(last, end), allowed);
  return { request, channels: found };
}

function along(channel: Channel, point: End): number {
  return channel.axis === 'h' ? point.x : point.y;
}

/** Inside an area only its own lines run. A line within one area stays in it. */
function allowedAreas(source: Item | Area, target: Item | Area): { areas: ReadonlySet<Area>; outside: boolean } {
  if (!isArea(source) && !isArea(target) && source.area === target.area) {
    return { areas: new Set([source.area]), outside: false };
  }
  const areas = new Set<Area>();
  if (!isArea(source)) areas.add(source.area);
  if (!isArea(target)) areas.add(target.area);
  return { areas, outside: true };
}

interface Visit {
  readonly channel: Channel;
  /** Where on the channel. */
  readonly at: number;
  readonly cost: number;
  /** With what is still to go at least. */
  readonly guess: number;
  readonly before: Visit | null;
}

function cheapest(
  first: Channel,
  last: Channel,
  from: number,
  to: number,
  allowed: { areas: ReadonlySet<Area>; outside: boolean },
): readonly Channel[] {
  if (first === last) return [first];
  const costs = new Map<Channel, number>([[first, 0]]);
  const queue = new VisitQueue();
  queue.add({ channel: first, at: from, cost: 0, guess: 0, before: null });
  let best: Visit | null = null;
  for (let visit = queue.take(); visit; visit = queue.take()) {
    if (best && visit.guess >= best.cost) break;
    if (visit.channel === last) {
      const cost = visit.cost + stepCost(visit.at, to);
      if (!best || cost < best.cost) best = { ...visit, cost };
      continue;
    }
    if (visit.cost > (costs.get(visit.channel) ?? 0)) continue;
    const across = visit.channel.at;
    for (const next of visit.channel.links) {
      const cost = visit.cost + stepCost(visit.at, next.at);
      // Ways into the last channel differ in what is left to go on it, so each of them is looked at.
      if (next !== last && cost >= (costs.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      if (!(next.area ? allowed.areas.has(next.area) : allowed.outside)) continue;
      costs.set(next, cost);
      const left = next.axis === last.axis ? Math.abs(next.at - last.at) : Math.abs(next.at - to);
      queue.add({ channel: next, at: across, cost, guess: cost + left, before: visit });
    }
  }
  const channels: Channel[] = [];
  for (let visit = best; visit; visit = visit.before) channels.unshift(visit.channel);
  return channels.length > 0 ? channels : [first];
}

/** Of going along a channel and turning off it; going straight across costs nothing. */
function stepCost(from: number, to: number): number {
  const way = Math.abs(from - to);
  return way < 1 ? 0 : way + turn;
}

/** A heap: the visit with the lowest guess first, of equal ones the earlier. */
class VisitQueue {
  readonly #heap: { readonly visit: Visit; readonly order: number }[] = [];
  #added = 0;

  add(visit: Visit): void {
    const heap = this.#heap;
    const entry = { visit, order: this.#added++ };
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(entry, parent)) break;
      heap[index] = parent;
      heap[above] = entry;
      index = above;
    }
  }

  take(): Visit | null {
    const heap = this.#heap;
    const first = heap[0];
    const entry = heap.pop();
    if (!first || !entry) return null;
    if (heap.length === 0) return first.visit;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      const right = heap[below + 1];
      const left = heap[below];
      if (!left) break;
      const child = right && isBefore(right, left) ? right : left;
      if (child === right) below++;
      if (!isBefore(child, entry)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = entry;
    return first.visit;
  }
}

function isBefore(one: { visit: Visit; order: number }, other: { visit: Visit; order: number }): boolean {
  return one.visit.guess < other.visit.guess || (one.visit.guess === other.visit.guess && one.order < other.order);
}

/** Corners of a route on the present tracks, those on one straight line included. */
export function cornersOf(route: Route, geometry: Geometry, network: Network, shift: number): End[] {
  const start = startOf(route.request, geometry, network);
  const end = endOf(route.request, geometry, network, shift);
  const points: End[] = [start];
  let { x, y } = start;
  for (const channel of route.channels) {
    const track = trackAt(channel, route.request.net);
    if (channel.axis === 'h') y = track;
    else x = track;
    points.push({ x, y });
  }
  const last = route.channels.at(-1);
  if (last?.axis === 'h') points.push({ x: end.x, y });
  else points.push({ x, y: end.y });
  points.push(end);
  return points;
}
