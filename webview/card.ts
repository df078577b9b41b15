/** The card beside an element on hover or focus: the same words as the editor's hover, and what the rules found. */
import { explainElement } from '../flow/explain/explain.js';
import { type Explanation, isSafeUrl } from '../flow/explain/explanation.js';
import type { Procedure } from '../flow/procedure.js';
import type { PreviewFinding } from '../src/preview-messages.js';

const delayInMs = 350;

export interface CardActions {
  openLink(url: string): void;
  goTo(finding: PreviewFinding): void;
}

export class Card {
  readonly element: HTMLElement;
  readonly #actions: CardActions;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #id: string | null = null;

  constructor(actions: CardActions) {
    this.#actions = actions;
    this.element = document.createElement('aside');
    this.element.className = 'card';
    this.element.id = 'card';
    this.element.setAttribute('aria-label', 'About this element');
    this.element.hidden = true;
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#waiting));
    this.element.addEventListener('pointerleave', () => this.hideSoon());
    for (const kind of ['pointerdown', 'wheel', 'click'] as const) {
      this.element.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    }
  }

  /** After a moment, or at once where another card is open already. */
  showSoon(id: string, anchor: Element, procedure: Procedure, findings: readonly PreviewFinding[]): void {
    clearTimeout(this.#waiting);
    if (this.#id === id && !this.element.hidden) return;
    this.#waiting = setTimeout(() => this.show(id, anchor, procedure, findings), this.element.hidden ? delayInMs : 80);
  }

  show(id: string, anchor: Element, procedure: Procedure, findings: readonly PreviewFinding[]): void {
    clearTimeout(this.#waiting);
    const explanation = explainElement(procedure, id);
    if (!explanation && findings.length === 0) {
      this.hide();
      return;
    }
    this.#id = id;
    this.element.replaceChildren(
      ...findings.map((finding) => this.#finding(finding)),
      ...(explanation ? this.#explained(explanation) : []),
    );
    this.element.hidden = false;
    this.#place(anchor);
  }

  hideSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.hide(), 200);
  }

  hide(): void {
    clearTimeout(this.#waiting);
    this.#id = null;
    this.element.hidden = true;
  }

  /** Beside the element, wherever there is room for it. */
  #place(anchor: Element): void {
    const stage = this.element.parentElement?.getBoundingClientRect();
    if (!stage) return;
    const at = anchor.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const gap = 10;
    const right = at.right - stage.left + gap;
    const left = at.left - stage.left - gap - width;
    const below = at.bottom - stage.top + gap;
    let x = right;
    let y = at.top - stage.top;
    if (right + width > stage.width) {
      if (left >= 0) {
        x = left;
      } else {
        x = Math.max(gap, Math.min(at.left - stage.left, stage.width - width - gap));
        y = below + height <= stage.height ? below : at.top - stage.top - gap - height;
      }
    }
    this.element.style.left = `${Math.max(gap, x)}px`;
    this.element.style.top = `${Math.max(gap, Math.min(y, stage.height - height - gap))}px`;
  }

  #finding(finding: PreviewFinding): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `finding ${finding.level}`;
    button.textContent = finding.message;
    button.addEventListener('click', () => this.#actions.goTo(finding));
    return button;
  }

  #explained({ kind, title, facts, table, checks, notes, references }: Explanation): HTMLElement[] {
    const parts = [element('p', 'kind', kind), element('h2', '', title)];
    if (facts.length > 0) {
      const list = document.createElement('dl');
      for (const { label, value } of facts) list.append(element('dt', '', label), element('dd', '', value));
      parts.push(list);
    }
    if (table) parts.push(tableOf(table));
    if (checks && checks.length > 0) {
      const list = element('ul', 'checks', '');
      list.append(...checks.map((check) => element('li', '', check)));
      parts.push(list);
    }
    parts.push(...notes.map((note) => element('p', 'note', note)));
    parts.push(...references.map(({ title: label, url }) => this.#link(label, url)));
    return parts;
  }

  #link(title: string | null, url: string): HTMLElement {
    if (!isSafeUrl(url) || !/^(https?:|mailto:)/i.test(url)) return element('p', 'note', title ? `${title}: ${url}` : url);
    const link = document.createElement('button');
    link.type = 'button';
    link.className = 'link';
    link.textContent = title ?? url;
    link.title = url;
    link.addEventListener('click', () => this.#actions.openLink(url));
    return link;
  }
}

function tableOf({ header, rows }: NonNullable<Explanation['table']>): HTMLElement {
  const table = document.createElement('table');
  const row = (cells: readonly string[], kind: 'th' | 'td') => {
    const line = document.createElement('tr');
    line.append(...cells.map((cell) => element(kind, '', cell)));
    return line;
  };
  table.append(row(header, 'th'), ...rows.map((cells) => row(cells, 'td')));
  return table;
}

/** An element with text: text of the file is only ever text. */
function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
