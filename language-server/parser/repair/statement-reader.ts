/**
 * Reads one statement from broken text: its beginning, its clauses in any order, its braces. First as if nothing were
 * wrong; only where that fails with all care, when a keyword is a name only if it cannot be anything else.
 */
import type { IToken } from 'chevrotain';
import { nearestKeyword } from '../nearest-keyword.js';
import { fits } from './beginnings.js';
import { clauseWord, itemAt, itemByFirstWord, placesOf } from './items.js';
import { place } from './missing.js';
import { misspelt, PartReader, type Surroundings, shortened } from './part-reader.js';
import type { Clause, Statement } from './statements.js';
import type { Tape } from './tape.js';

/** What a statement needs to know of the braces around it. */
export interface Blocks {
  readonly tape: Tape;
  /** Whether the token `ahead` begins a statement of a block that is open. */
  startsAny(ahead: number): boolean;
  /** What the innermost open block holds. */
  readonly context: string;
  /** Whether blocks are being left because a closing brace is missing. */
  readonly leaving: boolean;
  /** Reads braces and what is in them. */
  read(holds: string, statement: Statement, first: IToken | undefined): void;
  /** Reads what belongs in braces whose opening one is missing, where it follows. */
  readWithoutBrace(holds: string, statement: Statement, first: IToken | undefined): void;
  /** Whether an opening brace is missing here, though it may be. */
  lacksBrace(holds: string): boolean;
}

export class StatementReader {
  readonly #blocks: Blocks;
  readonly #statement: Statement;
  readonly #tape: Tape;
  #blockDone = false;
  #jumped = false;
  #mistaken = false;
  #broken = false;

  constructor(blocks: Blocks, statement: Statement) {
    this.#blocks = blocks;
    this.#statement = statement;
    this.#tape = blocks.tape;
  }

