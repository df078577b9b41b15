/**
 * The Swimlanes view: one lane a role, steps in the order of the text from top to bottom, each in the lane of who does it. The
 * first lane holds what nobody does: triggers, levels, resolutions and closures.
 */
import type { Edge, Procedure, Step } from '../../flow/procedure.js';
import { roleTitle } from '../../flow/titles.js';
import type { Area, Item } from '../arrange/area.js';
import { compose, simplified } from '../arrange/compose.js';
import { boxWidth, labelContent, plainContent, procedureContent, stepContent, triggerContent } from '../arrange/contents.js';
import type { Request } from '../arrange/plan.js';
import { rectOf } from '../arrange/route.js';
import { wordsOf } from '../arrange/side-label.js';
import type { Box, BoxKind, Drawing, Label, Line, Point, Rect } from '../drawing.js';
import { boxFrom } from './box-from.js';
import { lineRequest, looseArea, type Place } from './loose-area.js';

/** Pixels between a lane's edge and its boxes. */
const pad = 14;

/** Lanes are boxes of kind `lane` with the id `lane:` and the role's name; steps stand in them. */
export function swimlanesOf(procedure: Procedure): Drawing {
  const lanes = lanesOf(procedure);
  const heads = lanes.map((lane) => plainContent('lane', lane === '' ? 'Flow' : roleTitle(procedure, lane), ''));
  const head = Math.max(...heads.map((content) => content.height)) + 6;
  const { places, labels } = placesOf(procedure, lanes);
  const area = looseArea(places);
  const items = new Map(area.items.map((item) => [item.id, item]));
  const requests = requestsOf(procedure, items, labels);
  const { geometry, routes } = compose({ rungs: [[area]], requests });
  const down = (rect: Rect): Rect => ({ ...rect, y: rect.y + head });
  const rects = new Map(area.items.map((item) => [item.id, down(rectOf(geometry, item))]));
  const height = geometry.height + head;
  const boxes: Box[] = lanes.map((lane, index) => {
    return laneBox(lane, heads[index] ?? plainContent('lane', lane, ''), columnOf(area, rects, index), { head, height });
  });
  for (const item of area.items) {
    const rect = rects.get(item.id);
    if (item.kind !== null && rect) boxes.push(boxFrom(item, rect, `lane:${lanes[item.col]}`));
  }
  const ways = new Map<string, Point[]>();
  for (const { request, corners } of routes) {
    const points = corners.map((corner) => ({ x: corner.x, y: corner.y + head }));
    ways.set(request.edge.id, [...(ways.get(request.edge.id) ?? []), ...points]);
  }
  const lines = procedure.edges.flatMap((edge): Line[] => {
    const points = ways.get(edge.id);
    if (!points) return [];
    const item = items.get(labelId(edge));
    const rect = rects.get(labelId(edge));
    const label = item && rect ? { label: labelAt(item, rect, labelText(procedure, edge)) } : {};
    return [{ id: edge.id, from: edge.from, to: edge.to, kind: edge.kind, points: simplified(points), ...label }];
  });
  return { version: 1, width: geometry.width, height, boxes, lines };
}

/** Names of roles with a lane; the first lane, '', belongs to nobody. */
function lanesOf(procedure: Procedure): string[] {
  const doing = new Set(procedure.steps.map((step) => laneOf(step)));
  const known = procedure.roles.flatMap((role) => (role.name !== null && doing.has(role.name) ? [role.name] : []));
  return ['', ...known];
}

function laneOf(step: Step): string {
  return step.kind === 'join' || step.kind === 'parallel' ? '' : (step.responsible[0] ?? '');
}

function labelId(edge: Edge): string {
  return `label:${edge.id}`;
}

interface Placed {
  readonly places: Place[];
  /** Ids of edges that pass through a label. */
  readonly labels: ReadonlySet<string>;
}

