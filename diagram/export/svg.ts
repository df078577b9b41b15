/** The picture as an SVG file. */
import { paint } from '../paint.js';
import { svgText } from '../svg-text.js';
import type { Exporter } from './exporter.js';

export const svgExporter: Exporter = {
  format: 'svg',
  title: 'Picture (SVG)',
  extension: 'svg',
  export: async ({ procedure, drawing, theme, transparent }) =>
    svgText(paint(await drawing(), procedure), { theme, transparent }),
};
