/** From a plan to coordinates: finds the lines' ways, orders those that run side by side, and sets everything in its place. */
import type { Point } from '../drawing.js';
import { isArea } from './area.js';
import { type Geometry, geometryOf } from './geometry.js';
import { type Network, networkOf } from './network.js';
import type { Plan, Request } from './plan.js';
import { cornersOf, type End, endOf, type Route, routeOf } from './route.js';
import { assignTracks, usesOf } from './tracks.js';

export interface Composition {
  readonly geometry: Geometry;
  /** In the order of the plan's requests. */
  readonly routes: readonly { readonly request: Request; readonly corners: readonly Point[] }[];
}

/** Ways are found on what the picture is without lines; then channels widen to what runs in them, and tracks follow. */
export function compose(plan: Plan): Composition {
  const network = networkOf(plan);
  let geometry = geometryOf(plan, network);
  const routes = plan.requests.map((request) => routeOf(request, geometry, network));
  const shifts = new Map<string, number>();
  const corners = (route: Route): End[] => cornersOf(route, geometry, network, shifts.get(route.request.net) ?? 0);
  assignTracks(network, usesOf(routes, corners), 'h');
  assignTracks(network, usesOf(routes, corners), 'v');
  geometry = geometryOf(plan, network);
  findShifts(routes, geometry, network, shifts);
  assignTracks(network, usesOf(routes, corners), 'v');
  geometry = geometryOf(plan, network);
  assignTracks(network, usesOf(routes, corners), 'h');
  geometry = geometryOf(plan, network);
  return { geometry, routes: routes.map((route) => ({ request: route.request, corners: corners(route) })) };
}

/** A line that would run down from above onto another's end comes in beside it. */
function findShifts(routes: readonly Route[], geometry: Geometry, network: Network, shifts: Map<string, number>): void {
  const uses = usesOf(routes, (route) => cornersOf(route, geometry, network, 0));
  for (const route of routes) {
    const { request } = route;
    const last = route.channels.at(-1);
    const onLabel = !isArea(request.target) && request.target.kind === null;
    if (request.entry !== 'top' || onLabel || !last || shifts.has(request.net)) continue;
    const end = endOf(request, geometry, network);
    const others = [...(uses.get(last)?.values() ?? [])].filter((use) => use.net !== request.net);
    const met = others.some((use) => use.pins.some((pin) => pin.side < 0 && Math.abs(pin.at - end.x) < 10));
    if (met) shifts.set(request.net, 24);
  }
}

/** Without points that lie on a straight line between their neighbours. Whole and half pixels. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const raw of points) {
    const point = { x: Math.round(raw.x * 2) / 2, y: Math.round(raw.y * 2) / 2 };
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y)))
      kept.pop();
    kept.push(point);
  }
  return kept;
}
