/** What stands in the toolbar, and in which order. */
import type { Procedure } from '../flow/procedure.js';
import type { ExportFormat, Focus, ViewName } from '../src/preview-messages.js';
import { button, Chooser, menu, press } from './controls.js';
import { focusChoices, focusOf } from './focus-choices.js';

export interface ToolbarActions {
  view(view: ViewName): void;
  variant(variant: string | null): void;
  focus(focus: Focus | null): void;
  find(): void;
  zoom(factor: number): void;
  fit(): void;
  collapse(all: boolean): void;
  lock(locked: boolean): void;
  export(format: ExportFormat): void;
  copy(format: 'svg' | 'png'): void;
}

const formats: readonly (readonly [ExportFormat, string])[] = [
  ['svg', 'SVG picture'],
  ['png', 'PNG picture…'],
  ['pdf', 'PDF document…'],
  ['html', 'HTML page'],
  ['csv', 'CSV table…'],
  ['markdown', 'Markdown runbook'],
  ['mermaid', 'Mermaid flowchart'],
  ['bpmn', 'BPMN 2.0'],
  ['procedure', 'JSON: procedure'],
  ['drawing', 'JSON: drawing'],
];

const views: readonly (readonly [ViewName, string])[] = [
  ['flow', 'Flow'],
  ['swimlanes', 'Swimlanes'],
  ['responsibilities', 'Responsibilities'],
  ['communication', 'Communication'],
];

export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = document.createElement('span');
  readonly #scale = document.createElement('span');
  readonly #view: Chooser;
  readonly #variant: Chooser;
  readonly #focus: Chooser;
  readonly #lock: HTMLElement;
  readonly #collapse: HTMLElement;
  #locked = false;
  #collapsed = false;

  constructor(actions: ToolbarActions) {
    this.element = document.createElement('div');
    this.element.className = 'toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', 'Preview');
    this.#title.className = 'title';
    this.#scale.className = 'scale';
    this.#view = new Chooser('View', (value) => {
      const view = views.find(([name]) => name === value)?.[0];
      if (view) actions.view(view);
    });
    this.#variant = new Chooser('Variant', (value) => actions.variant(value === '' ? null : value));
    this.#focus = new Chooser('Focus', (value) => actions.focus(focusOf(value)));
    this.#lock = button('Lock to this file', 'unlock', () => actions.lock(!this.#locked));
    this.#collapse = button('Collapse all levels', 'collapse', () => actions.collapse(!this.#collapsed));
    const space = document.createElement('span');
    space.className = 'space';
    this.element.append(
      this.#title,
      this.#view.element,
      this.#variant.element,
      this.#focus.element,
      space,
      button('Find (Ctrl+F)', 'find', () => actions.find()),
      this.#collapse,
      button('Zoom out (-)', 'out', () => actions.zoom(1 / 1.2)),
      this.#scale,
      button('Zoom in (+)', 'in', () => actions.zoom(1.2)),
      button('Fit', 'fit', () => actions.fit()),
      this.#lock,
      menu('Export', 'export', [
        ...formats.map(([format, name]) => ({ name, press: () => actions.export(format) })),
        { name: 'Copy as SVG', press: () => actions.copy('svg') },
        { name: 'Copy as PNG', press: () => actions.copy('png') },
      ]),
    );
  }

  showProcedure(procedure: Procedure, focus: Focus | null): void {
    const title = procedure.title ?? procedure.name;
    this.#title.textContent = title;
    this.#title.title = title;
    const variants = procedure.variants.map((name) => ({ value: name, label: `Variant: ${name}` }));
    this.#variant.show([{ value: '', label: 'No variant' }, ...variants], procedure.variant ?? '');
    this.#focus.show(focusChoices(procedure, focus), focus ? `${focus.kind}:${focus.name}` : '');
  }

  /** `choice` false: there is only one way to show this file. */
  showView(view: ViewName, choice: boolean): void {
    const choices = views.map(([value, label]) => ({ value, label }));
    this.#view.show(choice ? choices : [], view);
  }

  showScale(scale: number): void {
    const text = `${Math.round(scale * 100)} %`;
    // It is told of every move: only a change is worth the browser's work.
    if (this.#scale.textContent !== text) this.#scale.textContent = text;
  }

  showLocked(locked: boolean): void {
    this.#locked = locked;
    press(this.#lock, locked, locked ? 'Unlock: follow the editor' : 'Lock to this file', locked ? 'lock' : 'unlock');
  }

  /** Whether all levels are collapsed, so that the button opens them again. */
  showCollapsed(collapsed: boolean, possible: boolean): void {
    this.#collapsed = collapsed;
    this.#collapse.hidden = !possible;
    press(this.#collapse, collapsed, collapsed ? 'Expand all levels' : 'Collapse all levels', collapsed ? 'expand' : 'collapse');
  }
}
