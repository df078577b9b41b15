/** The preview page: takes what the extension sends, has it laid out and drawn, and answers the reader. */
import type { Drawing } from '../diagram/drawing.js';
import { paint } from '../diagram/paint.js';
import { styleSheet } from '../diagram/style.js';
import type { Position, Procedure } from '../flow/procedure.js';
import type {
  FindingsPush,
  Focus,
  PageState,
  PreviewFinding,
  ProcedurePush,
  ServerState,
  ToPage,
  ViewName,
} from '../src/preview-messages.js';
import { anchorOf } from './anchor.js';
import { badgesOf } from './badges.js';
import { Banner } from './banner.js';
import { Card } from './card.js';
import { elementAt, placeOf } from './elements-at.js';
import { Exporting, themeOf } from './exporting.js';
import { FindBar, matches } from './find.js';
import { focused } from './focus.js';
import { onMessage, post, savedState, saveState } from './host.js';
import { listenForKeys } from './keys.js';
import { latestWins } from './latest-wins.js';
import { isLibrary, layOut } from './layout.js';
import { fillOutline } from './outline.js';
import { Picture } from './picture.js';
import { Stage } from './stage.js';
import { StartPage } from './start-page.js';
import { Tables } from './tables.js';
import { Toolbar } from './toolbar.js';
import { troubleOf } from './trouble.js';
import { type Direction, neighbour } from './walk.js';

/** A run of the layout: which text it is of, and what of it is shown. */
interface Order {
  readonly push: ProcedurePush;
  readonly collapsed: ReadonlySet<string>;
  readonly view: ViewName;
}

export class Page {
  readonly #toolbar: Toolbar;
  readonly #stage: Stage;
  readonly #picture: Picture;
  readonly #banner = new Banner();
  readonly #start: StartPage;
  readonly #find: FindBar;
  readonly #card: Card;
  readonly #tables: Tables;
  readonly #exporting = new Exporting(() => this.#shown());
  readonly #outline = document.createElement('nav');
  readonly #arrange: (order: Order) => void;
  #state: PageState;
  #push: ProcedurePush | null = null;
  #drawing: Drawing | null = null;
  #findings: FindingsPush | null = null;
  #server: ServerState = 'running';
  #focus: Focus | null = null;
  #cursor: { readonly uri: string; readonly position: Position } | null = null;
  #cursorId: string | null = null;
  #outlineDue = false;
  /** Levels the reader opened although the procedure is large. */
  readonly #expanded = new Set<string>();

