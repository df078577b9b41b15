/**
 * The procedure as one HTML file that needs nothing else: its four views, pan, zoom, cards, find, variants. Its policy lets
 * exactly one script run, ours, known by its hash; text of the procedure is data and never markup.
 */
import type { Procedure } from '../../flow/procedure.js';
import { paint } from '../paint.js';
import { escapeXml, svgText } from '../svg-text.js';
import type { Exporter } from './exporter.js';
import { base64Of } from './font-face.js';
import { subsetFont } from './font-subset.js';

export const htmlExporter: Exporter = {
  format: 'html',
  title: 'Page (HTML)',
  extension: 'html',
  export: async ({ procedure, variants, drawing, theme, assets }) => {
    const others = (await variants?.()) ?? [];
    const procedures = [procedure, ...others.filter(({ variant }) => variant !== procedure.variant)];
    const data = JSON.stringify({ procedures, fonts: await fontsFor(procedures, assets) });
    const script = await assets.pageScript();
    const hash = base64Of(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))));
    const still = svgText(paint(await drawing(), procedure), { theme });
    return [
      '<!DOCTYPE html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="referrer" content="no-referrer">',
      `<title>${escapeXml(procedure.title ?? procedure.name)}</title>`,
      '</head>',
      '<body>',
      `<noscript>${still}</noscript>`,
      `<script type="application/json" id="procedures">${asData(data)}</script>`,
      `<script>${script}</script>`,
      '</body>',
      '</html>',
      '',
    ].join('\n');
  },
};

/** JSON in which nothing can end the element that it stands in. */
function asData(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Both weights, with every character of the procedures and those our own words need. */
async function fontsFor(
  procedures: readonly Procedure[],
  { font }: { readonly font: (weight: 'regular' | 'semibold') => Promise<Uint8Array> },
): Promise<Readonly<Record<string, string>>> {
  const text = ownCharacters + JSON.stringify(procedures);
  const [regular, semibold] = await Promise.all([font('regular'), font('semibold')]);
  return { 400: base64Of(subsetFont(regular, text)), 600: base64Of(subsetFont(semibold, text)) };
}

const ownCharacters = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}·–—…→←×≤≥“”‘’%`;
