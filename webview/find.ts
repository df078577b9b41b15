/** Find in the picture: over titles, names and roles; every match is marked, one after the other is shown. */
import type { Procedure } from '../flow/procedure.js';
import { roleTitles, stepTitle } from '../flow/titles.js';

/** Ids whose title, name or people hold the text, in the order given. */
export function matches(procedure: Procedure, ids: readonly string[], wanted: string): string[] {
  const text = wanted.trim().toLocaleLowerCase();
  if (text === '') return [];
  const texts = searchable(procedure);
  return ids.filter((id) => texts.get(id)?.includes(text) ?? false);
}

function searchable(procedure: Procedure): Map<string, string> {
  const texts = new Map<string, string>();
  const put = (id: string, ...parts: (string | null)[]) => texts.set(id, parts.filter(Boolean).join('\n').toLocaleLowerCase());
  for (const step of procedure.steps) {
    const people = [
      ...step.responsible,
      ...(step.audience ?? []),
      ...(step.to ?? []),
      ...(step.hops ?? []).flatMap(({ roles }) => roles),
    ];
    put(step.id, stepTitle(procedure, step), step.name, roleTitles(procedure, people), people.join(' '));
  }
  for (const place of [...procedure.levels, ...procedure.resolutions, ...procedure.closures]) {
    put(place.id, place.title, place.name, place.owner, place.owner ? roleTitles(procedure, [place.owner]) : null);
  }
  for (const { id, title, name } of [...procedure.triggers, ...procedure.roles]) put(id, title, name);
  for (const { name, title } of procedure.procedures) put(name, title, name);
  return texts;
}

export class FindBar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #search: (text: string) => string[];
  readonly #show: (found: readonly string[], current: string | null) => void;
  #found: string[] = [];
  #at = 0;

  /** `search` returns the ids found; `show` marks them and brings the current one into view. */
  constructor(search: (text: string) => string[], show: (found: readonly string[], current: string | null) => void) {
    this.#search = search;
    this.#show = show;
    this.element = document.createElement('form');
    this.element.className = 'find';
    this.element.setAttribute('role', 'search');
    this.element.hidden = true;
    this.#input = document.createElement('input');
    this.#input.type = 'text';
    this.#input.placeholder = 'Find';
    this.#input.setAttribute('aria-label', 'Find in the picture');
    this.#count = document.createElement('span');
    this.#count.className = 'count';
    this.#count.setAttribute('role', 'status');
    this.element.append(
      this.#input,
      this.#count,
      this.#button('Previous match', '↑', () => this.#step(-1)),
      this.#button('Next match', '↓', () => this.#step(1)),
      this.#button('Close', '✕', () => this.close()),
    );
    this.#input.addEventListener('input', () => this.#run(true));
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter') this.#step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    });
  }

  open(): void {
    this.element.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.#run(true);
  }

  close(): void {
    const current = this.#found[this.#at] ?? null;
    this.element.hidden = true;
    this.#show([], null);
    document.querySelector<SVGGElement>(current === null ? '#stage' : `[data-id="${CSS.escape(current)}"]`)?.focus();
  }

  /** The picture changed: the same words may be found elsewhere now. */
  refresh(): void {
    if (!this.element.hidden) this.#run(false);
  }

  #run(fromStart: boolean): void {
    this.#found = this.#search(this.#input.value);
    this.#at = fromStart ? 0 : Math.min(this.#at, Math.max(0, this.#found.length - 1));
    this.#tell(fromStart);
  }

  #step(by: 1 | -1): void {
    if (this.#found.length === 0) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    this.#tell(true);
  }

  #tell(move: boolean): void {
    const empty = this.#input.value.trim() === '';
    this.#count.textContent = empty ? '' : this.#found.length === 0 ? 'No match' : `${this.#at + 1} of ${this.#found.length}`;
    this.#show(this.#found, move ? (this.#found[this.#at] ?? null) : null);
  }

  #button(name: string, sign: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = name;
    button.setAttribute('aria-label', name);
    button.textContent = sign;
    button.addEventListener('click', press);
    return button;
  }
}
