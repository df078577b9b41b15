/** Spreadsheets saved as CSV: a row a step, columns such as level, step, who, within, next, tells, via. Forgiving about their names. */
import type { Chart, ChartArrow, ChartGroup, ChartNode } from './chart.js';
import { type CsvRow, readCsv } from './csv-reader.js';
import { ImportError } from './import-error.js';
import type { Importer } from './importer.js';
import { procedureFromChart } from './procedure-from-chart.js';
import { durationText, readDuration } from './written-duration.js';

export const csvImporter: Importer = {
  format: 'csv',
  title: 'a spreadsheet',
  extensions: ['csv', 'tsv'],
  looksLike: (text) => {
    const [head = ''] = text.split(/\r?\n/, 1);
    return /[,;\t]/.test(head) && columnsOf(head.split(/[,;\t]/)).has('step');
  },
  import: async (text, file) => procedureFromChart(chartOfCsv(text), file),
};

type Column = 'level' | 'step' | 'who' | 'within' | 'next' | 'tells' | 'via' | 'kind' | 'owner' | 'note' | 'resolve';

const headings: Readonly<Record<Column, readonly string[]>> = {
  level: ['level', 'tier', 'stage', 'phase', 'escalation level', 'ebene', 'stufe'],
  step: ['step', 'action', 'task', 'activity', 'what', 'title', 'name', 'description', 'schritt', 'aufgabe'],
  who: ['who', 'role', 'responsible', 'assignee', 'assigned to', 'by', 'actor', 'wer', 'rolle', 'verantwortlich'],
  within: ['within', 'sla', 'time', 'duration', 'time limit', 'limit', 'deadline', 'due', 'target', 'frist', 'dauer'],
  next: ['next', 'next step', 'then', 'goto', 'go to', 'leads to', 'successor', 'escalate to', 'weiter', 'danach'],
  tells: ['tells', 'tell', 'notify', 'notifies', 'informs', 'informed', 'audience', 'recipient', 'recipients', 'informiert'],
  via: ['via', 'channel', 'medium', 'how', 'kanal'],
  kind: ['kind', 'type', 'shape', 'art', 'typ'],
  owner: ['owner', 'level owner', 'accountable', 'besitzer'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'bemerkung'],
  resolve: ['resolve', 'resolve within', 'level sla', 'resolution time'],
};

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const heading = cell
      .replace(/^\ufeff/, '')
      .replaceAll(/[_\-"?:]+/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/\(.*\)/, '')
      .trim()
      .toLowerCase();
    for (const [column, names] of Object.entries(headings)) {
      if (isColumn(column) && names.includes(heading) && !found.has(column)) found.set(column, index);
    }
  });
  return found;
}

function isColumn(name: string): name is Column {
  return name in headings;
}

/** @throws `ImportError` */
export function chartOfCsv(text: string): Chart {
  const [head, ...rows] = readCsv(text);
  if (!head) throw new ImportError('The file is empty.');
  const columns = columnsOf(head.cells);
  if (!columns.has('step')) {
    throw new ImportError(
      `No column tells the steps. The first row has: ${head.cells.map((cell) => `'${cell.trim()}'`).join(', ')}. Name one of them 'step'.`,
      head.line,
    );
  }
  const cell = (row: CsvRow, column: Column) => row.cells[columns.get(column) ?? -1]?.trim() ?? '';
  const unknown = head.cells.filter((title, index) => title.trim() !== '' && ![...columns.values()].includes(index));
  const groups = new Map<string, ChartGroup>();
  const nodes: ChartNode[] = [];
  let level = '';
  for (const row of rows) {
    // A level is often written in its first row only.
    level = cell(row, 'level') || level;
    const title = cell(row, 'step');
    if (title === '' && row.cells.every((each) => each.trim() === '')) continue;
    if (title === '')
      throw new ImportError(
        `Line ${row.line} has no text in the column '${head.cells[columns.get('step') ?? 0]?.trim()}'.`,
        row.line,
      );
    if (level !== '' && !groups.has(level.toLowerCase())) {
      const resolve = readDuration(cell(row, 'resolve'));
      groups.set(level.toLowerCase(), {
        id: `level:${level.toLowerCase()}`,
        title: /^\d+$/.test(level) ? `Level ${level}` : level,
        owner: cell(row, 'owner') || null,
        ...(resolve && { resolveWithin: durationText(resolve) }),
      });
    }
    nodes.push(nodeOf(row, cell, level, nodes.length));
  }
  const arrows = rows
    .filter((row) => cell(row, 'step') !== '')
    .flatMap((row, index) => arrowsOf(cell(row, 'next'), index, nodes, [...groups.values()]));
  const ends = endsFor(arrows);
  return {
    title: null,
    groups: [...groups.values()],
    nodes: [...nodes, ...ends],
    arrows,
    open: unknown.map((title) => `the column '${title.trim()}' was not taken over`),
  };
}

