/**
 * `<sop-diagram src="…">`: a procedure as a living picture in any page. Attributes: `src` (address of a `.sop` file; without
 * it, the element's own text is drawn), `view` (flow, swimlanes, responsibilities, communication), `variant` (a name).
 * The font of the picture is read from beside this script (`inter-400.ttf`, `inter-600.ttf`), if it is there.
 */
import { styleSheet } from '../diagram/style.js';
import type { ViewName } from '../src/preview-messages.js';
import { readAddress } from './read-address.js';
import { Viewer } from './viewer.js';
import { viewerStyle } from './viewer-style.js';

const views: readonly ViewName[] = ['flow', 'swimlanes', 'responsibilities', 'communication'];
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

class SopDiagram extends HTMLElement {
  static readonly observedAttributes = ['src', 'view', 'variant'];
  readonly #root = this.attachShadow({ mode: 'open' });
  /** Only the newest reading counts. */
  #reading = 0;
  #waiting = false;

  constructor() {
    super();
    const looks = new CSSStyleSheet();
    looks.replaceSync(viewerStyle + styleSheet());
    this.#root.adoptedStyleSheets = [looks];
  }

  connectedCallback(): void {
    loadFonts();
    this.#showSoon();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#showSoon();
  }

  /** Once for all attributes that are set together, and after the page has given the element its text. */
  #showSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      void this.#show();
    });
  }

  async #show(): Promise<void> {
    const reading = ++this.#reading;
    const source = this.getAttribute('src');
    const address = new URL(source ?? 'procedure.sop', document.baseURI).href;
    const view = views.find((name) => name === this.getAttribute('view')) ?? 'flow';
    try {
      const procedures = await readAddress(address, source === null ? (this.textContent ?? '') : null);
      if (reading !== this.#reading) return;
      this.#root.replaceChildren(new Viewer(procedures, { view, variant: this.getAttribute('variant') }).element);
      this.dispatchEvent(new CustomEvent('sop-drawn'));
    } catch (error) {
      if (reading !== this.#reading) return;
      const problem = document.createElement('p');
      problem.className = 'problem';
      problem.setAttribute('role', 'alert');
      problem.textContent = `The procedure cannot be shown: ${error instanceof Error ? error.message : String(error)}`;
      this.#root.replaceChildren(problem);
    }
  }
}

let fontsLoaded = false;

/** Without them the picture shows in a font that is nearly as wide. */
function loadFonts(): void {
  if (fontsLoaded || script === '') return;
  fontsLoaded = true;
  for (const weight of ['400', '600']) {
    const face = new FontFace('Inter', `url(${JSON.stringify(new URL(`inter-${weight}.ttf`, script).href)})`, { weight });
    document.fonts.add(face);
    face.load().catch(() => undefined);
  }
}

if (!customElements.get('sop-diagram')) customElements.define('sop-diagram', SopDiagram);
