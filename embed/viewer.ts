/**
 * A procedure to look at outside the editor, for the exported page and for `<sop-diagram>`: its four views, pan and zoom, cards,
 * find, variants and focus. The same parts as the preview's, without an editor behind them.
 */
import type { Drawing } from '../diagram/drawing.js';
import { paint } from '../diagram/paint.js';
import type { Procedure } from '../flow/procedure.js';
import type { Focus, ViewName } from '../src/preview-messages.js';
import { Card } from '../webview/card.js';
import { FindBar, matches } from '../webview/find.js';
import { focused } from '../webview/focus.js';
import { listenForKeys } from '../webview/keys.js';
import { isLibrary, layOut } from '../webview/layout.js';
import { fillOutline } from '../webview/outline.js';
import { Picture } from '../webview/picture.js';
import { Stage } from '../webview/stage.js';
import { Tables } from '../webview/tables.js';
import { type Direction, neighbour } from '../webview/walk.js';
import { ViewerBar } from './viewer-bar.js';

export interface ViewerOptions {
  readonly view?: ViewName;
  readonly variant?: string | null;
  /** Keys of the whole page, not only those pressed in the viewer. */
  readonly wholePage?: boolean;
}

export class Viewer {
  readonly element = document.createElement('div');
  readonly #procedures: readonly Procedure[];
  readonly #bar: ViewerBar;
  readonly #stage: Stage;
  readonly #picture: Picture;
  readonly #card: Card;
  readonly #find: FindBar;
  readonly #tables: Tables;
  readonly #outline = document.createElement('nav');
  #procedure: Procedure;
  #drawing: Drawing | null = null;
  #view: ViewName;
  #focus: Focus | null = null;
  readonly #collapsed = new Set<string>();
  readonly #expanded = new Set<string>();

