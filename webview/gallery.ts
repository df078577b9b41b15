/** Starts the gallery's page: a card for each template, with its real picture; found by words and by segment. */
import { styleSheet } from '../diagram/style.js';
import type { FromGallery, GalleryTemplate, ToGallery } from '../src/gallery-messages.js';
import { cardOf } from './gallery-card.js';

declare function acquireVsCodeApi(): { postMessage(message: FromGallery): void };

const api = acquireVsCodeApi();
const segmentNames: Readonly<Record<string, string>> = {
  smb: 'SMB',
  'mid-market': 'Mid-market',
  enterprise: 'Enterprise',
  strategic: 'Strategic',
  regulated: 'Regulated',
  'public-sector': 'Public sector',
};

class Gallery {
  readonly #search = document.createElement('input');
  readonly #segments = document.createElement('div');
  readonly #cards = document.createElement('ul');
  readonly #count = document.createElement('p');
  #templates: readonly { readonly about: GalleryTemplate; readonly card: HTMLElement }[] = [];
  #segment: string | null = null;

  constructor() {
    const looks = new CSSStyleSheet();
    looks.replaceSync(styleSheet());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];
    const heading = document.createElement('h1');
    heading.textContent = 'Begin with a procedure that holds';
    const lead = document.createElement('p');
    lead.className = 'lead';
    lead.append(
      'Each is complete and passes every check. Or ',
      link('answer six questions', () => api.postMessage({ type: 'questions' })),
      ', or ',
      link('import a flowchart, process or spreadsheet', () => api.postMessage({ type: 'import' })),
      '.',
    );
    this.#search.type = 'search';
    this.#search.placeholder = 'Search templates';
    this.#search.setAttribute('aria-label', 'Search templates');
    this.#search.addEventListener('input', () => this.#show());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') this.#visible()[0]?.card.querySelector('button')?.focus();
    });
    this.#segments.className = 'segments';
    this.#segments.setAttribute('role', 'group');
    this.#segments.setAttribute('aria-label', 'Segment');
    this.#count.className = 'count';
    this.#count.setAttribute('role', 'status');
    this.#count.textContent = 'Drawing the templates…';
    this.#cards.className = 'cards';
    this.#cards.addEventListener('keydown', (event) => this.#walk(event));
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(this.#search, this.#segments);
    const main = document.createElement('main');
    main.append(heading, lead, tools, this.#count, this.#cards);
    document.body.append(main);
    window.addEventListener('message', ({ data }: MessageEvent<ToGallery>) => this.#take(data));
    api.postMessage({ type: 'ready' });
  }

  #take(message: ToGallery): void {
    if (message.type === 'nothing') {
      this.#count.textContent = 'The language server did not answer. Close this page and open it again.';
      return;
    }
    this.#templates = message.templates.map((about) => ({
      about,
      card: cardOf(about, segmentTitles(about), () => api.postMessage({ type: 'choose', name: about.name })),
    }));
    this.#cards.replaceChildren(...this.#templates.map(({ card }) => card));
    const known = Object.keys(segmentNames).filter((name) => message.templates.some(({ segments }) => segments.includes(name)));
    this.#segments.replaceChildren(this.#chip(null, 'All'), ...known.map((name) => this.#chip(name, segmentNames[name] ?? name)));
    this.#show();
    this.#search.focus();
  }

  #chip(segment: string | null, title: string): HTMLElement {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'chip';
    chip.textContent = title;
    chip.setAttribute('aria-pressed', String(segment === this.#segment));
    chip.addEventListener('click', () => {
      this.#segment = segment;
      for (const other of this.#segments.children) other.setAttribute('aria-pressed', String(other === chip));
      this.#show();
    });
    return chip;
  }

  #show(): void {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { about, card } of this.#templates) {
      const text = searched(about);
      const fits = this.#segment === null || about.segments.length === 0 || about.segments.includes(this.#segment);
      card.hidden = !fits || !words.every((word) => text.includes(word));
    }
    const count = this.#visible().length;
    this.#count.textContent = count === 0 ? 'No template has these words.' : `${count} ${count === 1 ? 'template' : 'templates'}`;
  }

  #visible() {
    return this.#templates.filter(({ card }) => !card.hidden);
  }

  /** Arrow keys go from card to card, as they lie on the page. */
  #walk(event: KeyboardEvent): void {
    const buttons = this.#visible().flatMap(({ card }) => card.querySelector('button') ?? []);
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (at < 0) return;
    const top = (button: Element | undefined) => button?.getBoundingClientRect().top;
    const columns = Math.max(1, buttons.filter((button) => top(button) === top(buttons[0])).length);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const next = step === undefined ? undefined : buttons[at + step];
    if (step === undefined) return;
    event.preventDefault();
    if (next) next.focus();
    else if (event.key === 'ArrowUp') this.#search.focus();
  }
}

function segmentTitles({ segments, kind }: GalleryTemplate): readonly string[] {
  return [...(kind === 'library' ? ['Library'] : []), ...segments.map((name) => segmentNames[name] ?? name)];
}

/** What the search looks through: what a person remembers of a procedure. */
function searched({ name, title, lesson, segments, procedure }: GalleryTemplate): string {
  const titles = [...procedure.levels, ...procedure.triggers, ...procedure.resolutions, ...procedure.roles].map(
    (each) => each.title,
  );
  return [name, title, lesson, ...segments, ...titles].join(' ').toLowerCase();
}

function link(text: string, press: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}

new Gallery();
