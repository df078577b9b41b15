/**
 * The toolbar, made of the VS Code Webview UI Toolkit. That toolkit is no longer maintained: this is the only file that
 * knows it, so that another can take its place.
 */
import {
  Button,
  Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import type { Choice } from './focus-choices.js';
import { type IconName, icons } from './icons.js';

export interface Action {
  readonly name: string;
  readonly press: () => void;
}

export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());
}

/** A button with an icon, or with a text where `icon` is null. */
export function button(name: string, icon: IconName | null, press: () => void): HTMLElement {
  const made = document.createElement('vscode-button');
  made.setAttribute('appearance', 'icon');
  made.setAttribute('aria-label', name);
  made.title = name;
  if (icon) made.innerHTML = icons[icon];
  else made.textContent = name;
  made.addEventListener('click', press);
  return made;
}

/** Pressed or not, for a button that switches something. */
export function press(made: HTMLElement, pressed: boolean, name: string, icon: IconName): void {
  if (!(made instanceof Button)) return;
  made.setAttribute('aria-pressed', String(pressed));
  made.setAttribute('aria-label', name);
  made.title = name;
  made.innerHTML = icons[icon];
}

/** A list of which one is chosen; it is hidden while there is nothing to choose between. */
export class Chooser {
  readonly element: HTMLElement;
  readonly #dropdown: Dropdown;
  #choices = '';

  constructor(name: string, chosen: (value: string) => void) {
    const made = document.createElement('vscode-dropdown');
    if (!(made instanceof Dropdown)) throw new Error('The toolbar is used before registerControls().');
    this.#dropdown = made;
    this.element = made;
    made.setAttribute('aria-label', name);
    made.title = name;
    made.hidden = true;
    made.addEventListener('change', () => chosen(made.value));
  }

  show(choices: readonly Choice[], value: string): void {
    const key = JSON.stringify(choices);
    if (key !== this.#choices) {
      this.#choices = key;
      this.#dropdown.replaceChildren(
        ...choices.map((choice) => {
          const option = document.createElement('vscode-option');
          option.setAttribute('value', choice.value);
          option.textContent = choice.label;
          return option;
        }),
      );
    }
    this.element.hidden = choices.length < 2;
    // The options are upgraded after they are put in: the value counts from then on.
    queueMicrotask(() => {
      if (this.#dropdown.value !== value) this.#dropdown.value = value;
    });
  }
}

/** A button that opens a list of actions. */
export function menu(name: string, icon: IconName, actions: readonly Action[]): HTMLElement {
  const around = document.createElement('div');
  around.className = 'menu';
  const list = document.createElement('div');
  list.className = 'menu-list';
  list.setAttribute('role', 'menu');
  list.hidden = true;
  const opener = button(name, icon, () => (list.hidden ? open() : close()));
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-expanded', 'false');
  const items = actions.map((action) => {
    const item = document.createElement('button');
    item.type = 'button';
    item.setAttribute('role', 'menuitem');
    item.tabIndex = -1;
    item.textContent = action.name;
    item.addEventListener('click', () => {
      close();
      action.press();
    });
    return item;
  });
  list.append(...items);
  around.append(opener, list);
  const open = () => {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    items[0]?.focus();
  };
  const close = () => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  };
  around.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const at = items.findIndex((item) => item.matches(':focus'));
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Escape') {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  around.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !around.contains(event.relatedTarget)) close();
  });
  return around;
}
