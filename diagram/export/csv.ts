/** A view that is a table, for spreadsheets: comma-separated, quoted where it must be, as RFC 4180 has it. */
import { safeCell, tableOf } from '../views/table.js';
import type { Exporter } from './exporter.js';

export const csvExporter: Exporter = {
  format: 'csv',
  title: 'Table (CSV)',
  extension: 'csv',
  export: async ({ procedure, view }) => {
    const { header, rows } = tableOf(procedure, view === 'communication' ? 'communication' : 'responsibilities');
    return [header, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
  },
};

function cellText(text: string): string {
  const safe = safeCell(text.replaceAll(/\s+/g, ' ').trim());
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
