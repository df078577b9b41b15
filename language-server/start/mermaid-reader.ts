/** Reads the text of a Mermaid flowchart into boxes, arrows and subgraphs. Looks (classes, styles, clicks) are passed over. */
import type { ChartArrow } from './chart.js';
import { ImportError } from './import-error.js';

export interface MermaidNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
  /** Id of the innermost subgraph. */
  readonly group: string | null;
}

type Shape = 'box' | 'rounded' | 'stadium' | 'subroutine' | 'circle' | 'double-circle' | 'flag' | 'rhomb' | 'hexagon' | 'slanted';

export interface MermaidFlowchart {
  readonly title: string | null;
  readonly nodes: readonly MermaidNode[];
  readonly arrows: readonly ChartArrow[];
  readonly subgraphs: readonly { readonly id: string; readonly title: string }[];
  readonly open: readonly string[];
}

/** Longer beginnings first. */
const shapes: readonly (readonly [string, string, Shape])[] = [
  ['(((', ')))', 'double-circle'],
  ['((', '))', 'circle'],
  ['([', '])', 'stadium'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'box'],
  ['[/', '/]', 'slanted'],
  ['[/', '\\]', 'slanted'],
  ['[\\', '\\]', 'slanted'],
  ['[\\', '/]', 'slanted'],
  ['{{', '}}', 'hexagon'],
  ['(', ')', 'rounded'],
  ['[', ']', 'box'],
  ['{', '}', 'rhomb'],
  ['>', ']', 'flag'],
];

/** Shapes by their newer names: `A@{ shape: diam }`. */
const namedShapes: Readonly<Record<string, Shape>> = {
  diam: 'rhomb',
  diamond: 'rhomb',
  decision: 'rhomb',
  question: 'rhomb',
  hex: 'hexagon',
  hexagon: 'hexagon',
  stadium: 'stadium',
  pill: 'stadium',
  terminal: 'stadium',
  circ: 'circle',
  circle: 'circle',
  start: 'circle',
  stop: 'double-circle',
  'dbl-circ': 'double-circle',
  'fr-circ': 'double-circle',
  odd: 'flag',
  subproc: 'subroutine',
  subprocess: 'subroutine',
  'fr-rect': 'subroutine',
};

