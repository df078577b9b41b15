/** The procedure as nested lists, for screen readers only; each entry leads to its element in the picture. */
import type { Procedure } from '../flow/procedure.js';

export interface OutlineActions {
  nameOf(id: string): string;
  goTo(id: string): void;
}

export function fillOutline(outline: HTMLElement, procedure: Procedure, { nameOf, goTo }: OutlineActions): void {
  const list = document.createElement('ol');
  const item = (id: string, within: HTMLElement): HTMLElement | null => {
    const name = nameOf(id);
    if (name === '') return null;
    const entry = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.textContent = name;
    button.addEventListener('click', () => goTo(id));
    entry.append(button);
    within.append(entry);
    return entry;
  };
  for (const { id } of procedure.triggers) item(id, list);
  for (const place of [...procedure.levels, ...procedure.resolutions, ...procedure.closures]) {
    const steps = document.createElement('ol');
    for (const step of procedure.steps) if (step.parent === place.id && step.kind !== 'join') item(step.id, steps);
    const entry = item(place.id, list);
    if (steps.childElementCount > 0) entry?.append(steps);
  }
  outline.replaceChildren(list);
}
