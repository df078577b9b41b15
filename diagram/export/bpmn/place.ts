/** Where everything stands in a BPMN diagram: ELK lays out each scope from left to right, lanes are stacked over the whole. */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point, Rect } from '../../drawing.js';
import { isGateway, type Node, type Scope } from './graph.js';

/** Positions in the diagram, in pixels, of nodes by id, lanes by name, and flows by `from to`. */
export interface Places {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly lanes: ReadonlyMap<string, Rect>;
  readonly flows: ReadonlyMap<string, readonly Point[]>;
  readonly pool: Rect;
}

const laneTitle = 30;
const padding = 30;

export function flowKey(flow: { readonly from: string; readonly to: string }): string {
  return `${flow.from}\n${flow.to}`;
}

/** Lays out a process. Boundary events stand on the lower edge of what they belong to. */
export async function placeProcess(scope: Scope, engine: Pick<ELK, 'layout'>): Promise<Places> {
  const nodes = new Map<string, Rect>();
  const flows = new Map<string, readonly Point[]>();
  const lanes = new Map<string, Rect>();
  const inner = new Map<string, ElkNode>();
  for (const node of scope.nodes) if (node.scope) inner.set(node.id, await layoutScope(node.scope, engine));
  const sizes = (node: Node): { width: number; height: number } => {
    const graph = inner.get(node.id);
    return graph ? { width: (graph.width ?? 0) + 2 * padding, height: (graph.height ?? 0) + 2 * padding + 20 } : sizeOf(node);
  };

  // Columns from ELK, rows from the lanes: nodes of a lane that share a column stand below each other.
  const top = await layoutScope(scope, engine, sizes);
  const columns = new Map((top.children ?? []).map((child) => [child.id, child.x ?? 0]));
  let y = 0;
  const names = [...new Set(scope.nodes.map((node) => node.lane ?? ''))];
  for (const name of names) {
    const members = scope.nodes.filter((node) => (node.lane ?? '') === name && node.type !== 'boundaryEvent');
    const placed: Rect[] = [];
    let bottom = y + 80;
    for (const node of members.toSorted((a, b) => (columns.get(a.id) ?? 0) - (columns.get(b.id) ?? 0))) {
      const { width, height } = sizes(node);
      const rect = { x: laneTitle + padding + (columns.get(node.id) ?? 0), y: y + padding, width, height };
      for (let clash = overlapping(rect, placed); clash; clash = overlapping(rect, placed))
        rect.y = clash.y + clash.height + padding;
      placed.push(rect);
      nodes.set(node.id, rect);
      bottom = Math.max(bottom, rect.y + rect.height + padding + 20);
    }
    lanes.set(name, { x: laneTitle, y, width: 0, height: bottom - y });
    y = bottom;
  }
  const width = Math.max(...[...nodes.values()].map((rect) => rect.x + rect.width), 300) + padding;
  for (const [name, rect] of lanes) lanes.set(name, { ...rect, width: width - laneTitle });

  placeBoundaryEvents(scope, nodes);
  for (const node of scope.nodes) {
    const graph = inner.get(node.id);
    const rect = nodes.get(node.id);
    if (graph && rect && node.scope) spread(graph, node.scope, { x: rect.x + padding, y: rect.y + padding + 20 }, nodes, flows);
  }
  let lowest = y;
  for (const flow of scope.flows) {
    const from = nodes.get(flow.from);
    const to = nodes.get(flow.to);
    if (!from || !to) continue;
    const event = scope.nodes.find((node) => node.id === flow.from)?.type === 'boundaryEvent';
    const points = route(from, to, event, lowest);
    lowest = Math.max(lowest, ...points.map((point) => point.y + 10));
    flows.set(flowKey(flow), points);
  }
  return { nodes, lanes, flows, pool: { x: 0, y: 0, width, height: y } };
}

function sizeOf(node: Node): { width: number; height: number } {
  if (isGateway(node)) return { width: 50, height: 50 };
  if (node.type === 'startEvent' || node.type === 'endEvent' || node.type === 'boundaryEvent') return { width: 36, height: 36 };
  return { width: 120, height: 80 };
}

