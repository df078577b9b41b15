/** The preview's keys: `+ - 0` zoom, F fits, arrows walk along the flow (or move the picture), Enter goes to the source. */
import type { Direction } from './walk.js';

export interface KeyActions {
  find(): void;
  zoom(factor: number): void;
  actualSize(): void;
  fit(): void;
  /** False where nothing has the focus to walk from. */
  walk(direction: Direction): boolean;
  pan(x: number, y: number): void;
  enter(): boolean;
  toggle(): boolean;
  escape(): void;
}

const step = 60;

/** `within` undefined: wherever in the page a key is pressed. */
export function listenForKeys(actions: KeyActions, within?: HTMLElement): void {
  const listen = (event: KeyboardEvent): void => {
    if (isText(event.target)) return;
    // VS Code takes this key from the browser's own search before it comes here.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      actions.find();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (inControls(event.target) && !['+', '-', '0', '='].includes(event.key)) return;
    if (run(event.key, actions)) event.preventDefault();
  };
  if (within) within.addEventListener('keydown', listen);
  else window.addEventListener('keydown', listen);
}

function run(key: string, actions: KeyActions): boolean {
  switch (key) {
    case '+':
    case '=':
      actions.zoom(1.2);
      return true;
    case '-':
      actions.zoom(1 / 1.2);
      return true;
    case '0':
      actions.actualSize();
      return true;
    case 'f':
    case 'F':
      actions.fit();
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'ArrowRight':
      if (!actions.walk(key)) {
        actions.pan(
          key === 'ArrowLeft' ? step : key === 'ArrowRight' ? -step : 0,
          key === 'ArrowUp' ? step : key === 'ArrowDown' ? -step : 0,
        );
      }
      return true;
    case 'Enter':
      return actions.enter();
    case ' ':
      return actions.toggle();
    case 'Escape':
      actions.escape();
      return true;
    default:
      return false;
  }
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function inControls(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.toolbar, .card, .banner, .start, nav') !== null;
}
