/**
 * Reads the statements of a broken file and of its blocks, and finds the braces that are missing or too many: by what may
 * stand where, by how many there are, and, only where some are missing, by how lines are indented.
 */
import type { IToken } from 'chevrotain';
import { editDistance } from '../../../flow/nearest-name.js';
import { nearestKeyword } from '../nearest-keyword.js';
import { type Guess, guessDeclaration, guessStep } from './guess.js';
import { firstWords, itemAt, itemByFirstWord } from './items.js';
import { misspelt } from './part-reader.js';
import { type Blocks, StatementReader, strangeMessage } from './statement-reader.js';
import type { Statement } from './statements.js';
import type { Tape } from './tape.js';

/** How deep braces may be nested; the parser recurses. */
export const deepestBlock = 40;

interface Block {
  readonly holds: string;
  readonly statement?: Statement;
  readonly first?: IToken | undefined;
  /** The column where the line begins that opened it. */
  readonly column: number;
  /** Its opening brace is missing: that was told. */
  readonly unopened: boolean;
}

export class BlockReader implements Blocks {
  readonly tape: Tape;
  readonly #open: Block[] = [{ holds: 'a file', column: 0, unopened: false }];
  /** How many closing braces there are too few (or, below zero, too many) in what is still to be read. */
  #missing = 0;
  /** Blocks deeper than this one are being left. */
  #leaveTo: number | undefined;
  #hasHeader = false;

  #guesses: number;

  /** @param guesses How many declarations without their first word are guessed, by reading them on trial. */
  constructor(tape: Tape, guesses = 20) {
    this.tape = tape;
    this.#guesses = guesses;
    for (let ahead = 0; ahead < tape.length; ahead++) {
      if (tape.kind(ahead) === '{') this.#missing++;
      else if (tape.kind(ahead) === '}') this.#missing--;
    }
  }

  readFile(): void {
    this.#readItems();
  }

  get context(): string {
    return this.#block.holds;
  }

  get leaving(): boolean {
    return this.#leaveTo !== undefined;
  }

  startsAny(ahead: number): boolean {
    const { tape } = this;
    if (itemAt(this.context, tape, ahead)) return true;
    return tape.beginsLine(ahead) && this.#open.slice(0, -1).some(({ holds }) => itemAt(holds, tape, ahead) !== undefined);
  }

  lacksBrace(holds: string): boolean {
    const { tape } = this;
    if (!itemAt(holds, tape)) return false;
    if (!itemAt(this.context, tape)) return true;
    return this.#missing < 0 && this.#nextBraceCloses() && tape.kind(2) !== 'STRING' && tape.kind(2) !== '{';
  }

  read(holds: string, statement: Statement, first: IToken | undefined): void {
    const { tape } = this;
    if (this.#open.length > deepestBlock) {
      tape.report('These braces are nested too deeply.', 0);
      this.#skipBraces();
      tape.insert('{');
      tape.insert('}');
      return;
    }
    tape.take();
    this.#readBlock({ holds, statement, first, column: this.#lineColumn(first), unopened: false });
  }

  readWithoutBrace(holds: string, statement: Statement, first: IToken | undefined): void {
    const { tape } = this;
    tape.insert('{');
    const follows = itemAt(holds, tape) && (this.#missing < 0 || !itemAt(this.context, tape));
    if (follows && this.#open.length <= deepestBlock) {
      this.#missing++;
      this.#readBlock({ holds, statement, first, column: this.#lineColumn(first), unopened: true });
    } else {
      if (holds === 'a metric') tape.insert('count');
      tape.insert('}');
    }
  }

  get #block(): Block {
    const block = this.#open.at(-1);
    if (!block) throw new Error('The file itself is always open.');
    return block;
  }

  #readBlock(block: Block): void {
    this.#open.push(block);
    this.#readItems();
    this.#open.pop();
    if (this.#leaveTo === this.#open.length - 1) this.#leaveTo = undefined;
  }

