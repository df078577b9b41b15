/** The procedure itself as JSON: what `docs/procedure.md` describes. */
import type { Exporter } from './exporter.js';

export const procedureExporter: Exporter = {
  format: 'procedure',
  title: 'Procedure (JSON)',
  extension: 'json',
  export: async ({ procedure }) => `${JSON.stringify(procedure, null, 2)}\n`,
};
