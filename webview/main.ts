/** Starts the preview page: controls, the layout's worker, the page itself. */
import { registerControls } from './controls.js';
import { startLayout } from './layout.js';
import { Page } from './page.js';

// Read at once: later there is no current script.
const script = document.currentScript;
const worker = script instanceof HTMLScriptElement ? (script.dataset.worker ?? '') : '';

registerControls();
new Page(startLayout(worker));
