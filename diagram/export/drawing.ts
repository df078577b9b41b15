/** The positions of the picture as JSON: boxes and lines in pixels, with the ids of the procedure. */
import type { Exporter } from './exporter.js';

export const drawingExporter: Exporter = {
  format: 'drawing',
  title: 'Drawing (JSON)',
  extension: 'json',
  export: async ({ drawing }) => `${JSON.stringify(await drawing(), null, 2)}\n`,
};