function nodeOf(row: CsvRow, cell: (row: CsvRow, column: Column) => string, level: string, index: number): ChartNode {
  const title = cell(row, 'step');
  const kind = cell(row, 'kind').toLowerCase();
  const tells = people(cell(row, 'tells'));
  const written = cell(row, 'within');
  const within = readDuration(written);
  const next = cell(row, 'next');
  const isDecision = /decision|question|decide|gateway/.test(kind) || title.endsWith('?') || answersOf(next).length > 1;
  const open = [
    ...(written !== '' && !within ? [`within '${written}' is no length of time`] : []),
    ...(cell(row, 'note') === '' ? [] : [`the note said: ${cell(row, 'note')}`]),
  ];
  return {
    id: `row:${index}`,
    kind: isDecision
      ? 'decision'
      : /wait/.test(kind)
        ? 'wait'
        : tells.length > 0 || /notif|message|mail/.test(kind)
          ? 'notify'
          : 'step',
    title,
    group: level === '' ? null : `level:${level.toLowerCase()}`,
    by: people(cell(row, 'who')),
    tells: isDecision ? [] : tells,
    via: people(cell(row, 'via')),
    ...(within && { within: durationText(within) }),
    open,
  };
}

function people(cell: string): string[] {
  return cell
    .split(/[,;/&+]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `Yes: fix it; No: L2` or `fix it`. */
function answersOf(next: string): { label: string; target: string }[] {
  return next
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const split = /^(.{1,60}?)\s*(?:->|=>|→|:)\s*(.+)$/.exec(part);
      return split ? { label: split[1] ?? '', target: split[2] ?? '' } : { label: '', target: part };
    });
}

/** Words that say that it is over. */
const over = /^(end|ende|done|finish(ed)?|resolved|closed?|stop|complete(d)?|solved)$/i;

function arrowsOf(next: string, index: number, nodes: readonly ChartNode[], groups: readonly ChartGroup[]): ChartArrow[] {
  const from = `row:${index}`;
  const answers = answersOf(next);
  if (answers.length === 0) {
    const below = nodes[index + 1];
    return below ? [{ from, to: below.id, label: '' }] : [];
  }
  return answers.map(({ label, target }) => ({ from, to: placeOf(target, nodes, groups), label }));
}

/** A row by its title or number, a level by its title, an end; what is none of these becomes an end of that name. */
function placeOf(target: string, nodes: readonly ChartNode[], groups: readonly ChartGroup[]): string {
  const wanted = target.toLowerCase();
  const row = nodes.find(({ title }) => title.toLowerCase() === wanted);
  if (row) return row.id;
  const group = groups.find(({ id, title }) => id === `level:${wanted}` || title.toLowerCase() === wanted);
  if (group) return nodes.find((node) => node.group === group.id)?.id ?? group.id;
  const number = /^(?:row|step)?\s*#?(\d+)$/.exec(wanted)?.[1];
  const numbered = number === undefined ? undefined : nodes[Number(number) - 1];
  return numbered?.id ?? `end:${over.test(target) ? 'Resolved' : target}`;
}

function endsFor(arrows: readonly ChartArrow[]): ChartNode[] {
  const titles = new Set(arrows.filter(({ to }) => to.startsWith('end:')).map(({ to }) => to.slice(4)));
  return [...titles].map((title) => ({
    id: `end:${title}`,
    kind: 'end',
    title,
    group: null,
    ...(title !== 'Resolved' && { open: [`'${title}' is neither a step nor a level of the spreadsheet`] }),
  }));
}
