/** Starts the preview page. */
import { registerControls } from './controls.js';
import { Page } from './page.js';

registerControls();
new Page();
