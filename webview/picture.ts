/**
 * The SVG on the page, changed by id: what stays is moved, what is new fades in, what is gone is taken out; nothing else is
 * touched. A mark whose markup is the same as before is not written again.
 */
import type { Rect } from '../diagram/drawing.js';

/** One thing in the picture, drawn from its own corner so that moving it repaints nothing. */
export interface Mark extends Rect {
  readonly id: string;
  readonly layer: Layer;
  /** Attribute `class` of its group. */
  readonly className: string;
  /** What a screen reader says; marks without one are decoration. */
  readonly name?: string;
  readonly kind?: string;
  readonly markup: string;
}

/** From the back to the front. */
const layers = ['container', 'line', 'node', 'badge'] as const;
export type Layer = (typeof layers)[number];

interface Shown {
  readonly group: SVGGElement;
  mark: Mark;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const moveInMs = 150;
/** More than this many moves at once would not be smooth. */
const mostMoves = 400;

export class Picture {
  readonly svg: SVGSVGElement;
  readonly #layers: Readonly<Record<Layer, SVGGElement>>;
  readonly #shown: Readonly<Record<Layer, Map<string, Shown>>>;
  readonly #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  #focusable: string | null = null;
  #states = new Map<string, ReadonlySet<string>>();

  /** `defs` is markup for what marks refer to. */
  constructor(parent: HTMLElement, defs: string) {
    this.svg = document.createElementNS(svgNamespace, 'svg');
    this.svg.setAttribute('role', 'group');
    this.svg.setAttribute('aria-label', 'Escalation procedure');
    this.svg.innerHTML = defs;
    const layer = (name: Layer) => {
      const group = document.createElementNS(svgNamespace, 'g');
      group.classList.add(`layer-${name}`);
      this.svg.append(group);
      return group;
    };
    this.#layers = { container: layer('container'), line: layer('line'), node: layer('node'), badge: layer('badge') };
    this.#shown = { container: new Map(), line: new Map(), node: new Map(), badge: new Map() };
    parent.append(this.svg);
  }

  /** Shows the marks; `size` in pixels. `shift` is by how much the camera moves at the same time (picture's pixels). */
  show(marks: readonly Mark[], size: { width: number; height: number }, version: number, shift: { x: number; y: number }): void {
    const first = this.#shown.node.size === 0 && this.#shown.container.size === 0;
    const moves: (() => void)[] = [];
    for (const layer of layers) {
      if (layer !== 'badge') this.#update(layer, marks, shift, first, moves);
    }
    this.svg.setAttribute('width', String(Math.ceil(size.width)));
    this.svg.setAttribute('height', String(Math.ceil(size.height)));
    this.svg.setAttribute('viewBox', `0 0 ${Math.ceil(size.width)} ${Math.ceil(size.height)}`);
    this.svg.dataset['version'] = String(version);
    if (!this.#still.matches && moves.length <= mostMoves) for (const move of moves) move();
    if (this.#focusable === null || !this.#shown.node.has(this.#focusable)) this.makeFocusable(this.ids[0] ?? null);
  }

  showBadges(marks: readonly Mark[]): void {
    this.#update('badge', marks, { x: 0, y: 0 }, true, []);
  }

  /** Ids of nodes and containers in the order of the picture. */
  get ids(): string[] {
    return [...this.#shown.container.keys(), ...this.#shown.node.keys()];
  }

  group(id: string): SVGGElement | null {
    return (this.#shown.node.get(id) ?? this.#shown.container.get(id) ?? this.#shown.line.get(id))?.group ?? null;
  }

  rect(id: string): Rect | null {
    return (this.#shown.node.get(id) ?? this.#shown.container.get(id) ?? this.#shown.line.get(id))?.mark ?? null;
  }

  /** Puts a class on these marks and takes it off all others; null takes it off all. */
  mark(className: string, ids: ReadonlySet<string> | null): void {
    this.#states.set(className, ids ?? new Set());
    for (const shown of layers.map((layer) => this.#shown[layer])) {
      for (const [id, { group }] of shown) group.classList.toggle(className, ids?.has(id) ?? false);
    }
  }

  /** The one mark that Tab comes to; arrow keys go on from it. */
  makeFocusable(id: string | null): void {
    const before = this.#focusable === null ? null : this.group(this.#focusable);
    before?.setAttribute('tabindex', '-1');
    this.#focusable = id;
    if (id !== null) this.group(id)?.setAttribute('tabindex', '0');
  }

  #update(layer: Layer, marks: readonly Mark[], shift: { x: number; y: number }, first: boolean, moves: (() => void)[]): void {
    const shown = this.#shown[layer];
    const wanted = new Set<string>();
    let before: SVGGElement | null = null;
    for (const mark of marks) {
      if (mark.layer !== layer) continue;
      wanted.add(mark.id);
      let entry = shown.get(mark.id);
      if (entry) {
        const was = entry.mark;
        if (was.markup !== mark.markup) entry.group.innerHTML = mark.markup;
        if (was.x !== mark.x || was.y !== mark.y) place(entry.group, mark);
        if (was.x + shift.x !== mark.x || was.y + shift.y !== mark.y) moves.push(moveFrom(entry.group, was, mark, shift));
        this.#describe(entry.group, was, mark);
        entry.mark = mark;
      } else {
        const group = document.createElementNS(svgNamespace, 'g');
        group.innerHTML = mark.markup;
        group.dataset['id'] = mark.id;
        place(group, mark);
        this.#describe(group, null, mark);
        entry = { group, mark };
        shown.set(mark.id, entry);
        if (!first) moves.push(() => group.animate([{ opacity: 0 }, { opacity: 1 }], { duration: moveInMs, easing: 'ease-out' }));
      }
      const due: ChildNode | null = before ? before.nextSibling : this.#layers[layer].firstChild;
      if (due !== entry.group) this.#layers[layer].insertBefore(entry.group, due);
      before = entry.group;
    }
    for (const [id, { group }] of shown) {
      if (wanted.has(id)) continue;
      group.remove();
      shown.delete(id);
    }
  }

  #describe(group: SVGGElement, was: Mark | null, mark: Mark): void {
    if (was?.className !== mark.className) {
      group.setAttribute('class', mark.className);
      for (const [state, ids] of this.#states) if (ids.has(mark.id)) group.classList.add(state);
    }
    if (mark.kind !== undefined && was?.kind !== mark.kind) group.dataset['kind'] = mark.kind;
    if (was?.name === mark.name && was) return;
    if (mark.name === undefined) {
      group.setAttribute('aria-hidden', 'true');
    } else {
      group.setAttribute('role', 'button');
      group.setAttribute('aria-label', mark.name);
      if (!group.hasAttribute('tabindex')) group.setAttribute('tabindex', '-1');
    }
  }
}

function place(group: SVGGElement, { x, y }: Rect): void {
  group.setAttribute('transform', `translate(${x} ${y})`);
}

/** From where the eye saw it to where it is now. */
function moveFrom(group: SVGGElement, was: Mark, is: Mark, shift: { x: number; y: number }): () => void {
  const from = `translate(${was.x + shift.x}px, ${was.y + shift.y}px)`;
  const to = `translate(${is.x}px, ${is.y}px)`;
  // A line of another shape would be in the wrong place all the way: it fades over instead.
  if (is.layer === 'line' && was.markup !== is.markup) {
    return () => group.animate([{ opacity: 0.15 }, { opacity: 1 }], { duration: moveInMs, easing: 'ease-out' });
  }
  return () => group.animate([{ transform: from }, { transform: to }], { duration: moveInMs, easing: 'ease-out' });
}
