/** One line over the picture that says what is not as it should be, instead of taking the picture away. */

export interface Trouble {
  readonly text: string;
  readonly action?: { readonly name: string; readonly press: () => void };
}

export class Banner {
  readonly element: HTMLElement;
  #shown = '';

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'banner';
    this.element.setAttribute('role', 'status');
    this.element.hidden = true;
  }

  show(trouble: Trouble | null): void {
    if (this.#shown === (trouble?.text ?? '')) return;
    this.#shown = trouble?.text ?? '';
    this.element.hidden = !trouble;
    if (!trouble) return;
    const text = document.createElement('span');
    text.textContent = trouble.text;
    this.element.replaceChildren(text);
    const { action } = trouble;
    if (!action) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.name;
    button.addEventListener('click', () => action.press());
    this.element.append(button);
  }
}
