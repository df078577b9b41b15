/**
 * From a Drawing to what is seen: a list of figures, each with an id, a place and its marks as plain data. Two small renderers
 * draw it: `svg-text.ts` for files, and the page's own, which keeps figures by id and moves them by their place.
 */
import type { Edge, Procedure, Step } from '../flow/procedure.js';
import { stepTitle } from '../flow/titles.js';
import type { Box, Drawing, Line, Point, TextLine } from './drawing.js';
import { cleanText } from './measure.js';
import { bandOf, iconAt, type Mark, path, roundRect, shapeOf } from './shapes.js';
import { spokenBox, spokenLine } from './spoken.js';
import type { LookName } from './style.js';

export interface Figure {
  /** Of the element or edge in the Procedure. */
  readonly id: string;
  /** Different for everything drawn: `box:…`, `line:…`. */
  readonly key: string;
  /** Kind of box or edge: `data-kind`. */
  readonly kind: string;
  /** In which order they lie on each other: bands, lines, boxes with labels. */
  readonly layer: 'band' | 'line' | 'box' | 'label';
  /** Classes beside those of its marks: `faded`, `stale`, `found`. */
  readonly classes: readonly string[];
  /** Corner from which the marks are drawn. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** For screen readers. */
  readonly name: string;
  readonly marks: readonly Mark[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** In painting order. */
  readonly figures: readonly Figure[];
}

/** A finding of the rules, as far as the picture shows it. */
export interface Badge {
  /** Of the element it is about. */
  readonly id: string;
  readonly level: 'error' | 'warning';
  readonly count: number;
}

export interface PaintOptions {
  readonly badges?: readonly Badge[];
  /** Everything else fades: ids of elements and edges. */
  readonly focus?: ReadonlySet<string>;
}

/** What is to be drawn. Text of the file stays text: renderers must escape it. */
export function paint(drawing: Drawing, procedure: Procedure, options: PaintOptions = {}): Picture {
  const painter = new Painter(procedure, options);
  const frames = drawing.boxes.filter((box) => box.header !== undefined);
  const bands: Figure[] = [];
  const boxes: Figure[] = [];
  for (const box of drawing.boxes) {
    const band = bandKind(box) !== null || box.kind === 'lane';
    (band ? bands : boxes).push(painter.box(box));
  }
  const lines = drawing.lines.map((line) => painter.line(line));
  const labels = drawing.lines.flatMap((line) => painter.label(line, frames) ?? []);
  return {
    width: drawing.width,
    height: drawing.height,
    title: cleanText(procedure.title ?? procedure.name),
    description: describe(procedure),
    figures: [...bands, ...lines, ...boxes, ...labels],
  };
}

function describe(procedure: Procedure): string {
  const names = (list: readonly { title: string | null; name: string | null }[]): string =>
    list.map((item) => cleanText(item.title ?? item.name ?? '')).join(', ');
  const parts = [
    `Escalation procedure with ${procedure.levels.length} levels: ${names(procedure.levels)}.`,
    procedure.triggers.length > 0 ? `It starts with: ${names(procedure.triggers)}.` : '',
    procedure.resolutions.length > 0 ? `It is resolved as: ${names(procedure.resolutions)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

class Painter {
  readonly #titles = new Map<string, string>();
  readonly #titleOf = (id: string): string => this.#titles.get(id) ?? id;
  readonly #options: PaintOptions;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #exits = new Map<string, Edge[]>();
  readonly #external: ReadonlySet<string>;
  readonly #stale: ReadonlySet<string>;

  constructor(procedure: Procedure, options: PaintOptions) {
    this.#options = options;
    this.#steps = new Map(procedure.steps.map((step) => [step.id, step]));
    for (const edge of procedure.edges) {
      const exits = this.#exits.get(edge.from);
      if (exits) exits.push(edge);
      else this.#exits.set(edge.from, [edge]);
    }
    for (const step of procedure.steps) this.#titles.set(step.id, cleanText(stepTitle(procedure, step)));
    for (const other of procedure.procedures) this.#titles.set(other.name, cleanText(other.title ?? other.name));
    const places = [...procedure.levels, ...procedure.resolutions, ...procedure.closures, ...procedure.triggers];
    for (const role of procedure.roles) this.#titles.set(`role:${role.name}`, cleanText(role.title ?? role.name ?? ''));
    for (const place of places) this.#titles.set(place.id, cleanText(place.title ?? place.name ?? place.id));
    this.#external = new Set(procedure.roles.filter((role) => role.external).map((role) => role.name ?? ''));
    this.#stale = new Set(
      [...procedure.steps, ...places, ...procedure.edges].filter((item) => item.stale).map((item) => item.id),
    );
  }

  box(box: Box): Figure {
    const step = this.#steps.get(box.id);
    const customer = step?.kind === 'notify' && (step.audience ?? []).some((role) => this.#external.has(role));
    const band = bandKind(box);
    const marks = band
      ? bandOf(band, box.width, box.height, box.header ?? box.height)
      : shapeOf(box.kind, box.width, box.height, customer);
    const own = (line: TextLine): LookName => (line.role === 'title' && band ? 'heading' : line.role);
    const text = box.text.map((line) => textMark(line, box, own(line)));
    return {
      id: box.id,
      key: `box:${box.id}`,
      kind: box.kind,
      layer: band || box.kind === 'lane' ? 'band' : 'box',
      classes: this.#classes(box.id, customer ? ['customer'] : []),
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      name: spokenBox(this.#titleOf, box, this.#exits.get(box.id) ?? [], customer),
      marks: [...marks, ...text, ...this.#badge(box)],
    };
  }

  line(line: Line): Figure {
    const family = familyOf(line);
    const look: LookName = line.kind === 'timeout' ? 'line-timeout' : family === '' ? 'line' : `line-${family}`;
    const origin = line.points[0] ?? { x: 0, y: 0 };
    const points = line.points.map((point) => ({ x: point.x - origin.x, y: point.y - origin.y }));
    return {
      ...this.#edgeFigure(line, 'line'),
      x: origin.x,
      y: origin.y,
      width: 0,
      height: 0,
      marks: [path(roundedPath(points), look), path(arrowHead(points), family === '' ? 'head' : `head-${family}`)],
    };
  }

  label(line: Line, frames: readonly Box[]): Figure | null {
    const label = line.label;
    if (!label) return null;
    const family = familyOf(line);
    const look: LookName = family === '' ? 'label-text' : `label-${family}`;
    const inside = frames.some(
      (box) => label.x >= box.x && label.x < box.x + box.width && label.y >= box.y && label.y < box.y + box.height,
    );
    const marks: Mark[] = [path(roundRect(label.width, label.height, 4), inside ? 'label-inside' : 'label-outside')];
    if (label.icon) marks.push({ ...iconAt(label.icon, 4, 3, 'icon-escalate') });
    marks.push(...label.lines.map((text) => textMark(text, label, look)));
    const { x, y, width, height } = label;
    return { ...this.#edgeFigure(line, 'label'), x, y, width, height, marks };
  }

  #edgeFigure(line: Line, layer: 'line' | 'label'): Pick<Figure, 'id' | 'key' | 'kind' | 'layer' | 'classes' | 'name'> {
    const name = spokenLine(this.#titleOf, line);
    return { id: line.id, key: `${layer}:${line.id}`, kind: line.kind, layer, classes: this.#classes(line.id, []), name };
  }

  #classes(id: string, own: readonly string[]): string[] {
    const faded = this.#options.focus && !this.#options.focus.has(id) ? ['faded'] : [];
    return [...own, ...faded, ...(this.#stale.has(id) ? ['stale'] : [])];
  }

  #badge(box: Box): Mark[] {
    const badge = this.#options.badges?.find((candidate) => candidate.id === box.id);
    if (!badge) return [];
    const circle = 'M0-8A8 8 0 1 1 0 8A8 8 0 1 1 0-8Z';
    const at = { x: box.width - 4, y: 2 };
    return [
      { kind: 'path', d: circle, look: badge.level === 'error' ? 'badge-error' : 'badge-warning', at },
      {
        kind: 'text',
        x: at.x,
        y: at.y + 3.8,
        text: badge.count > 9 ? '9+' : String(badge.count),
        look: 'badge-text',
        middle: true,
      },
    ];
  }
}

function bandKind(box: Box): 'level' | 'resolution' | 'closure' | null {
  return box.kind === 'level' || box.kind === 'resolution' || box.kind === 'closure' ? box.kind : null;
}

function familyOf(line: Line): '' | 'escalate' | 'back' {
  if (line.kind === 'escalate') return 'escalate';
  return line.kind === 'deescalate' || line.kind === 'reopen' ? 'back' : '';
}

function textMark(line: TextLine, corner: Point, look: LookName): Mark {
  const mark = { kind: 'text', x: line.x - corner.x, y: line.y - corner.y, text: line.text, look } as const;
  return line.anchor ? { ...mark, middle: true } : mark;
}

/** A line with softened corners that ends short of its arrow's tip. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M${first.x} ${first.y}`;
  for (const [index, point] of rest.entries()) {
    const before = points[index] ?? first;
    const after = rest[index + 1];
    if (!after) {
      const tip = toward(point, before, 4);
      d += `L${tip.x} ${tip.y}`;
      break;
    }
    const radius = Math.min(7, distance(before, point) / 2, distance(point, after) / 2);
    const into = toward(point, before, radius);
    const out = toward(point, after, radius);
    d += `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
  }
  return d;
}

function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const back = toward(tip, before, 8);
  const [dx, dy] = tip.x === before.x ? [4, 0] : [0, 4];
  return `M${tip.x} ${tip.y}L${back.x + dx} ${back.y + dy}L${back.x - dx} ${back.y - dy}Z`;
}

function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  const part = length === 0 ? 0 : Math.min(1, by / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distance(one: Point, other: Point): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}
