/**
 * The tokens of a broken text as they are read, and what becomes of them: the tokens kept (a text that the grammar takes),
 * those put in where something is missing, and the mistakes.
 */
import type { IToken, TokenType } from 'chevrotain';

/** A mistake in the reader's words, with the offsets of where it stands (end exclusive). */
export interface Mistake {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Mark {
  readonly at: number;
  readonly kept: number;
}

/** Word-like: may stand where a name is due. */
export function isWord(token: IToken | undefined): token is IToken {
  return token !== undefined && (token.tokenType.name === 'ID' || /^[a-z]/.test(token.tokenType.name));
}

/** Nobody reads more; what is told at last is far less. */
const mostKept = 200;

export class Tape {
  readonly kept: IToken[] = [];
  readonly mistakes: Mistake[] = [];
  /** Index of the next token. */
  at = 0;
  /** A mistake was told, and nothing whole was read since: what is strange now is strange because of it. */
  troubled = false;
  readonly #tokens: IToken[];
  readonly #types: Readonly<Record<string, TokenType>>;

  constructor(tokens: readonly IToken[], types: Readonly<Record<string, TokenType>>) {
    this.#tokens = [...tokens];
    this.#types = types;
  }

  get ended(): boolean {
    return this.at >= this.#tokens.length;
  }

  get length(): number {
    return this.#tokens.length;
  }

  /** The token `ahead` of the next one; negative for those before. */
  token(ahead = 0): IToken | undefined {
    return this.#tokens[this.at + ahead];
  }

  /** What kind of token it is: a keyword's word, a sign, or the terminal's name; empty at the end. */
  kind(ahead = 0): string {
    return this.#tokens[this.at + ahead]?.tokenType.name ?? '';
  }

  /** Whether nothing stands before it on its line. */
  beginsLine(ahead = 0): boolean {
    const index = this.at + ahead;
    const before = this.#tokens[index - 1];
    const token = this.#tokens[index];
    return !before || !token || (token.startLine ?? 0) > (before.endLine ?? 0);
  }

  /** A tape of the next tokens alone, with a keyword before them. */
  trial(keyword: string, length: number): Tape {
    const next = this.#tokens.slice(this.at, this.at + length);
    const first = next[0];
    return new Tape(first ? [{ ...first, ...this.#typed(keyword), image: keyword }, ...next] : [], this.#types);
  }

  mark(): Mark {
    return { at: this.at, kept: this.kept.length };
  }

  /** Goes back to there; mistakes stay. */
  reset(mark: Mark): void {
    this.at = mark.at;
    this.kept.length = mark.kept;
  }

  /** Throws away what was kept since there, and goes on from here. */
  forget(mark: Mark): void {
    this.kept.length = mark.kept;
  }

  take(): void {
    const token = this.#tokens[this.at++];
    if (token) this.kept.push(token);
  }

  drop(): void {
    this.at++;
  }

  /** From now on the next token is this keyword: what a misspelt word was meant to be. */
  respell(keyword: string): void {
    const token = this.#tokens[this.at];
    if (token) this.#tokens[this.at] = { ...token, ...this.#typed(keyword), image: keyword };
  }

  /** Puts in what is missing; the tree holds no trace of it. */
  insert(kind: string): void {
    const nowhere = { startOffset: -1, endOffset: -1, startLine: -1, startColumn: -1, endLine: -1, endColumn: -1 };
    this.kept.push({ ...this.#typed(kind), ...nowhere, image: '', isInsertedInRecovery: true });
  }

  /** Puts in an empty text after the last kept token: the element has it, with nothing in it. */
  insertEmptyText(): void {
    const before = this.token(-1);
    const offset = before ? before.startOffset + before.image.length : 0;
    const line = before?.endLine ?? 1;
    const column = (before?.endColumn ?? 0) + 1;
    const place = {
      startOffset: offset,
      endOffset: offset,
      startLine: line,
      startColumn: column,
      endLine: line,
      endColumn: column,
    };
    this.kept.push({ ...this.#typed('STRING'), ...place, image: '' });
  }

  /** Says that something is wrong with these tokens: by index from the next one, end inclusive. */
  report(message: string, from: number, to = from): void {
    const first = this.#tokens[Math.max(0, this.at + from)] ?? this.#tokens.at(-1);
    const last = this.#tokens[this.at + to] ?? first;
    if (!first || !last) return;
    this.reportAt(message, first, last);
  }

  reportAt(message: string, first: IToken, last: IToken = first): void {
    this.troubled = true;
    if (this.mistakes.length >= mostKept) return;
    // Strange characters have been told of already.
    if (first.tokenType.name === 'STRANGE') return;
    this.mistakes.push({ message, start: first.startOffset, end: last.startOffset + last.image.length });
  }

  #typed(kind: string): Pick<IToken, 'tokenType' | 'tokenTypeIdx'> {
    const tokenType = this.#type(kind);
    return { tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 };
  }

  #type(kind: string): TokenType {
    const type = this.#types[kind];
    if (!type) throw new Error(`There is no token '${kind}'.`);
    return type;
  }
}
