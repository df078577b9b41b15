/**
 * For VS Code's Markdown preview: what is shown for a ```sop block, made at once because markdown-it does not wait. A bundle
 * of its own, loaded with the first such block; the picture is an SVG with the classes of `styleSheet()`.
 */
import { paint } from '../diagram/paint.js';
import { escapeXml, svgText } from '../diagram/svg-text.js';
import { isLibrary, layOut } from '../webview/layout.js';
import { readText } from './read-text.js';

/** Pictures of texts drawn lately: the whole page is drawn again at each key pressed anywhere in it. */
const drawn = new Map<string, string>();

/** HTML of a picture; of the text itself where there is nothing to draw. */
export function pictureOf(text: string): string {
  const known = drawn.get(text);
  if (known !== undefined) return known;
  const html = draw(text);
  if (drawn.size > 50) drawn.clear();
  drawn.set(text, html);
  return html;
}

function draw(text: string): string {
  const asText = `<pre><code class="language-sop">${escapeXml(text)}</code></pre>\n`;
  const reading = readText(text);
  if (!reading) return asText;
  const { procedure, problem } = reading;
  const told = problem
    ? `<p class="sop-problem">Line ${problem.line} cannot be read yet: ${escapeXml(problem.message)}</p>\n`
    : '';
  const drawing = layOut(procedure, { view: 'flow', collapsed: new Set(), expanded: new Set() });
  if (drawing.boxes.length === 0) return told + asText;
  const svg = svgText(paint(drawing, procedure), { theme: 'light', transparent: true, classes: true });
  const name = isLibrary(procedure) ? 'Roles' : (procedure.title ?? procedure.name);
  return `<figure class="sop-diagram" aria-label="${escapeXml(name)}">${svg}</figure>\n${told}`;
}
