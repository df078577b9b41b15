/** The row over the picture: title, views, variant, focus, find and zoom, made of the browser's own controls. */
import type { Procedure } from '../flow/procedure.js';
import type { Focus, ViewName } from '../src/preview-messages.js';
import { type Choice, focusChoices, focusOf } from '../webview/focus-choices.js';
import { type IconName, icons } from '../webview/icons.js';

export interface ViewerActions {
  view(view: ViewName): void;
  variant(variant: string | null): void;
  focus(focus: Focus | null): void;
  find(): void;
  zoom(factor: number): void;
  fit(): void;
}

const views = [
  ['flow', 'Flow'],
  ['swimlanes', 'Swimlanes'],
  ['responsibilities', 'Responsibilities'],
  ['communication', 'Communication'],
] as const;

export class ViewerBar {
  readonly element = document.createElement('header');
  readonly #title = document.createElement('h1');
  readonly #views = document.createElement('div');
  readonly #buttons: ReadonlyMap<ViewName, HTMLButtonElement>;
  readonly #variant: HTMLSelectElement;
  readonly #focus: HTMLSelectElement;

  constructor(actions: ViewerActions) {
    this.element.className = 'toolbar';
    this.#title.className = 'title';
    this.#views.className = 'views';
    this.#views.setAttribute('role', 'group');
    this.#views.setAttribute('aria-label', 'View');
    this.#buttons = new Map(views.map(([name, label]) => [name, textButton(label, () => actions.view(name))]));
    this.#views.append(...this.#buttons.values());
    this.#variant = list('Variant', (value) => actions.variant(value === '' ? null : value));
    this.#focus = list('Focus', (value) => actions.focus(focusOf(value)));
    const space = document.createElement('span');
    space.className = 'space';
    this.element.append(
      this.#title,
      this.#views,
      this.#variant,
      this.#focus,
      space,
      iconButton('Find (Ctrl+F)', 'find', () => actions.find()),
      iconButton('Zoom out (-)', 'out', () => actions.zoom(1 / 1.2)),
      iconButton('Zoom in (+)', 'in', () => actions.zoom(1.2)),
      iconButton('Fit', 'fit', () => actions.fit()),
    );
  }

  /** `choice` false: there is only one way to show this file. */
  show(procedure: Procedure, view: ViewName, choice: boolean, focus: Focus | null): void {
    this.#title.textContent = procedure.title ?? (procedure.name || 'Roles');
    this.#views.hidden = !choice;
    for (const [name, button] of this.#buttons) button.setAttribute('aria-pressed', String(name === view));
    const variants = procedure.variants.map((name) => ({ value: name, label: `Variant: ${name}` }));
    fill(this.#variant, [{ value: '', label: 'No variant' }, ...variants], procedure.variant ?? '');
    fill(this.#focus, focusChoices(procedure, focus), focus ? `${focus.kind}:${focus.name}` : '');
  }
}

function textButton(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', press);
  return button;
}

function iconButton(name: string, icon: IconName, press: () => void): HTMLButtonElement {
  const button = textButton('', press);
  button.innerHTML = icons[icon];
  button.title = name;
  button.setAttribute('aria-label', name);
  return button;
}

function list(name: string, chosen: (value: string) => void): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', name);
  select.title = name;
  select.addEventListener('change', () => chosen(select.value));
  return select;
}

function fill(select: HTMLSelectElement, choices: readonly Choice[], value: string): void {
  select.hidden = choices.length < 2;
  select.replaceChildren(...choices.map(({ value: own, label }) => new Option(label, own)));
  select.value = value;
}
