/** The picture as an SVG file, with its font inside. */
import { paint } from '../paint.js';
import { svgText } from '../svg-text.js';
import type { Exporter } from './exporter.js';
import { fontFaceFor, textOf } from './font-face.js';

export const svgExporter: Exporter = {
  format: 'svg',
  title: 'Picture (SVG)',
  extension: 'svg',
  export: async ({ procedure, drawing, theme, transparent, assets }) => {
    const picture = paint(await drawing(), procedure);
    return svgText(picture, { theme, transparent, fontFace: await fontFaceFor(textOf(picture), assets) });
  },
};
