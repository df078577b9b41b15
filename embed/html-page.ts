/** The script of the exported page: shows the procedures that the page carries, with the fonts that it carries. */
import { styleSheet } from '../diagram/style.js';
import type { Procedure } from '../flow/procedure.js';
import { Viewer } from './viewer.js';
import { viewerStyle } from './viewer-style.js';

interface Carried {
  /** The procedure itself, then its variants. */
  readonly procedures: readonly [Procedure, ...Procedure[]];
  /** The font, a weight each, as base64. */
  readonly fonts: Readonly<Record<string, string>>;
}

const carried: Carried = JSON.parse(document.getElementById('procedures')?.textContent ?? '');
const looks = new CSSStyleSheet();
looks.replaceSync(viewerStyle + styleSheet());
document.adoptedStyleSheets = [looks];
for (const [weight, data] of Object.entries(carried.fonts)) {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  document.fonts.add(new FontFace('Inter', bytes, { weight }));
}
document.body.append(new Viewer(carried.procedures, { variant: carried.procedures[0].variant, wholePage: true }).element);