function placesOf(procedure: Procedure, lanes: readonly string[]): Placed {
  const places: Place[] = [];
  const labels = new Set<string>();
  const columns = new Map<string, number>();
  for (const step of procedure.steps) columns.set(step.id, Math.max(0, lanes.indexOf(laneOf(step))));
  const exits = new Map<string, Edge[]>();
  for (const edge of procedure.edges) exits.set(edge.from, [...(exits.get(edge.from) ?? []), edge]);
  let row = 0;
  const put = (id: string, kind: BoxKind, content: Place['content'], col: number, step: Step | null = null): void => {
    places.push({ id, kind, step, labelOf: null, content, row, col, span: 1 });
    row++;
    const spoken = (exits.get(id) ?? []).filter((edge) => edge.label?.trim());
    for (const group of chunks(spoken, lanes.length)) {
      const free = new Set(lanes.keys());
      for (const edge of group) {
        const wanted = columns.get(edge.to) ?? 0;
        const place = free.has(wanted) ? wanted : (free.values().next().value ?? 0);
        free.delete(place);
        const label = labelContent(labelText(procedure, edge), boxWidth - 40);
        places.push({ id: labelId(edge), kind: null, step: null, labelOf: id, content: label, row, col: place, span: 1 });
        labels.add(edge.id);
      }
      row++;
    }
  };
  for (const trigger of procedure.triggers) put(trigger.id, 'trigger', triggerContent(procedure, trigger), 0);
  const kinds = [
    ['level', procedure.levels],
    ['resolution', procedure.resolutions],
    ['closure', procedure.closures],
  ] as const;
  for (const [kind, elements] of kinds) {
    for (const element of elements) {
      put(element.id, kind, plainContent(kind, element.title ?? element.name ?? element.id, ''), 0);
      for (const step of procedure.steps) {
        if (step.parent === element.id) put(step.id, step.kind, stepContent(procedure, step), columns.get(step.id) ?? 0, step);
      }
    }
  }
  const known = new Set(places.map((place) => place.id));
  for (const edge of procedure.edges) {
    if (edge.kind !== 'convert' || known.has(edge.to)) continue;
    known.add(edge.to);
    put(edge.to, 'procedure', procedureContent(procedure, edge.to), 0);
  }
  return { places, labels };
}

function chunks<Value>(list: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

function requestsOf(procedure: Procedure, items: ReadonlyMap<string, Item>, labels: ReadonlySet<string>): Request[] {
  return procedure.edges.flatMap((edge) => {
    const source = items.get(edge.from);
    const target = items.get(edge.to);
    if (!source || !target) return [];
    const label = labels.has(edge.id) ? items.get(labelId(edge)) : undefined;
    if (!label) return [lineRequest(edge, source, target, target.id)];
    return [lineRequest(edge, source, label, label.id), lineRequest(edge, label, target, target.id)];
  });
}

function columnOf(area: Area, rects: ReadonlyMap<string, Rect>, col: number): { x: number; width: number } {
  const own = area.items.filter((item) => item.col === col && item.kind !== null).flatMap((item) => rects.get(item.id) ?? []);
  const [first] = own;
  return first ? { x: first.x - pad, width: first.width + 2 * pad } : { x: 0, width: 0 };
}

function laneBox(
  lane: string,
  content: Place['content'],
  column: { x: number; width: number },
  size: { readonly head: number; readonly height: number },
): Box {
  const { lines, title: place } = content;
  // No icon before it: the title starts where the boxes do.
  const corner = { x: column.x + pad - place.x, y: 10 };
  return {
    id: `lane:${lane}`,
    kind: 'lane',
    x: column.x,
    y: corner.y,
    width: column.width,
    height: size.height - 20,
    header: size.head - 6,
    title: { ...place, x: place.x + corner.x, y: place.y + corner.y },
    text: lines.map((line) => ({ ...line, x: line.x + corner.x, y: line.y + corner.y })),
  };
}

/** The same words as in the Flow view. */
function labelText(procedure: Procedure, edge: Edge): string {
  const whole = edge.kind === 'escalate' || edge.kind === 'deescalate' || edge.kind === 'reopen';
  return whole ? wordsOf(procedure, edge).text : (edge.label ?? '').trim();
}

function labelAt(item: Item, rect: Rect, text: string): Label {
  const lines = item.content.lines.map((line) => ({ ...line, x: line.x + rect.x, y: line.y + rect.y }));
  return { text, lines, ...rect };
}
