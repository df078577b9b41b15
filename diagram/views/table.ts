/** The views that are tables, as rows of text: for the page, for spreadsheets. */
import type { Procedure } from '../../flow/procedure.js';
import { communicationOf } from './communication.js';
import { responsibilitiesOf } from './responsibilities.js';

export type TableView = 'responsibilities' | 'communication';

export interface TableRow {
  /** Id of what it is about. */
  readonly id: string;
  readonly cells: readonly string[];
  /** Somebody outside the company is told. */
  readonly outside?: boolean;
}

export interface TableData {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export function tableOf(procedure: Procedure, view: TableView): TableData {
  return view === 'responsibilities' ? responsibilities(procedure) : communication(procedure);
}

/** What a spreadsheet would take for a formula stays text. */
export function safeCell(text: string): string {
  return /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
}

function responsibilities(procedure: Procedure): TableData {
  const { roles, rows } = responsibilitiesOf(procedure);
  return {
    caption: 'Who is responsible (R), accountable (A), consulted (C) and informed (I)',
    header: ['Step', 'Where', ...roles.map(({ title }) => title)],
    rows: rows.map(({ id, title, place, parts }) => ({
      id,
      cells: [title, place.title, ...roles.map(({ name }) => (parts[name] ?? []).join(', '))],
    })),
  };
}

function communication(procedure: Procedure): TableData {
  return {
    caption: 'Who is told what, when, over what, by whom',
    header: ['What', 'To', 'When', 'Via', 'By', 'Template', 'Where'],
    rows: communicationOf(procedure).map(({ id, what, to, when, via, by, template, place, external }) => ({
      id,
      outside: external,
      cells: [what, to, when, via, by, template, place],
    })),
  };
}