  #readItems(): void {
    const { tape } = this;
    const block = this.#block;
    const isFile = this.#open.length === 1;
    let typed = block.holds !== 'a metric';
    const toldBefore = tape.mistakes.length;
    while (true) {
      if (this.leaving || (tape.ended && !isFile) || (!isFile && this.#endsUnclosed(block))) {
        if (!typed) tape.insert('count');
        this.#closeMissing(block);
        return;
      }
      if (tape.ended) return;
      if (tape.kind() === '}') {
        if (isFile || this.#isSurplus(block)) {
          tape.report(isFile ? 'There is no opening brace for this closing brace.' : 'This is one closing brace too many.', 0);
          this.#missing++;
          tape.drop();
          continue;
        }
        if (!typed) this.#tellMetric(block, tape.mistakes.length > toldBefore);
        tape.take();
        return;
      }
      const statement = itemAt(block.holds, tape);
      if (statement && !this.#isOfOuter(statement)) {
        if (!typed && statement.label !== 'A note' && statement.label !== 'A reference') {
          typed = true;
          if (tape.kind() === 'worse') this.#tellMetric(block);
        } else if (block.holds === 'a metric' && statement.label !== "'worse'" && statement.label.startsWith("'")) {
          tape.report('A metric has one kind only.', 0);
          this.#skip();
          continue;
        }
        this.#readStatement(statement);
      } else if (!this.#leave()) this.#readStrange(block);
    }
  }

  #readStatement(statement: Statement): void {
    const { tape } = this;
    const mark = tape.mark();
    const again = tape.kind() === 'sop' && this.#hasHeader;
    if (tape.kind() === 'sop') this.#hasHeader = true;
    if (again) tape.report('A file holds one procedure: this is a second one.', 0, 1);
    new StatementReader(this, statement).read();
    if (again) tape.forget(mark);
  }

  /** A declaration where only a property would fit, and closing braces are missing: `team x "X"` in a role. */
  #isOfOuter(statement: Statement): boolean {
    const { tape } = this;
    if (this.#missing <= 0 || statement.kind !== 'property' || this.#open.length === 1 || !tape.beginsLine()) return false;
    return itemAt('a file', tape)?.kind === 'declaration' && (tape.kind(2) === 'STRING' || tape.kind(2) === '{');
  }

  /** Leaves blocks whose closing brace is missing, where what follows belongs further out. */
  #leave(): boolean {
    const { tape } = this;
    if (this.#missing <= 0) return false;
    for (let depth = this.#open.length - 2; depth >= 0; depth--) {
      const holds = this.#open[depth]?.holds ?? '';
      const near = depth === this.#open.length - 2;
      if ((near || tape.beginsLine()) && itemAt(holds, tape)) {
        this.#leaveTo = depth;
        return true;
      }
    }
    return false;
  }

  /** Whether the indentation of this line says that the block ended before it, and closing braces are missing. */
  #endsUnclosed(block: Block): boolean {
    const { tape } = this;
    if (this.#missing <= 0 || !tape.beginsLine() || block.unopened) return false;
    const column = tape.token()?.startColumn ?? 0;
    if (tape.kind() === '}') return column < block.column;
    if (column > block.column) return false;
    const outer = this.#open.at(-2);
    return outer !== undefined && itemAt(outer.holds, tape) !== undefined;
  }

  /** Whether this closing brace is one too many: what follows belongs in here still. */
  #isSurplus(block: Block): boolean {
    const outer = this.#open.at(-2);
    if (this.#missing >= 0 || !outer) return false;
    return itemAt(block.holds, this.tape, 1) !== undefined && itemAt(outer.holds, this.tape, 1) === undefined;
  }