  /** `procedures`: the procedure itself, then its variants; at least one. */
  constructor(
    procedures: readonly [Procedure, ...Procedure[]],
    { view = 'flow', variant = null, wholePage }: ViewerOptions = {},
  ) {
    this.#procedures = procedures;
    this.#procedure = procedures.find((candidate) => candidate.variant === variant) ?? procedures[0];
    this.#view = view;
    this.element.className = 'viewer';
    this.#bar = new ViewerBar({
      view: (name) => this.#show(this.#procedure, name),
      variant: (name) => this.#showVariant(name),
      focus: (focus) => this.#showFocus(focus),
      find: () => this.#find.open(),
      zoom: (factor) => this.#stage.zoom(factor),
      fit: () => this.#stage.fit(),
    });
    this.#stage = new Stage((_camera, byReader) => {
      if (byReader) this.#card.hide();
    });
    this.#stage.diagram.className = 'sop-diagram';
    this.#picture = new Picture(this.#stage.diagram);
    this.#card = new Card({ openLink: (url) => window.open(url, '_blank', 'noopener'), goTo: () => undefined });
    this.#tables = new Tables((id) => this.#goTo(id));
    this.#find = new FindBar(
      (text) => matches(this.#procedure, this.#picture.ids, text),
      (found, current) => this.#showFound(found, current),
    );
    this.#outline.className = 'visually-hidden';
    this.#outline.setAttribute('aria-label', 'Outline of the procedure');
    this.#stage.element.append(this.#tables.element, this.#find.element, this.#card.element);
    this.element.append(this.#bar.element, this.#stage.element, this.#outline);
    this.#listen(wholePage ?? false);
    this.#show(this.#procedure, view);
  }

  #show(procedure: Procedure, view: ViewName): void {
    const kept = view === this.#view && this.#drawing;
    this.#procedure = procedure;
    this.#view = view;
    const drawing = layOut(procedure, { view, collapsed: this.#collapsed, expanded: this.#expanded });
    if (!kept) this.#stage.reset(null);
    const shift = this.#stage.take(drawing, null);
    this.#drawing = drawing;
    this.#stage.diagram.dataset.view = view;
    const picture = paint(drawing, procedure);
    this.#picture.show(picture.figures, picture, 0, shift);
    const table = !isLibrary(procedure) && (view === 'responsibilities' || view === 'communication') ? view : null;
    this.#tables.show(table, procedure);
    this.#bar.show(procedure, view, !isLibrary(procedure), this.#focus);
    this.#showFocus(this.#focus);
    this.#find.refresh();
    fillOutline(this.#outline, procedure, {
      nameOf: (id) => this.#picture.nameOf(id),
      goTo: (id) => this.#goTo(id),
    });
  }

  #showVariant(name: string | null): void {
    const found = this.#procedures.find(({ variant }) => variant === name);
    if (found) this.#show(found, this.#view);
  }

  #showFocus(focus: Focus | null): void {
    this.#focus = focus;
    const kept = focused(this.#procedure, focus);
    this.#tables.focus(kept);
    this.#bar.show(this.#procedure, this.#view, !isLibrary(this.#procedure), focus);
    if (!kept) {
      this.#picture.mark('faded', null);
      return;
    }
    const { edges, steps } = this.#procedure;
    const gone = edges.filter(({ from, to }) => !(kept.has(from) && kept.has(to))).map(({ id }) => id);
    const holders = new Set(steps.filter(({ id }) => kept.has(id)).map(({ parent }) => parent));
    this.#picture.mark('faded', new Set([...this.#picture.ids.filter((id) => !kept.has(id) && !holders.has(id)), ...gone]));
  }

  #showFound(found: readonly string[], current: string | null): void {
    this.#tables.mark(new Set(found), current);
    this.#picture.mark('match', new Set(found));
    this.#picture.mark('current-match', current === null ? null : new Set([current]));
    if (current !== null) this.#reveal(current);
  }

  /** From a table or the outline to the picture. */
  #goTo(id: string): void {
    if (this.#view !== 'flow' && this.#view !== 'swimlanes') this.#show(this.#procedure, 'flow');
    this.#picture.makeFocusable(id);
    this.#picture.group(id)?.focus({ preventScroll: true });
    this.#reveal(id);
  }

  #reveal(id: string): void {
    const rect = this.#picture.rect(id);
    if (rect) this.#stage.reveal({ ...rect, height: Math.min(rect.height, 120) });
  }

  #listen(wholePage: boolean): void {
    const { svg } = this.#picture;
    svg.addEventListener('click', (event) => {
      const id = idOf(event.target);
      if (id === null) return;
      if (event.target instanceof Element && event.target.closest('[data-collapses]')) this.#toggle(id);
      else this.#showCard(id, true);
    });
    svg.addEventListener('pointerover', (event) => this.#showCard(idOf(event.target), false));
    svg.addEventListener('pointerout', () => this.#card.hideSoon());
    svg.addEventListener('focusin', (event) => {
      const id = idOf(event.target);
      if (id === null || !(event.target instanceof Element && event.target.matches(':focus-visible'))) return;
      this.#picture.makeFocusable(id);
      this.#reveal(id);
      this.#showCard(id, false);
    });
    svg.addEventListener('focusout', () => this.#card.hideSoon());
    const actions = {
      find: () => this.#find.open(),
      zoom: (factor: number) => this.#stage.zoom(factor),
      actualSize: () => this.#stage.toActualSize(),
      fit: () => this.#stage.fit(),
      walk: (direction: Direction) => this.#walk(direction),
      pan: (x: number, y: number) => this.#stage.pan(x, y),
      enter: () => this.#withFocused((id) => this.#showCard(id, true)),
      toggle: () => this.#withFocused((id) => this.#toggle(id)),
      escape: () => {
        this.#card.hide();
        if (this.#focus) this.#showFocus(null);
      },
    };
    if (wholePage) listenForKeys(actions);
    else listenForKeys(actions, this.element);
  }

  #withFocused(act: (id: string) => void): boolean {
    const root = this.element.getRootNode();
    const id = root instanceof Document || root instanceof ShadowRoot ? idOf(root.activeElement) : null;
    if (id !== null) act(id);
    return id !== null;
  }

  #walk(direction: Direction): boolean {
    return this.#withFocused((from) => {
      const to = this.#drawing && neighbour(this.#procedure, this.#drawing.boxes, from, direction);
      if (to !== null) this.#goTo(to);
    });
  }

  #showCard(id: string | null, now: boolean): void {
    const group = id === null ? null : this.#picture.group(id);
    if (id === null || !group) return;
    if (now) this.#card.show(id, group, this.#procedure, []);
    else this.#card.showSoon(id, group, this.#procedure, []);
  }

  #toggle(id: string): void {
    const box = this.#drawing?.boxes.find((candidate) => candidate.id === id);
    if (box?.kind !== 'level') return;
    if (box.collapsed) {
      this.#expanded.add(id);
      this.#collapsed.delete(id);
    } else {
      this.#expanded.delete(id);
      this.#collapsed.add(id);
    }
    this.#show(this.#procedure, this.#view);
  }
}

/** Id of the thing in the picture that an event is about. */
function idOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<SVGGElement>('#diagram [data-id]')?.dataset.id ?? null) : null;
}
