/** What an empty file shows: a few ways to begin. */
import { post } from './host.js';
import { templates } from './templates.js';

const otherWays = [
  { title: 'Answer six questions', about: 'Triggers, levels, owners, actions, messages, closing', how: 'questions' },
  { title: 'Choose a template', about: 'Whole procedures by segment, each with its picture', how: 'gallery' },
  { title: 'Import', about: 'A Mermaid flowchart, BPMN 2.0 or a spreadsheet', how: 'import' },
] as const;

export class StartPage {
  readonly element: HTMLElement;
  readonly #heading: HTMLElement;
  readonly #hint: HTMLElement;
  readonly #list: HTMLElement;

  /** `begin` hears of the text that was chosen. */
  constructor(begin: (text: string) => void) {
    this.element = document.createElement('section');
    this.element.className = 'start';
    this.element.hidden = true;
    this.#heading = document.createElement('h1');
    this.#hint = document.createElement('p');
    this.#list = document.createElement('ul');
    for (const template of templates(new Date().toISOString().slice(0, 10))) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      const title = document.createElement('strong');
      title.textContent = template.title;
      const about = document.createElement('span');
      about.textContent = template.about;
      button.append(title, about);
      button.addEventListener('click', () => begin(template.text));
      item.append(button);
      this.#list.append(item);
    }
    for (const { title: name, about: hint, how } of otherWays) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      const title = document.createElement('strong');
      title.textContent = name;
      const about = document.createElement('span');
      about.textContent = hint;
      button.append(title, about);
      button.addEventListener('click', () => post({ type: 'start', how }));
      item.append(button);
      this.#list.append(item);
    }
    this.element.append(this.#heading, this.#hint, this.#list);
  }

  /** `empty`: nothing is written yet; `bare`: something is, but nothing of it can be drawn. */
  show(state: 'empty' | 'bare' | 'hidden'): void {
    this.element.hidden = state === 'hidden';
    this.#list.hidden = state !== 'empty';
    this.#heading.textContent = state === 'empty' ? 'A procedure begins here' : 'Nothing to draw yet';
    this.#hint.textContent =
      state === 'empty'
        ? 'Choose a beginning, or type sop in the editor and take what it offers. The picture grows as you write.'
        : 'Add a trigger, a level or a role: each appears here as soon as it is written.';
  }
}