  #closeMissing(block: Block): void {
    const { tape } = this;
    this.#missing--;
    if (!block.unopened && block.first) {
      const label = block.statement?.label ?? '';
      const what = label.startsWith("'") ? label : label.replace(/^An? /, 'This ');
      tape.reportAt(`${what} has no closing brace.`, block.first);
    }
    tape.insert('}');
  }

  #tellMetric(block: Block, told = false): void {
    if (block.first && !told)
      this.tape.reportAt('A metric begins with its kind, such as duration, percent or count.', block.first);
    this.tape.insert('count');
  }

  /** Something that cannot stand in this block. */
  #readStrange(block: Block): void {
    const { tape } = this;
    const token = tape.token();
    if (!token) return;
    const begun = itemByFirstWord(block.holds, tape.kind());
    if (begun && tape.kind() !== 'STRING') {
      this.#readStatement(begun);
      return;
    }
    const guess = guessStep(block.holds, tape) ?? (this.#guesses > 0 ? this.#guessDeclaration(block.holds) : undefined);
    const meant = tape.kind() === 'ID' ? nearestKeyword(token.image, firstWords(block.holds)) : undefined;
    // Before a title a word is rather a name whose keyword is missing than a badly misspelt keyword.
    if (meant !== undefined && (!guess || editDistance(token.image, meant) === 1)) {
      tape.report(misspelt(token.image, meant), 0);
      tape.respell(meant);
      const statement = itemAt(block.holds, tape);
      if (statement) this.#readStatement(statement);
      else this.#skip();
      return;
    }
    if (this.#readNamelessWay(block)) return;
    if (guess) {
      const mark = tape.mark();
      tape.report(guess.message, 0);
      tape.insert(guess.word);
      const statement = itemByFirstWord(block.holds, guess.word);
      if (statement)
        new StatementReader(this, statement).read(
          statement.head.filter((part) => part.is !== 'maybe' || part.parts[0]?.is === 'thing').slice(1),
        );
      // Nothing else of it may be left.
      if (tape.kept.length === mark.kept + 1) tape.forget(mark);
      return;
    }
    const because = tape.troubled && !tape.beginsLine();
    if (!because) tape.report(tape.kind() === '{' ? 'This opening brace belongs to nothing.' : strangeMessage(token), 0);
    this.#skip();
  }

  /** A `->` or a condition where an answer or an outcome is due: one that lacks its first word. */
  #readNamelessWay(block: Block): boolean {
    const { tape } = this;
    const isDecision = block.holds === 'a decision';
    if (!(isDecision && /^(->|when)$/.test(tape.kind())) && !(block.holds === 'an approval' && tape.kind() === '->'))
      return false;
    const mark = tape.mark();
    if (isDecision) {
      tape.report('An answer begins with its text in quotes, such as "Yes", or with \'otherwise\'.', 0);
      tape.insertEmptyText();
    } else {
      tape.report("An outcome begins with 'approved' or 'rejected'.", 0);
      const others = tape.kept.findLast((token) => /^(approve|approved|rejected)$/.test(token.tokenType.name));
      tape.insert(others?.tokenType.name === 'approved' ? 'rejected' : 'approved');
    }
    const statement = itemByFirstWord(block.holds, isDecision ? 'STRING' : 'approved');
    if (statement) new StatementReader(this, statement).read(statement.head.slice(1));
    if (tape.kept.length === mark.kept + 1) tape.forget(mark);
    return true;
  }

  #guessDeclaration(context: string): Guess | undefined {
    this.#guesses--;
    return guessDeclaration(context, this.tape, (word, length) => {
      const trial = this.tape.trial(word, length);
      new BlockReader(trial, 0).readFile();
      return trial.mistakes.length;
    });
  }

  /** Drops what cannot stand here, up to the next statement or closing brace. */
  #skip(): void {
    const { tape } = this;
    do {
      if (tape.kind() === '{') this.#skipBraces();
      else tape.drop();
    } while (!tape.ended && tape.kind() !== '}' && !this.startsAny(0));
  }

  /** Drops braces and what is in them, but no declaration that begins a line. */
  #skipBraces(): void {
    const { tape } = this;
    let depth = 0;
    do {
      if (tape.kind() === '{') depth++;
      else if (tape.kind() === '}') depth--;
      tape.drop();
    } while (depth > 0 && !tape.ended && !this.#isOuterDeclaration());
    this.#missing -= depth;
  }

  #isOuterDeclaration(): boolean {
    const { tape } = this;
    return this.#missing > 0 && tape.beginsLine() && tape.token()?.startColumn === 1 && itemAt('a file', tape) !== undefined;
  }

  #nextBraceCloses(): boolean {
    for (let ahead = 0; ahead < 200 && this.tape.kind(ahead) !== ''; ahead++) {
      if (this.tape.kind(ahead) === '}') return true;
      if (this.tape.kind(ahead) === '{') return false;
    }
    return false;
  }

  /** Where the line begins on which this token stands. */
  #lineColumn(token: IToken | undefined): number {
    let ahead = -1;
    while (this.tape.token(ahead) && (this.tape.token(ahead)?.startOffset ?? 0) > (token?.startOffset ?? 0)) ahead--;
    const farthest = ahead - 100;
    while (!this.tape.beginsLine(ahead) && ahead > farthest) ahead--;
    return this.tape.token(ahead)?.startColumn ?? 1;
  }
}