  /** @param head What is still to be read of its beginning: all but a word that was missing. */
  read(head = this.#statement.head): void {
    const tape = this.#tape;
    const { kind, block } = this.#statement;
    const start = tape.mark();
    const first = tape.token();
    if (tape.beginsLine()) tape.troubled = false;
    this.#readFlat(head);
    const named =
      kind === 'property' ||
      tape.kept.slice(start.kept).some((token) => /^(ID|STRING)$/.test(token.tokenType.name) && token.image !== '');
    const beforeBlocks = tape.kept.length;
    this.#readBlocks(first);
    const held = block !== undefined && tape.kept.length > beforeBlocks + 2;
    if (this.#broken || (!named && !held && this.#mistaken)) tape.forget(start);
  }

  #readBlocks(first: IToken | undefined): void {
    const tape = this.#tape;
    const { block, details } = this.#statement;
    while (!this.#blocks.leaving) {
      if (tape.kind() === '{' && block && !this.#blockDone && !(block.due === 'way' && this.#jumped)) {
        this.#blockDone = true;
        this.#blocks.read(block.holds, this.#statement, first);
      } else if (block && !this.#blockDone && this.#missesBlock(first)) {
        this.#blockDone = true;
      } else if (tape.kind() === '{' && details) this.#blocks.read('details', this.#statement, first);
      else if (tape.kind() === 'else' && tape.kind(1) === '{') {
        tape.take();
        this.#blocks.read('steps', this.#statement, first);
      } else if (tape.kind() === '{' && block?.due === 'way') this.#readSurplus(first);
      else if (details && this.#blocks.lacksBrace('details')) {
        this.#tellBrace();
        this.#blocks.readWithoutBrace('details', this.#statement, first);
      } else break;
      if (!this.#blocks.leaving) this.#readFlat([]);
    }
    // Where a brace is missing further out, what is due here is put in without a word.
    if (this.#blocks.leaving && block?.due === 'required' && !this.#blockDone) {
      tape.insert('{');
      tape.insert('}');
    }
  }

  /** Puts in the braces that are due and not there; false where none are due. */
  #missesBlock(first: IToken | undefined): boolean {
    const block = this.#statement.block;
    if (!block || (block.due === 'way' && this.#jumped)) return false;
    if (block.due === 'optional') {
      if (!this.#blocks.lacksBrace(block.holds)) return false;
      this.#tellBrace();
    } else if (block.due === 'required') this.#tellBrace();
    else if (!this.#mistaken) {
      this.#tape.report(
        `${this.#statement.label} needs '->' and where to go, or steps in braces, as in: ${this.#statement.example}`,
        -1,
      );
    }
    this.#blocks.readWithoutBrace(block.holds, this.#statement, first);
    return true;
  }

  #tellBrace(): void {
    if (this.#mistaken && this.#tape.mistakes.length > 0) return;
    const where = place(this.#tape.token(-1), this.#tape.token(-2));
    this.#tape.report(`${this.#statement.label} needs an opening brace ${where}.`, -1);
  }

  /** Braces after a `->`. */
  #readSurplus(first: IToken | undefined): void {
    const tape = this.#tape;
    tape.report(`${this.#statement.label} goes on with '->' or with steps in braces, not with both.`, 0);
    const mark = tape.mark();
    this.#blocks.read('steps', this.#statement, first);
    tape.forget(mark);
  }

  #readFlat(head: Statement['head']): void {
    const mark = this.#tape.mark();
    const jumped = this.#jumped;
    if (this.#readStrictly(head)) {
      this.#tape.troubled = false;
      return;
    }
    this.#tape.reset(mark);
    this.#jumped = jumped;
    this.#readCarefully(head);
  }

  #readStrictly(head: Statement['head']): boolean {
    const tape = this.#tape;
    const reader = new PartReader(tape, this.#surroundings(true, true));
    if (reader.readParts(head) !== 'read') return false;
    for (let clause = this.#clauseAt(0); clause; clause = this.#clauseAt(0)) {
      if (reader.readParts(clause.parts) !== 'read') return false;
      if (clauseWord(clause) !== '->') continue;
      if (this.#wayIsTold) return false;
      this.#jumped = true;
    }
    const { block, details } = this.#statement;
    const due = block && !this.#blockDone && (block.due === 'required' || (block.due === 'way' && !this.#jumped));
    if (tape.kind() === '{') return details || (block !== undefined && !this.#blockDone);
    if (due) return false;
    if (tape.ended || tape.kind() === '}') return true;
    if (tape.kind() === 'else' && tape.kind(1) === '{') return true;
    return itemAt(this.#blocks.context, tape) !== undefined;
  }

  #readCarefully(head: Statement['head']): void {
    const tape = this.#tape;
    const reader = new PartReader(tape, this.#surroundings(false, true));
    if (reader.readParts(head) === 'broken') this.#broken = true;
    this.#mistaken ||= reader.told;
    while (!tape.ended && !/^[{}]$/.test(tape.kind()) && !(tape.kind() === 'else' && tape.kind(1) === '{')) {
      if (tape.kind() === '->' && this.#wayIsTold) return;
      const clause = this.#clauseAt(0) ?? this.#clauseByWord();
      if (clause) this.#readClause(clause);
      else if (
        this.#blocks.startsAny(0) ||
        tape.beginsLine() ||
        this.#beginsInside() ||
        this.#beginsBadly() ||
        !this.#dropStrange()
      )
        return;
    }
  }

  /** Whether an answer or an outcome already says where it leads. */
  get #wayIsTold(): boolean {
    return this.#statement.block?.due === 'way' && (this.#jumped || this.#blockDone);
  }

  #readClause(clause: Clause): void {
    const tape = this.#tape;
    const mark = tape.mark();
    const reader = new PartReader(tape, this.#surroundings(false, false, clause.example));
    const outcome = reader.readParts(clause.parts);
    this.#mistaken ||= reader.told;
    if (!reader.told) tape.troubled = false;
    if (outcome === 'broken') tape.forget(mark);
    else if (clauseWord(clause) === '->') this.#jumped = true;
  }

  /** Something that is no clause stands after them on the line: a misspelt clause, a clause of other steps, anything. */
  #dropStrange(): boolean {
    const tape = this.#tape;
    const token = tape.token();
    if (!token) return false;
    const words = this.#statement.clauses.map(clauseWord);
    const meant = tape.kind() === 'ID' ? nearestKeyword(token.image, words) : undefined;
    if (meant) {
      tape.report(misspelt(token.image, meant), 0);
      this.#mistaken = true;
      tape.respell(meant);
      if (this.#clauseAt(0)) return true;
    } else if (!tape.troubled) tape.report(strangeMessage(token), 0);
    this.#mistaken = true;
    do tape.drop();
    while (!tape.ended && !tape.beginsLine() && !/^[{}]$/.test(tape.kind()) && !this.#clauseAt(0) && !this.#blocks.startsAny(0));
    return true;
  }

  /** Whether the next word begins what belongs in the braces that are still to come. */
  #beginsInside(): boolean {
    const { block, details } = this.#statement;
    const holds = block && !this.#blockDone && !(block.due === 'way' && this.#jumped) ? block.holds : undefined;
    if (holds !== undefined && itemAt(holds, this.#tape)) return true;
    return details && itemAt('details', this.#tape) !== undefined;
  }

  /** Whether the next word begins a statement of this block, though not a right one. */
  #beginsBadly(): boolean {
    return this.#tape.kind() !== 'STRING' && itemByFirstWord(this.#blocks.context, this.#tape.kind()) !== undefined;
  }

  #clauseAt(ahead: number): Clause | undefined {
    const kind = this.#tape.kind(ahead);
    return this.#statement.clauses.find((clause) => clauseWord(clause) === kind && fits(clause.parts, this.#tape, ahead));
  }

  #clauseByWord(): Clause | undefined {
    if (this.#blocks.startsAny(0)) return undefined;
    return this.#statement.clauses.find((clause) => clauseWord(clause) === this.#tape.kind());
  }

  #surroundings(strict: boolean, head: boolean, example = this.#statement.example): Surroundings {
    return {
      strict,
      patch: head && !strict && this.#statement.kind !== 'property',
      lacking: { label: this.#statement.label, example, head },
      clauseWords: this.#statement.clauses.map(clauseWord),
      clauseAt: (ahead) => this.#clauseAt(ahead) !== undefined,
      stopsAt: (ahead) => this.#clauseAt(ahead) !== undefined || this.#blocks.startsAny(ahead),
    };
  }
}

/** What to say of a word or sign where it cannot stand: where it belongs, if that is told in few words. */
export function strangeMessage(token: IToken): string {
  const what = `'${shortened(token.image)}' cannot stand here`;
  const places = /^[a-z]/.test(token.tokenType.name) ? placesOf(token.image) : [];
  if (places.length === 0 || places.length > 3) return `${what}.`;
  const last = places.at(-1) ?? '';
  return `${what}: it belongs in ${places.length > 1 ? `${places.slice(0, -1).join(', ')} or ${last}` : last}.`;
}
