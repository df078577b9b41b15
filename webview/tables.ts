/** The views that are tables: who does and knows what (Responsibilities), who is told what (Communication). Real tables: they sort and copy. */
import { safeCell, type TableData, type TableRow, type TableView, tableOf } from '../diagram/views/table.js';
import type { Procedure } from '../flow/procedure.js';

export class Tables {
  readonly element: HTMLElement;
  readonly #goTo: (id: string) => void;
  /** Column and direction; null: in the order of the text. */
  #sorted: { readonly column: number; readonly down: boolean } | null = null;
  #data: TableData | null = null;
  #view = '';

  constructor(goTo: (id: string) => void) {
    this.#goTo = goTo;
    this.element = document.createElement('section');
    this.element.className = 'tables';
    this.element.hidden = true;
    for (const kind of ['pointerdown', 'wheel'] as const) {
      // Its text is selected and scrolled as text; the picture's gestures are not for it.
      this.element.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    }
    document.addEventListener('copy', (event) => {
      const text = this.spreadsheet;
      if (text === null || !this.element.isConnected || !document.getSelection()?.isCollapsed) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    });
  }

  /** The table as text for a spreadsheet, rows as they are shown: what Ctrl+C takes where nothing is selected. */
  get spreadsheet(): string | null {
    const data = this.element.hidden ? null : this.#data;
    if (!data) return null;
    const lines = [data.header, ...sortedRows(data.rows, this.#sorted).map(({ cells }) => cells)];
    return lines.map((cells) => cells.map(cellText).join('\t')).join('\n');
  }

  /** Null hides them. */
  show(view: TableView | null, procedure: Procedure): void {
    this.element.hidden = view === null;
    if (view === null) return;
    if (view !== this.#view) this.#sorted = null;
    this.#view = view;
    this.#data = tableOf(procedure, view);
    this.#draw();
  }

  /** Fades the rows of all other elements; null shows all. */
  focus(ids: ReadonlySet<string> | null): void {
    for (const row of this.element.querySelectorAll<HTMLElement>('tbody tr')) {
      row.classList.toggle('faded', ids !== null && !ids.has(row.dataset.id ?? ''));
    }
  }

  /** Marks the rows of what was found, and brings the current one into view. */
  mark(found: ReadonlySet<string>, current: string | null): void {
    if (this.element.hidden) return;
    for (const row of this.element.querySelectorAll<HTMLElement>('tbody tr')) {
      const id = row.dataset.id ?? '';
      row.classList.toggle('match', found.has(id));
      row.classList.toggle('current-match', id === current);
      if (id === current) row.scrollIntoView({ block: 'nearest' });
    }
  }

  #draw(): void {
    const data = this.#data;
    if (!data) return;
    const table = document.createElement('table');
    const caption = document.createElement('caption');
    caption.textContent = data.caption;
    const head = document.createElement('thead');
    const titles = document.createElement('tr');
    titles.append(...data.header.map((title, column) => this.#title(title, column)));
    head.append(titles);
    const body = document.createElement('tbody');
    body.append(...sortedRows(data.rows, this.#sorted).map((row) => this.#row(row)));
    table.append(caption, head, body);
    this.element.replaceChildren(table);
  }

  #title(title: string, column: number): HTMLElement {
    const cell = document.createElement('th');
    cell.scope = 'col';
    const sorted = this.#sorted?.column === column ? this.#sorted : null;
    if (sorted) cell.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.addEventListener('click', () => {
      // Up, down, and back to the order of the text.
      this.#sorted = !sorted ? { column, down: false } : sorted.down ? null : { column, down: true };
      this.#draw();
      this.element.querySelectorAll<HTMLElement>('th button')[column]?.focus();
    });
    cell.append(button);
    return cell;
  }

  #row({ id, cells, outside }: TableRow): HTMLElement {
    const row = document.createElement('tr');
    row.dataset.id = id;
    row.classList.toggle('outside', outside ?? false);
    row.append(
      ...cells.map((text, column) => {
        const cell = document.createElement(column === 0 ? 'th' : 'td');
        if (column > 0) {
          if (this.#view === 'responsibilities' && column > 1) showParts(cell, text);
          else cell.textContent = text;
          return cell;
        }
        cell.setAttribute('scope', 'row');
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = text;
        button.addEventListener('click', () => this.#goTo(id));
        cell.append(button);
        return cell;
      }),
    );
    return row;
  }
}

/** R, A, C and I as small signs. */
function showParts(cell: HTMLElement, parts: string): void {
  cell.className = 'parts';
  cell.append(
    ...parts.split(', ').flatMap((part, index) => {
      if (part === '') return [];
      const sign = document.createElement('span');
      sign.className = 'part';
      sign.dataset.part = part;
      sign.textContent = part;
      return index === 0 ? [sign] : [' ', sign];
    }),
  );
}

/** One cell on one line. */
function cellText(text: string): string {
  return safeCell(text.replaceAll(/\s+/g, ' ').trim());
}

function sortedRows(
  rows: readonly TableRow[],
  sorted: { readonly column: number; readonly down: boolean } | null,
): readonly TableRow[] {
  if (!sorted) return rows;
  const sign = sorted.down ? -1 : 1;
  const at = ({ cells }: TableRow) => cells[sorted.column] ?? '';
  return [...rows].sort((one, other) => sign * at(one).localeCompare(at(other), undefined, { numeric: true }));
}
