/** CSV as spreadsheets write it: commas, semicolons or tabs, quotes, line breaks within quotes, a byte order mark. */
import { ImportError } from './import-error.js';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** Rows with anything in them. @throws `ImportError` for a quote that never ends. */
export function readCsv(text: string): CsvRow[] {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  // Spreadsheets may say their separator in a first line of its own.
  const told = /^sep=(.)\n/i.exec(plain);
  const body = told ? plain.slice(told[0].length) : plain;
  const separator = told?.[1] ?? separatorOf(body);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = told ? 2 : 1;
  let begun = line;
  let at = 0;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ cells, line: begun });
    cells = [];
    cell = '';
  };
  while (at < body.length) {
    const sign = body[at] ?? '';
    if (sign === '"' && cell.trim() === '') {
      const from = line;
      cell = '';
      for (at++; ; at++) {
        if (at >= body.length) throw new ImportError(`The quote that begins in line ${from} never ends.`, from);
        if (body[at] === '"' && body[at + 1] === '"') at++;
        else if (body[at] === '"') break;
        if (body[at] === '\n') line++;
        cell += body[at];
      }
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      line++;
      begun = line;
    } else {
      cell += sign;
    }
    at++;
  }
  endRow();
  return rows;
}

/** The one that stands most often in the first row, outside of quotes. */
function separatorOf(text: string): string {
  const head = (text.split('\n', 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
