/**
 * The SVG on the page, changed by key: what stays is moved, what is new fades in, what is gone is taken out; nothing else is
 * touched. A figure whose marks are the same as before is not written again.
 */
import type { Rect } from '../diagram/drawing.js';
import type { Figure } from '../diagram/paint.js';
import type { Mark } from '../diagram/shapes.js';

/** From the back to the front. */
const layers = ['band', 'line', 'box', 'label', 'badge'] as const;
type LayerName = (typeof layers)[number];

export interface BadgeFigure extends Rect {
  readonly id: string;
  readonly marks: readonly Mark[];
}

interface Shown {
  readonly group: SVGGElement;
  figure: Drawn;
}

/** What picture and badges have in common. */
interface Drawn extends Rect {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly layer: LayerName;
  readonly classes: readonly string[];
  readonly name: string | null;
  readonly marks: readonly Mark[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const moveInMs = 150;
/** More than this many moves at once would not be smooth. */
const mostMoves = 400;

export class Picture {
  readonly svg: SVGSVGElement;
  readonly #layers: Readonly<Record<LayerName, SVGGElement>>;
  readonly #shown: Readonly<Record<LayerName, Map<string, Shown>>>;
  readonly #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  readonly #states = new Map<string, ReadonlySet<string>>();
  #focusable: string | null = null;

  constructor(parent: HTMLElement) {
    this.svg = svg('svg');
    this.svg.setAttribute('role', 'group');
    const layer = (name: LayerName) => {
      const group = svg('g');
      group.classList.add(`layer-${name}`);
      this.svg.append(group);
      return group;
    };
    this.#layers = { band: layer('band'), line: layer('line'), box: layer('box'), label: layer('label'), badge: layer('badge') };
    this.#shown = { band: new Map(), line: new Map(), box: new Map(), label: new Map(), badge: new Map() };
    parent.append(this.svg);
  }

  /** Shows the figures; `size` in pixels. `shift` is by how much the camera moves at the same time (picture's pixels). */
  show(
    figures: readonly Figure[],
    { width, height, title }: { readonly width: number; readonly height: number; readonly title: string },
    version: number,
    shift: { readonly x: number; readonly y: number },
  ): void {
    const first = this.#shown.box.size === 0 && this.#shown.band.size === 0;
    const moves: (() => void)[] = [];
    for (const layer of layers) {
      if (layer === 'badge') continue;
      const own = figures.filter((figure) => figure.layer === layer);
      // A label says what its line says: once is enough for those who listen.
      const drawn = own.map((figure): Drawn => (layer === 'label' ? { ...figure, name: null } : figure));
      this.#update(layer, drawn, shift, first, moves);
    }
    for (const [name, value] of [
      ['width', width],
      ['height', height],
    ] as const)
      this.svg.setAttribute(name, String(Math.ceil(value)));
    this.svg.setAttribute('viewBox', `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`);
    this.svg.setAttribute('aria-label', title === '' ? 'Escalation procedure' : title);
    this.svg.dataset.version = String(version);
    if (!this.#still.matches && moves.length <= mostMoves) for (const move of moves) move();
    if (this.#focusable === null || !this.group(this.#focusable)) this.makeFocusable(this.ids[0] ?? null);
  }

  showBadges(badges: readonly BadgeFigure[]): void {
    const drawn = badges.map(
      (badge): Drawn => ({ ...badge, key: badge.id, kind: 'badge', layer: 'badge', classes: [], name: null }),
    );
    this.#update('badge', drawn, { x: 0, y: 0 }, true, []);
  }

  /** Ids of boxes and bands in the order of the picture. */
  get ids(): string[] {
    return [...this.#shown.band.values(), ...this.#shown.box.values()].map(({ figure }) => figure.id);
  }

  /** What the picture shows for an element, or the line for an edge. */
  group(id: string): SVGGElement | null {
    return this.#find(id)?.group ?? null;
  }

  rect(id: string): Rect | null {
    return this.#find(id)?.figure ?? null;
  }

  /** What a screen reader is told of it; empty where it is not shown. */
  nameOf(id: string): string {
    return this.#find(id)?.figure.name ?? '';
  }

  /** Puts a class on everything of these ids and takes it off all else; null takes it off all. */
  mark(className: string, ids: ReadonlySet<string> | null): void {
    this.#states.set(className, ids ?? new Set());
    for (const layer of layers) {
      for (const { group, figure } of this.#shown[layer].values())
        group.classList.toggle(className, ids?.has(figure.id) ?? false);
    }
  }

  /** The one figure that Tab comes to; arrow keys go on from it. */
  makeFocusable(id: string | null): void {
    if (this.#focusable !== null) this.group(this.#focusable)?.setAttribute('tabindex', '-1');
    this.#focusable = id;
    if (id !== null) this.group(id)?.setAttribute('tabindex', '0');
  }

  #find(id: string): Shown | undefined {
    return this.#shown.box.get(`box:${id}`) ?? this.#shown.band.get(`box:${id}`) ?? this.#shown.line.get(`line:${id}`);
  }

  #update(
    layer: LayerName,
    figures: readonly Drawn[],
    shift: { readonly x: number; readonly y: number },
    first: boolean,
    moves: (() => void)[],
  ): void {
    const shown = this.#shown[layer];
    const parent = this.#layers[layer];
    const wanted = new Set(figures.map(({ key }) => key));
    for (const [key, { group }] of shown) {
      if (wanted.has(key)) continue;
      group.remove();
      shown.delete(key);
    }
    let due = parent.firstChild;
    for (const figure of figures) {
      const known = shown.get(figure.key);
      if (!known) {
        const group = svg('g');
        this.#describe(group, null, figure);
        draw(group, figure);
        place(group, figure);
        shown.set(figure.key, { group, figure });
        parent.insertBefore(group, due);
        if (!first) moves.push(() => fade(group, 0));
        continue;
      }
      const { group, figure: was } = known;
      const redrawn = !same(was, figure);
      if (redrawn) draw(group, figure);
      if (was.x !== figure.x || was.y !== figure.y) place(group, figure);
      if (was.x + shift.x !== figure.x || was.y + shift.y !== figure.y)
        moves.push(() => move(group, was, figure, shift, redrawn));
      this.#describe(group, was, figure);
      known.figure = figure;
      if (due === group) due = group.nextSibling;
      else parent.insertBefore(group, due);
    }
  }

  #describe(group: SVGGElement, was: Drawn | null, figure: Drawn): void {
    if (was?.kind !== figure.kind || was.classes.join() !== figure.classes.join()) {
      const states = [...this.#states].flatMap(([state, ids]) => (ids.has(figure.id) ? [state] : []));
      group.setAttribute('class', [roles[figure.layer], figure.kind, ...figure.classes, ...states].join(' '));
      group.dataset.kind = figure.kind;
    }
    if (was?.id !== figure.id) group.dataset.id = figure.id;
    if (was && was.name === figure.name) return;
    if (figure.name === null) {
      group.setAttribute('aria-hidden', 'true');
      return;
    }
    group.setAttribute('role', 'button');
    group.setAttribute('aria-label', figure.name);
    if (!was) group.setAttribute('tabindex', '-1');
  }
}

const roles: Readonly<Record<LayerName, string>> = {
  band: 'node',
  box: 'node',
  line: 'edge',
  label: 'edge-label',
  badge: 'badge',
};

function svg<Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] {
  return document.createElementNS(svgNamespace, name);
}

function place(group: SVGGElement, { x, y }: Rect): void {
  group.setAttribute('transform', `translate(${x} ${y})`);
}

function same(one: Drawn, other: Drawn): boolean {
  if (one.marks.length !== other.marks.length || one.width !== other.width || one.height !== other.height) return false;
  return one.marks.every((mark, index) => sameMark(mark, other.marks[index]));
}

function sameMark(one: Mark, other: Mark | undefined): boolean {
  if (!other || one.kind !== other.kind || one.look !== other.look) return false;
  if (one.kind === 'path')
    return other.kind === 'path' && one.d === other.d && one.at?.x === other.at?.x && one.at?.y === other.at?.y;
  return (
    other.kind === 'text' && one.text === other.text && one.x === other.x && one.y === other.y && one.middle === other.middle
  );
}

function draw(group: SVGGElement, { marks, layer, kind, width, height, classes }: Drawn): void {
  const parts: SVGElement[] = marks.map(element);
  if (layer === 'line') {
    // Wider than what is seen, so that a pointer meets it.
    const hit = parts[0]?.cloneNode();
    if (hit instanceof SVGElement) {
      hit.setAttribute('class', 'hit');
      parts.push(hit);
    }
  }
  if (layer === 'box' || layer === 'band') {
    const halo = svg('rect');
    halo.setAttribute('class', 'halo');
    for (const [name, value] of [
      ['x', -5],
      ['y', -5],
      ['width', width + 10],
      ['height', height + 10],
      ['rx', 9],
    ] as const) {
      halo.setAttribute(name, String(value));
    }
    parts.push(halo);
  }
  if (kind === 'level') parts.push(collapser(width, classes.includes('collapsed')));
  // Spaces between, so that those who read the text of it find words where the eye finds lines.
  group.replaceChildren(...parts.flatMap((part) => [part, ' ']));
}

/** A chevron in the corner of a level: a click on it hides or shows the level's steps. */
function collapser(width: number, collapsed: boolean): SVGElement {
  const group = svg('g');
  group.setAttribute('class', 'collapser');
  group.dataset.collapses = '';
  group.setAttribute('transform', `translate(${width - 36} 8)`);
  const hit = svg('rect');
  hit.setAttribute('class', 'hit');
  hit.setAttribute('width', '22');
  hit.setAttribute('height', '22');
  const chevron = svg('path');
  chevron.setAttribute('d', collapsed ? 'M9 6l5 5-5 5' : 'M6 9l5 5 5-5');
  chevron.setAttribute('class', 'chevron');
  group.append(hit, chevron);
  return group;
}

/** Text of the file becomes text, whatever it says. */
function element(mark: Mark): SVGElement {
  if (mark.kind === 'path') {
    const path = svg('path');
    path.setAttribute('d', mark.d);
    path.setAttribute('class', mark.look);
    if (mark.at) path.setAttribute('transform', `translate(${mark.at.x} ${mark.at.y})`);
    return path;
  }
  const text = svg('text');
  text.setAttribute('x', String(mark.x));
  text.setAttribute('y', String(mark.y));
  text.setAttribute('class', mark.look);
  if (mark.middle) text.setAttribute('text-anchor', 'middle');
  text.textContent = mark.text;
  return text;
}

function fade(group: SVGGElement, from: number): void {
  group.animate([{ opacity: from }, {}], { duration: moveInMs, easing: 'ease-out' });
}

/** From where the eye saw it to where it is now. */
function move(
  group: SVGGElement,
  was: Rect,
  is: Drawn,
  shift: { readonly x: number; readonly y: number },
  redrawn: boolean,
): void {
  // A line of another shape would be in the wrong place all the way: it fades over instead.
  if (is.layer === 'line' && redrawn) {
    fade(group, 0.15);
    return;
  }
  const at = (x: number, y: number) => ({ transform: `translate(${x}px, ${y}px)` });
  group.animate([at(was.x + shift.x, was.y + shift.y), at(is.x, is.y)], { duration: moveInMs, easing: 'ease-out' });
}