/** @throws `ImportError` with the line. */
export function readMermaid(text: string): MermaidFlowchart {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  #at = 0;
  #title: string | null = null;
  readonly #nodes = new Map<string, MermaidNode>();
  readonly #arrows: ChartArrow[] = [];
  readonly #subgraphs: { id: string; title: string }[] = [];
  readonly #within: string[] = [];
  /** Where the subgraphs begin that are not closed yet. */
  readonly #lines: number[] = [];

  constructor(text: string) {
    this.#text = text.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  }

  read(): MermaidFlowchart {
    this.#head();
    for (this.#skip(true); this.#at < this.#text.length; this.#skip(true)) this.#statement();
    const open = this.#within.at(-1);
    if (open !== undefined) throw new ImportError(`The subgraph '${open}' has no 'end'.`, this.#lines.at(-1) ?? null);
    return { title: this.#title, nodes: [...this.#nodes.values()], arrows: this.#arrows, subgraphs: this.#subgraphs, open: [] };
  }

  #head(): void {
    this.#skip(true);
    const matter = this.#take(/---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/y);
    if (matter) this.#title = unquoted(/^title:\s*(.+)$/m.exec(matter[1] ?? '')?.[1]?.trim() ?? '') || null;
    this.#skip(true);
    if (this.#take(/(?:flowchart(?:-elk)?|graph)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?/y)) return;
    const other = /\w[\w-]*/y;
    other.lastIndex = this.#at;
    const word = other.exec(this.#text)?.[0];
    throw this.#fault(
      word === undefined
        ? 'The file is empty.'
        : `'${word}' is no flowchart. Only Mermaid flowcharts can be imported: they begin with 'flowchart TD' or 'graph LR'.`,
    );
  }

  #statement(): void {
    if (this.#take(/(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b[^\n;]*/y)) return;
    if (this.#take(/subgraph\b[ \t]*/y)) {
      this.#subgraph();
      return;
    }
    if (this.#take(/end\b(?=[ \t]*(?:;|\n|$|%%))/y)) {
      this.#lines.pop();
      if (this.#within.pop() === undefined) throw this.#fault("This 'end' closes no subgraph.");
      return;
    }
    this.#chain();
  }

  #subgraph(): void {
    const id = this.#take(/[^\s[("]+(?=[ \t]*(?:\[|$|\n|;))/y)?.[0];
    this.#skip(false);
    const shape = this.#text[this.#at] === '[' ? this.#label() : null;
    const written = shape ? shape.label : id === undefined ? labelText(this.#take(/[^\n;]*/y)?.[0] ?? '') : id;
    const name = id ?? `subgraph ${this.#subgraphs.length + 1}`;
    this.#subgraphs.push({ id: name, title: written.replaceAll('\n', ' ') || name });
    this.#within.push(name);
    this.#lines.push(this.#line());
  }

  /** `A --> B & C -->|yes| D`. */
  #chain(): void {
    let froms = this.#group();
    for (;;) {
      this.#skip(false);
      const label = this.#link();
      if (label === null) break;
      const tos = this.#group();
      for (const from of froms) for (const to of tos) this.#arrows.push({ from, to, label });
      froms = tos;
    }
    this.#skip(false);
    if (this.#at < this.#text.length && !/[\n;]/.test(this.#text[this.#at] ?? '')) {
      throw this.#fault(`An arrow such as '-->' or the end of the line is due before '${this.#rest()}'.`);
    }
  }

  #group(): string[] {
    const ids: string[] = [];
    do {
      this.#skip(true);
      ids.push(this.#node());
      this.#skip(false);
    } while (this.#take(/&/y));
    return ids;
  }

  #node(): string {
    // An id may hold dashes, but not those that begin an arrow.
    const id = this.#take(/(?:[\p{L}\p{N}_.!#$%'*+?\\/`]|-(?![-.>=])|=(?!=))+/uy)?.[0];
    if (id === undefined) throw this.#fault(`The name of a box is due here, not '${this.#rest()}'.`);
    const known = this.#nodes.get(id);
    const shape = this.#at < this.#text.length ? this.#label() : null;
    const named = this.#take(/@\{([^}]*)\}/y);
    const asked = named ? attributes(named[1] ?? '') : null;
    this.#take(/:::[\w-]+(,[\w-]+)*/y);
    this.#nodes.set(id, {
      id,
      label: asked?.label ?? shape?.label ?? known?.label ?? id,
      shape: asked?.shape ?? shape?.shape ?? known?.shape ?? 'box',
      group: this.#within.at(-1) ?? known?.group ?? null,
    });
    return id;
  }

  #label(): { label: string; shape: Shape } | null {
    const candidates = shapes.filter(([open]) => this.#text.startsWith(open, this.#at));
    const [first] = candidates;
    if (!first) return null;
    const start = this.#at;
    for (const [open, close, shape] of candidates) {
      this.#at = start + open.length;
      this.#skip(false);
      const inQuotes = this.#take(/"([^"]*)"/y);
      this.#skip(false);
      const end = inQuotes ? (this.#text.startsWith(close, this.#at) ? this.#at : -1) : this.#text.indexOf(close, this.#at);
      const line = this.#text.indexOf('\n', this.#at);
      if (end < 0 || (!inQuotes && line >= 0 && line < end)) continue;
      const label = labelText(inQuotes ? (inQuotes[1] ?? '') : this.#text.slice(this.#at, end));
      this.#at = end + close.length;
      return { label, shape };
    }
    this.#at = start;
    throw this.#fault(`The label that begins with '${first[0]}' has no '${first[1]}' on its line.`);
  }

  /** The label of an arrow; null where there is no arrow. */
  #link(): string | null {
    const start = this.#at;
    const plain = this.#take(/[ox<]?(?:-{2,}|={2,}|-\.+-?|~{3,})[ox>]?(?=[\s|&]|[^\s-=.])/y);
    if (!plain) return null;
    this.#skip(false);
    const piped = this.#take(/\|([^|]*)\|/y);
    if (piped) return labelText(piped[1] ?? '');
    // `A -- yes --> B`: the first half of an arrow, its text, the second half.
    if (/^(--|==|-\.)$/.test(plain[0])) {
      const spelt = this.#take(/([^\n]*?)[ \t]*(?:-{2,}|={2,}|\.+-)[ox>]?(?=[\s\p{L}\p{N}_])/uy);
      if (spelt) return labelText(spelt[1] ?? '');
      this.#at = start;
      throw this.#fault(`The arrow '${plain[0]}' does not end.`);
    }
    return '';
  }

  /** White space and comments; line breaks and semicolons too where statements end anyway. */
  #skip(lines: boolean): void {
    this.#take(lines ? /(?:[\s;]|%%[^\n]*)*/y : /(?:[ \t]|%%[^\n]*)*/y);
  }

  #take(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text);
    if (found) this.#at = form.lastIndex;
    return found;
  }

  #rest(): string {
    return (/[^\n]{0,24}/.exec(this.#text.slice(this.#at))?.[0] ?? '').trim() || 'the end of the line';
  }

  /** Of what was last read. */
  #line(): number {
    return this.#text.slice(0, this.#at).trimEnd().split('\n').length;
  }

  #fault(message: string): ImportError {
    return new ImportError(message, this.#line());
  }
}

function attributes(text: string): { shape?: Shape; label?: string } {
  const shape = namedShapes[/shape:\s*"?([\w-]+)/.exec(text)?.[1] ?? ''];
  const label = /label:\s*(?:"([^"]*)"|'([^']*)'|([^,]+))/.exec(text);
  const written = label?.[1] ?? label?.[2] ?? label?.[3];
  return { ...(shape && { shape }), ...(written !== undefined && { label: labelText(written) }) };
}

/** `#quot;`, `#34;`, `<br/>` and Markdown quotes as what they stand for. */
function labelText(written: string): string {
  const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', semi: ';', num: '#' };
  return unquoted(written.trim())
    .replace(/^`([\s\S]*)`$/, '$1')
    .replaceAll(/<br\s*\/?>|\\n/gi, '\n')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/[#&](?:#?(\d{1,7})|([a-z]+));/gi, (whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
      return named[(name ?? '').toLowerCase()] ?? whole;
    })
    .trim();
}

function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text.slice(1, -1);
  } catch {
    return text.slice(1, -1);
  }
}
