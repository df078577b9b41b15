/**
 * Lays out the Flow view of a procedure: triggers on top, levels as stacked bands, resolutions and closures below, all lines
 * in streets of their own.
 *
 * Each level is laid out by itself, following the structure of its text: the layout of a level depends on nothing outside it, so
 * that a change in one level moves nothing inside another.
 */

import type { Procedure } from '../flow/procedure.js';
import { type Area, type Item, isArea, type SideLabel } from './arrange/area.js';
import { compose, simplified } from './arrange/compose.js';
import { stepContent } from './arrange/contents.js';
import { type Geometry, headerHeight } from './arrange/geometry.js';
import { type Plan, planOf, type Request } from './arrange/plan.js';
import { rectOf } from './arrange/route.js';
import type { Box, Drawing, Label, Line, Point, Rect, TextLine } from './drawing.js';

export interface ArrangeOptions {
  /** Ids of levels that show their header only. */
  readonly collapsed?: ReadonlySet<string>;
  /** Ids of levels that are shown however large the procedure is. */
  readonly expanded?: ReadonlySet<string>;
  /** Steps beyond which levels collapse by themselves, largest first. Default 600. */
  readonly mostSteps?: number;
}

/** The Flow view as boxes and lines. The same procedure and options give the same Drawing. */
export function arrange(procedure: Procedure, options: ArrangeOptions = {}): Drawing {
  const collapse = collapsedLevels(procedure, options);
  const plan = planOf(procedure, collapse.levels);
  const { geometry, routes } = compose(plan);
  return {
    version: 1,
    width: geometry.width,
    height: geometry.height,
    boxes: boxesOf(procedure, plan, geometry),
    lines: routes.map(({ request, corners }) => lineOf(request, corners, geometry)),
    ...(collapse.notice === null ? {} : { notice: collapse.notice }),
  };
}

function collapsedLevels(procedure: Procedure, options: ArrangeOptions): { levels: ReadonlySet<string>; notice: string | null } {
  const levels = new Set(options.collapsed ?? []);
  const most = options.mostSteps ?? 600;
  const sizes = new Map<string, number>();
  for (const step of procedure.steps) sizes.set(step.parent, (sizes.get(step.parent) ?? 0) + 1);
  let shown = procedure.steps.length;
  for (const level of levels) shown -= sizes.get(level) ?? 0;
  const candidates = procedure.levels.filter((level) => !levels.has(level.id) && !options.expanded?.has(level.id));
  candidates.sort((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0));
  let collapsed = 0;
  for (const level of candidates) {
    if (shown <= most) break;
    shown -= sizes.get(level.id) ?? 0;
    levels.add(level.id);
    collapsed++;
  }
  if (collapsed === 0) return { levels, notice: null };
  const count = collapsed === 1 ? '1 level is' : `${collapsed} levels are`;
  return { levels, notice: `${count} shown without steps: the procedure has ${procedure.steps.length} of them.` };
}

function boxesOf(procedure: Procedure, plan: Plan, geometry: Geometry): Box[] {
  const boxes: Box[] = [];
  for (const area of plan.rungs.flat()) {
    if (area.header && area.kind !== 'triggers' && area.kind !== 'procedures') boxes.push(areaBox(area, area.kind, geometry));
    for (const item of area.items) {
      if (item.kind !== null) boxes.push(itemBox(procedure, item, geometry));
    }
  }
  return boxes;
}

function areaBox(area: Area, kind: 'level' | 'resolution' | 'closure', geometry: Geometry): Box {
  const rect = rectOf(geometry, area);
  const header = area.header;
  return {
    id: area.id,
    kind,
    ...rect,
    title: moved(header?.title ?? rect, header ? rect : { x: 0, y: 0 }),
    text: linesAt(header?.lines ?? [], rect),
    header: area.rows === 0 ? rect.height : headerHeight(area),
    ...(area.hidden > 0 ? { collapsed: true, hidden: area.hidden } : {}),
  };
}

function itemBox(procedure: Procedure, item: Item, geometry: Geometry): Box {
  const rect = rectOf(geometry, item);
  const content = item.step?.kind === 'join' ? stepContent(procedure, item.step, rect.width) : item.content;
  return {
    id: item.id,
    kind: item.kind ?? 'action',
    ...(item.area.header ? { parent: item.area.id } : {}),
    ...rect,
    title: moved(content.title, rect),
    text: linesAt(content.lines, rect),
  };
}

function moved(rect: Rect, by: Point): Rect {
  return { x: rect.x + by.x, y: rect.y + by.y, width: rect.width, height: rect.height };
}

function linesAt(lines: readonly TextLine[], corner: Point): TextLine[] {
  return lines.map((line) => ({ ...line, x: line.x + corner.x, y: line.y + corner.y }));
}

function lineOf(request: Request, corners: readonly Point[], geometry: Geometry): Line {
  const label = request.sideLabel ?? request.label;
  return {
    id: request.edge.id,
    from: request.from,
    to: request.to,
    kind: request.edge.kind,
    points: simplified([...leadOf(request, geometry), ...corners]),
    ...(label ? { label: labelOf(label, geometry) } : {}),
  };
}

/** From the source to where the route starts: through the label. */
function leadOf(request: Request, geometry: Geometry): Point[] {
  const { source } = request;
  if (request.sideLabel) {
    const band = rectOf(geometry, source);
    const label = rectOf(geometry, request.sideLabel);
    return [{ x: request.edge.kind === 'escalate' ? band.x + band.width : band.x, y: label.y + label.height / 2 }];
  }
  if (!request.label || isArea(source)) return [];
  const from = rectOf(geometry, source);
  const label = rectOf(geometry, request.label);
  const middle = label.x + label.width / 2;
  if (request.exit === 'bottom') return [{ x: middle, y: from.y + from.height }];
  const y = from.y + from.height / 2;
  return [
    { x: from.x + from.width, y },
    { x: middle, y },
  ];
}

function labelOf(label: Item | SideLabel, geometry: Geometry): Label {
  const rect = rectOf(geometry, label);
  const lines = linesAt(label.content.lines, rect);
  const icon = 'icon' in label ? label.icon : undefined;
  return { text: lines.map((line) => line.text).join(' '), lines, ...rect, ...(icon ? { icon } : {}) };
}