  constructor() {
    this.#state = savedState() ?? { uri: '', locked: false, view: 'flow', variant: null, camera: null, collapsed: [] };
    this.#toolbar = new Toolbar({
      view: (view) => this.#chooseView(view),
      variant: (variant) => this.#chooseVariant(variant),
      focus: (focus) => this.#chooseFocus(focus),
      find: () => this.#find.open(),
      zoom: (factor) => this.#stage.zoom(factor),
      fit: () => this.#stage.fit(),
      collapse: (all) => this.#collapse(all ? new Set(this.#procedure?.levels.map(({ id }) => id)) : new Set()),
      lock: (locked) => post({ type: 'lock', locked }),
      export: (format) => post({ type: 'export', format, theme: themeOf(document.body) }),
      copy: (format) => void this.#exporting.copy(format),
    });
    this.#stage = new Stage((camera, byReader) => {
      this.#toolbar.showScale(camera.scale);
      if (byReader) this.#card.hide();
      if (this.#drawing) this.#keep({ camera });
    });
    this.#picture = new Picture(this.#stage.diagram);
    this.#tables = new Tables((id) => this.#goToSource(id));
    this.#start = new StartPage((template) => post({ type: 'begin', template }));
    this.#find = new FindBar(
      (text) => (this.#procedure ? matches(this.#procedure, this.#picture.ids, text) : []),
      (found, current) => this.#showFound(found, current),
    );
    this.#card = new Card({
      openLink: (url) => post({ type: 'link', url }),
      goTo: ({ uri, range }) => post({ type: 'reveal', uri, range }),
    });
    this.#stage.diagram.className = 'sop-diagram';
    const looks = new CSSStyleSheet();
    looks.replaceSync(styleSheet());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];
    this.#outline.className = 'visually-hidden';
    this.#outline.setAttribute('aria-label', 'Outline of the procedure');
    this.#stage.element.append(
      this.#tables.element,
      this.#start.element,
      this.#banner.element,
      this.#find.element,
      this.#card.element,
    );
    const header = document.createElement('header');
    header.append(this.#toolbar.element);
    document.body.append(header, this.#stage.element, this.#outline);
    this.#arrange = latestWins(
      (order) => this.#draw(order),
      (error) => post({ type: 'trouble', message: String(error) }),
    );
    this.#listen();
    onMessage((message) => this.#take(message));
    post({ type: 'ready' });
  }

  get #procedure(): Procedure | null {
    return this.#push?.procedure ?? null;
  }

  #take(message: ToPage): void {
    switch (message.type) {
      case 'file':
        this.#openFile(message);
        return;
      case 'procedure':
        if (message.uri !== this.#state.uri) return;
        this.#push = message;
        this.#showBanner();
        this.#order();
        return;
      case 'findings':
        if (message.uri !== this.#state.uri) return;
        this.#findings = message;
        this.#showBadges();
        this.#showBanner();
        return;
      case 'cursor':
        if (message.uri !== this.#state.uri) return;
        this.#cursor = message;
        this.#showCursor(!message.typing);
        return;
      case 'focus':
        if (message.uri === this.#state.uri) this.#chooseFocus(message.focus);
        return;
      case 'server':
        this.#server = message.state;
        this.#showBanner();
        return;
      case 'export':
        void this.#exporting.make(message);
        return;
      case 'cancel-export':
        this.#exporting.cancel(message.id);
        return;
      case 'locked':
        this.#toolbar.showLocked(message.locked);
        this.#keep({ locked: message.locked });
    }
  }

  #openFile({ uri, locked, empty }: ToPage & { type: 'file' }): void {
    const same = uri === this.#state.uri;
    this.#toolbar.showLocked(locked);
    if (same && this.#push) return;
    this.#push = null;
    this.#findings = null;
    this.#cursor = null;
    this.#focus = null;
    this.#stage.reset(same ? this.#state.camera : null);
    this.#keep(same ? { locked } : { uri, locked, camera: null, collapsed: [], variant: null });
    if (empty) this.#start.show('empty');
  }

  #order(): void {
    if (this.#push) this.#arrange({ push: this.#push, collapsed: new Set(this.#state.collapsed), view: this.#state.view });
  }

  async #draw({ push, collapsed, view }: Order): Promise<void> {
    const { procedure } = push;
    const drawing = layOut(procedure, { view, collapsed, expanded: this.#expanded });
    const anchor = anchorOf(this.#drawing, drawing, this.#cursorId, this.#stage.camera, this.#stage.size);
    const shift = this.#stage.take(drawing, anchor);
    this.#drawing = drawing;
    this.#stage.diagram.dataset.view = view;
    const picture = paint(drawing, procedure);
    this.#picture.show(picture.figures, picture, push.version, shift);
    this.#start.show(drawing.boxes.length > 0 ? 'hidden' : procedure.header || procedure.name !== '' ? 'bare' : 'empty');
    const table = !isLibrary(procedure) && (view === 'responsibilities' || view === 'communication') ? view : null;
    this.#tables.show(table, procedure);
    this.#toolbar.showProcedure(procedure, this.#focus);
    this.#toolbar.showView(view, !isLibrary(procedure));
    this.#toolbar.showCollapsed(collapsed.size > 0, view === 'flow' && procedure.levels.length > 0);
    this.#showBanner();
    this.#showBadges();
    this.#showFocus();
    this.#showCursor(false);
    this.#find.refresh();
    this.#showOutlineSoon();
  }

  /** For an export: what is shown, as it is shown. */
  #shown(): { procedure: Procedure; drawing: () => Drawing } | null {
    const procedure = this.#procedure;
    const wish = { view: this.#state.view, collapsed: new Set(this.#state.collapsed), expanded: this.#expanded };
    return procedure && { procedure, drawing: () => layOut(procedure, wish) };
  }

  #showCursor(scroll: boolean): void {
    const procedure = this.#procedure;
    const at = this.#cursor && procedure ? elementAt(procedure, this.#cursor.position) : null;
    this.#cursorId = at !== null && this.#picture.rect(at) ? at : null;
    this.#picture.mark('at-cursor', this.#cursorId === null ? null : new Set([this.#cursorId]));
    const rect = scroll && this.#cursorId !== null ? this.#picture.rect(this.#cursorId) : null;
    // Of a level that is larger than the window its head counts.
    if (rect) this.#stage.reveal({ ...rect, height: Math.min(rect.height, 80) });
  }

  #showBadges(): void {
    this.#picture.showBadges(this.#drawing ? badgesOf(this.#drawing, this.#findings?.findings ?? []) : []);
  }

  #showFocus(): void {
    const procedure = this.#procedure;
    const kept = procedure ? focused(procedure, this.#focus) : null;
    this.#tables.focus(kept);
    if (!kept || !procedure) {
      this.#picture.mark('faded', null);
      return;
    }
    const edges = procedure.edges.filter(({ from, to }) => !(kept.has(from) && kept.has(to))).map(({ id }) => id);
    const holders = new Set(procedure.steps.filter(({ id }) => kept.has(id)).map(({ parent }) => parent));
    this.#picture.mark('faded', new Set([...this.#picture.ids.filter((id) => !kept.has(id) && !holders.has(id)), ...edges]));
  }

  #showFound(found: readonly string[], current: string | null): void {
    this.#tables.mark(new Set(found), current);
    this.#picture.mark('match', new Set(found));
    this.#picture.mark('current-match', current === null ? null : new Set([current]));
    const rect = current === null ? null : this.#picture.rect(current);
    if (rect) this.#stage.reveal({ ...rect, height: Math.min(rect.height, 120) });
  }

  #showBanner(): void {
    this.#banner.show(
      troubleOf({
        uri: this.#state.uri,
        server: this.#server,
        complete: this.#push?.complete ?? true,
        findings: this.#findings?.findings ?? [],
        notice: this.#drawing?.notice ?? null,
        startServer: () => post({ type: 'restart' }),
        goTo: ({ uri, range }) => post({ type: 'reveal', uri, range }),
      }),
    );
  }

  #showOutlineSoon(): void {
    if (this.#outlineDue) return;
    this.#outlineDue = true;
    // Nobody sees it: it must not cost a frame.
    requestIdleCallback(() => {
      this.#outlineDue = false;
      if (this.#procedure)
        fillOutline(this.#outline, this.#procedure, {
          nameOf: (id) => this.#picture.nameOf(id),
          goTo: (id) => this.#focusOn(id),
        });
    });
  }

  #listen(): void {
    const { svg } = this.#picture;
    svg.addEventListener('click', (event) => {
      const id = idUnder(event.target);
      if (id === null) return;
      if (event.target instanceof Element && event.target.closest('[data-collapses]')) this.#toggleLevel(id);
      else this.#goToSource(id);
    });
    svg.addEventListener('pointerover', (event) => this.#showCardOf(event.target));
    svg.addEventListener('pointerout', () => this.#card.hideSoon());
    svg.addEventListener('focusin', (event) => {
      const id = idUnder(event.target);
      const rect = id === null ? null : this.#picture.rect(id);
      if (id === null || !rect || !(event.target instanceof Element && event.target.matches(':focus-visible'))) return;
      this.#picture.makeFocusable(id);
      this.#stage.reveal({ ...rect, height: Math.min(rect.height, 120) });
      this.#showCardOf(event.target);
    });
    svg.addEventListener('focusout', () => this.#card.hideSoon());
    listenForKeys({
      find: () => this.#find.open(),
      zoom: (factor) => this.#stage.zoom(factor),
      actualSize: () => this.#stage.toActualSize(),
      fit: () => this.#stage.fit(),
      walk: (direction) => this.#walk(direction),
      pan: (x, y) => this.#stage.pan(x, y),
      enter: () => {
        const id = idUnder(document.activeElement);
        if (id !== null) this.#goToSource(id);
        return id !== null;
      },
      toggle: () => {
        const id = idUnder(document.activeElement);
        if (id !== null) this.#toggleLevel(id);
        return id !== null;
      },
      escape: () => {
        this.#card.hide();
        if (this.#focus) this.#chooseFocus(null);
      },
    });
    // Themes are classes of the body; what a canvas has drawn does not follow them by itself.
    new MutationObserver(() => this.#stage.redrawMinimap()).observe(document.body, {
      attributes: true,
      attributeFilter: ['class'],
    });
  }

  #showCardOf(target: EventTarget | null): void {
    const id = idUnder(target);
    const group = id === null ? null : this.#picture.group(id);
    if (id === null || !group || !this.#procedure) return;
    this.#card.showSoon(id, group, this.#procedure, this.#findingsOf(id));
  }

  #findingsOf(id: string): PreviewFinding[] {
    return (this.#findings?.findings ?? []).filter((finding) => finding.element === id);
  }

  #goToSource(id: string): void {
    const place = this.#procedure && placeOf(this.#procedure, id);
    if (place) post({ type: 'reveal', ...place });
  }

  #walk(direction: Direction): boolean {
    const from = idUnder(document.activeElement);
    if (from === null || !this.#procedure || !this.#drawing) return false;
    const to = neighbour(this.#procedure, this.#drawing.boxes, from, direction);
    if (to !== null) this.#focusOn(to);
    return true;
  }

  #focusOn(id: string): void {
    this.#picture.makeFocusable(id);
    this.#picture.group(id)?.focus({ preventScroll: true });
  }

  #toggleLevel(id: string): void {
    const box = this.#drawing?.boxes.find((candidate) => candidate.id === id);
    if (box?.kind !== 'level') return;
    const collapsed = new Set(this.#state.collapsed);
    // A large procedure collapses levels by itself: opening one of them is a wish of its own.
    if (box.collapsed) this.#expanded.add(id);
    else this.#expanded.delete(id);
    if (box.collapsed) collapsed.delete(id);
    else collapsed.add(id);
    this.#collapse(collapsed);
  }

  #collapse(collapsed: ReadonlySet<string>): void {
    this.#keep({ collapsed: [...collapsed] });
    this.#order();
  }

  #chooseVariant(variant: string | null): void {
    this.#keep({ variant });
    post({ type: 'variant', variant });
  }

  #chooseView(view: ViewName): void {
    this.#keep({ view });
    this.#drawing = null;
    this.#stage.reset(null);
    this.#order();
  }

  #chooseFocus(focus: Focus | null): void {
    this.#focus = focus;
    this.#showFocus();
    if (this.#procedure) this.#toolbar.showProcedure(this.#procedure, focus);
    const rect = focus?.kind === 'element' || focus?.kind === 'trigger' ? this.#picture.rect(focus.name) : null;
    if (rect) this.#stage.reveal({ ...rect, height: Math.min(rect.height, 120) });
  }

  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    saveState(this.#state);
  }
}

/** Id of the thing in the picture that an event is about. */
function idUnder(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<SVGGElement>('#diagram [data-id]')?.dataset.id ?? null) : null;
}