async function layoutScope(scope: Scope, engine: Pick<ELK, 'layout'>, size: typeof sizeOf = sizeOf): Promise<ElkNode> {
  const free = scope.nodes.filter((node) => node.type !== 'boundaryEvent');
  const source = (id: string): string => scope.nodes.find((node) => node.id === id)?.attachedTo ?? id;
  const known = new Set(free.map((node) => node.id));
  const edges: ElkExtendedEdge[] = scope.flows
    .filter((flow) => known.has(source(flow.from)) && known.has(flow.to))
    .map((flow) => ({ id: flowKey(flow), sources: [source(flow.from)], targets: [flow.to] }));
  return engine.layout({
    id: 'scope',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      'elk.spacing.nodeNode': '40',
      'elk.layered.spacing.nodeNodeBetweenLayers': '60',
    },
    children: free.map((node) => ({ id: node.id, ...size(node) })),
    edges,
  });
}

/** The positions of a laid-out subprocess, moved to where it stands. */
function spread(graph: ElkNode, scope: Scope, by: Point, nodes: Map<string, Rect>, flows: Map<string, readonly Point[]>): void {
  for (const child of graph.children ?? []) {
    nodes.set(child.id, {
      x: (child.x ?? 0) + by.x,
      y: (child.y ?? 0) + by.y,
      width: child.width ?? 0,
      height: child.height ?? 0,
    });
  }
  placeBoundaryEvents(scope, nodes);
  for (const edge of graph.edges ?? []) {
    const section = edge.sections?.[0];
    if (!section) continue;
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map((point) => ({
      x: point.x + by.x,
      y: point.y + by.y,
    }));
    flows.set(edge.id, points);
  }
  for (const flow of scope.flows) {
    const from = nodes.get(flow.from);
    const to = nodes.get(flow.to);
    if (from && to && scope.nodes.find((node) => node.id === flow.from)?.type === 'boundaryEvent') {
      flows.set(flowKey(flow), route(from, to, true, 0));
    }
  }
}

function placeBoundaryEvents(scope: Scope, nodes: Map<string, Rect>): void {
  const counts = new Map<string, number>();
  for (const node of scope.nodes) {
    const host = node.attachedTo ? nodes.get(node.attachedTo) : undefined;
    if (!host || !node.attachedTo) continue;
    const index = counts.get(node.attachedTo) ?? 0;
    counts.set(node.attachedTo, index + 1);
    nodes.set(node.id, { x: host.x + host.width - 60 - index * 50, y: host.y + host.height - 18, width: 36, height: 36 });
  }
}

/** Right angles from the right side (of an event on an edge: its bottom) to the left side; back below everything. */
function route(from: Rect, to: Rect, fromBottom: boolean, lowest: number): Point[] {
  const end = { x: to.x, y: to.y + to.height / 2 };
  const start = fromBottom
    ? { x: from.x + from.width / 2, y: from.y + from.height }
    : { x: from.x + from.width, y: from.y + from.height / 2 };
  if (!fromBottom && end.x > start.x + 20) {
    if (start.y === end.y) return [start, end];
    const middle = end.x - 15;
    return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  }
  const below = fromBottom && end.x > start.x + 20 ? start.y + 12 : Math.max(lowest, start.y, to.y + to.height) + 12;
  const out = fromBottom ? start.x : start.x + 12;
  const corners = [
    { x: out, y: start.y },
    { x: out, y: below },
    { x: end.x - 15, y: below },
    { x: end.x - 15, y: end.y },
  ];
  return [start, ...(fromBottom ? corners.slice(1) : corners), end];
}

function overlapping(rect: Rect, others: readonly Rect[]): Rect | undefined {
  return others.find(
    (other) =>
      rect.x < other.x + other.width + 10 &&
      other.x < rect.x + rect.width + 10 &&
      rect.y < other.y + other.height + 10 &&
      other.y < rect.y + rect.height + 10,
  );
}
