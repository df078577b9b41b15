/** The page's side of the talk with the extension, and what the page keeps over a reload of the window. */
import type { FromPage, PageState, ToPage } from '../src/preview-messages.js';

interface EditorApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

const api = acquireVsCodeApi();

export function post(message: FromPage): void {
  api.postMessage(message);
}

export function savedState(): PageState | undefined {
  return api.getState();
}

export function saveState(state: PageState): void {
  api.setState(state);
}

export function onMessage(take: (message: ToPage) => void): void {
  window.addEventListener('message', (event: MessageEvent<ToPage>) => take(event.data));
}
