/**
 * Reads the parts of a statement or clause from broken text: takes what is right, says what is missing at the place where
 * it is, and leaves a good beginning behind. In strict reading nothing is said, and every word may be a name.
 */
import type { IToken } from 'chevrotain';
import { nearestKeyword } from '../nearest-keyword.js';
import { canBegin, canBeginParts, canBeginThing, isWordKind, mayBeEmpty } from './beginnings.js';
import { readCondition } from './condition-reader.js';
import { type Lacking, missingMessage } from './missing.js';
import { type Part, patternOf } from './notation.js';
import type { Tape } from './tape.js';
import { type Thing, things } from './things.js';

/** `cut`: a mistake was told, what was kept is whole without the rest; `broken`: it is not. */
export type Outcome = 'read' | 'cut' | 'broken';

export interface Surroundings {
  readonly strict: boolean;
  readonly lacking: Lacking;
  /** Whether that which is missing is put in, so that the element stays. */
  readonly patch: boolean;
  /** Whether the token `ahead` begins something else: a clause, a statement. */
  readonly stopsAt: (ahead: number) => boolean;
  /** The words with which its clauses begin. */
  readonly clauseWords: readonly string[];
  /** Whether the token `ahead` begins a clause of the same statement. */
  readonly clauseAt: (ahead: number) => boolean;
}

export class PartReader {
  readonly tape: Tape;
  readonly around: Surroundings;
  /** One mistake is told once, though more is missing because of it. */
  #told = false;
  #patching: boolean;
  /** What lacks something, where it is not the statement or clause itself. */
  #lacking: Lacking | undefined;
  /** What is due after the part that is being read. */
  #rest: readonly Part[] = [];

  constructor(tape: Tape, around: Surroundings) {
    this.tape = tape;
    this.around = around;
    this.#patching = around.patch;
  }

  /** Whether a mistake was told. */
  get told(): boolean {
    return this.#told;
  }

  readParts(parts: readonly Part[]): Outcome {
    for (const [index, part] of parts.entries()) {
      this.#rest = parts.slice(index + 1);
      const outcome = this.#readPart(part);
      if (outcome === 'broken') return 'broken';
      if (outcome === 'cut') return mayBeEmpty(parts.slice(index + 1)) ? 'cut' : 'broken';
    }
    return 'read';
  }

  /** Reads parts of something with a name and an example of its own. */
  readPartsOf(parts: readonly Part[], label: string, example: string): Outcome {
    this.#lacking = { label, example, head: false };
    const outcome = this.readParts(parts);
    this.#lacking = undefined;
    return outcome;
  }

  #readPart(part: Part): Outcome {
    const { tape } = this;
    switch (part.is) {
      case 'word':
        return tape.kind() === part.word ? this.#take() : this.#missing(part, [part.word]);
      case 'thing':
        return part.list ? this.#readList(part) : this.#readOne(part);
      case 'maybe':
        return this.#readMaybe(part.parts);
      case 'either': {
        const option = part.options.find((candidate) => canBeginParts(candidate, tape.kind()));
        if (option) return this.readParts(option);
        const words = part.options.flatMap(([first]) => (first?.is === 'word' ? [first.word] : []));
        const outcome = this.#missing(part, words);
        const mended = part.options.find((candidate) => canBeginParts(candidate, tape.kept.at(-1)?.tokenType.name ?? ''));
        return outcome === 'read' && mended ? this.readParts(mended.slice(1)) : outcome;
      }
    }
  }

  #readMaybe(parts: readonly Part[]): Outcome {
    const { tape, around } = this;
    if (!canBeginParts(parts, tape.kind())) return 'read';
    const first = parts[0];
    const aName = first?.is === 'thing' && first.thing.shape === 'name';
    if (aName && tape.kind() !== 'ID' && (around.clauseAt(0) || (!around.strict && around.stopsAt(0)))) return 'read';
    const mark = tape.mark();
    const outcome = this.readParts(parts);
    if (outcome !== 'broken' || around.strict) return outcome;
    tape.forget(mark);
    return 'cut';
  }

  #readList(part: Part & { is: 'thing' }): Outcome {
    const { tape, around } = this;
    let outcome = this.#readOne(part);
    while (outcome === 'read') {
      if (tape.kind() === ',') {
        const mark = tape.mark();
        tape.take();
        outcome = this.#readOne(part, false);
        if (outcome === 'broken' && !around.strict) {
          tape.forget(mark);
          return 'cut';
        }
      } else if (!around.strict && /^(name|path)$/.test(part.thing.shape) && this.#commaIsMissing()) {
        tape.report(`A comma is missing before '${tape.token()?.image}'.`, 0);
        tape.insert(',');
        outcome = this.#readOne(part, false);
      } else return 'read';
    }
    return outcome;
  }

  #commaIsMissing(): boolean {
    const { tape, around } = this;
    if (tape.kind() !== 'ID' || tape.beginsLine() || tape.kept.at(-1)?.isInsertedInRecovery) return false;
    return nearestKeyword(tape.token()?.image ?? '', around.clauseWords) === undefined;
  }

  #readOne(part: Part & { is: 'thing' }, patch = this.#patching): Outcome {
    const { tape, around } = this;
    if (!canBeginThing(part.thing, tape.kind()) || (this.#isNamed(part.thing) && !around.strict && this.#isNoName())) {
      return this.#missing(part, part.thing.words ?? [], patch);
    }
    const mark = tape.mark();
    this.#patching = false;
    const outcome = this.readThing(part.thing);
    this.#patching = patch;
    if (outcome !== 'broken' || !patch || around.strict) return outcome;
    tape.forget(mark);
    return this.#putIn(part);
  }

  #isNamed(thing: Thing): boolean {
    return thing.shape === 'name' || thing.shape === 'path' || thing.shape === 'condition';
  }

  /** Whether a keyword stands here for what it means, not as a name. */
  #isNoName(): boolean {
    const { tape } = this;
    const asksSeverity = tape.kind() === 'severity' && (tape.kind(1) === 'is' || tape.kind(1) === 'in');
    return isWordKind(tape.kind()) && tape.kind() !== 'ID' && !asksSeverity && this.around.stopsAt(0);
  }

  /** Reads a thing that the next token can begin. */
  readThing(thing: Thing): Outcome {
    switch (thing.shape) {
      case 'path':
        return this.#readPath();
      case 'duration':
        return this.#readDuration();
      case 'signed':
      case 'quantity':
        return this.#readQuantity(thing);
      case 'condition':
        return readCondition(this);
      case 'pattern':
        return this.readParts(patternOf(thing));
      default:
        return this.#take();
    }
  }

  #take(): Outcome {
    this.tape.take();
    return 'read';
  }

  #readPath(): Outcome {
    const { tape } = this;
    tape.take();
    while (tape.kind() === '.') {
      const mark = tape.mark();
      tape.take();
      if (!isWordKind(tape.kind())) {
        this.tell('A dot must be followed by the name of a step, as in frontline.triage.', -1);
        tape.forget(mark);
        return 'cut';
      }
      tape.take();
    }
    return 'read';
  }

  #readDuration(): Outcome {
    const { tape } = this;
    tape.take();
    this.#readBusiness();
    if (tape.kind() === 'ID') return this.#take();
    this.tell('A duration needs a unit after its number, such as 30 min or 2 business days.', -1);
    this.#skipWrong(undefined);
    return 'broken';
  }

  #readBusiness(): void {
    const { tape } = this;
    if (tape.kind() === 'business') tape.take();
    else if (!this.around.strict && tape.kind() === 'ID' && tape.kind(1) === 'ID' && !tape.beginsLine(1)) {
      this.#mendSpelling(['business']);
    }
  }

  #readQuantity(thing: Thing): Outcome {
    const { tape } = this;
    if (tape.kind() === '-') tape.take();
    if (tape.kind() !== 'NUMBER') {
      this.tell("'-' must be followed by a number, such as -20.", -1);
      return 'broken';
    }
    tape.take();
    if (thing.shape === 'signed') return 'read';
    if (tape.kind() === '%') return this.#take();
    const business = tape.kind() === 'business';
    this.#readBusiness();
    if (tape.kind() === 'ID') return this.#take();
    if (!business) return 'read';
    this.tell("'business' must be followed by a unit, such as 2 business days.", -1);
    return 'broken';
  }

  /** Says once what is wrong with a token, by its index from the next one. */
  tell(message: string, ahead: number): void {
    if (!this.around.strict && !this.#told) {
      this.tape.report(message, ahead);
      this.#told = true;
    }
  }

  /** Says that a parenthesis or the like, already read, lacks its other half. */
  tellOf(message: string, token: IToken): void {
    if (!this.around.strict && !this.#told) this.tape.reportAt(message, token);
    this.#told = true;
  }

  /**
   * Something due is not here. A misspelt word is taken for what it was meant to be; strange words before it are dropped;
   * else what is missing is told, and put in where the element is to stay.
   */
  #missing(part: Part, words: readonly string[], patch = this.#patching): Outcome {
    const { tape, around } = this;
    if (around.strict) return 'broken';
    if (words.length > 0 && this.#mendSpelling(words)) return 'read';
    const before = tape.kept.findLast((token) => token.image !== '');
    const mistake = missingMessage(part, before, this.#lacking ?? around.lacking);
    if (!this.#told && canBeginParts(this.#rest, tape.kind())) {
      this.#told = true;
      if (before) tape.reportAt(mistake, before);
      if (part.is === 'word') return this.#putIn(part);
    } else if (!this.#told) {
      const wrong = this.#isWrong();
      const start = tape.at;
      const rest = this.#rest;
      const found = this.#skipWrong(part);
      this.#rest = rest;
      const first = tape.token(start - tape.at);
      if (found && first) {
        tape.reportAt(first.image === ',' ? mistake : `'${shortened(first.image)}' cannot stand here.`, first);
        return this.#readPart(part);
      }
      this.#told = true;
      if (wrong && first) tape.reportAt(mistake, first);
      else if (before) tape.reportAt(mistake, before);
    }
    return patch ? this.#putIn(part) : 'broken';
  }

  #isWrong(): boolean {
    const { tape } = this;
    return !tape.ended && !tape.beginsLine() && !/^([{})]|->|and|or)$/.test(tape.kind()) && !this.around.stopsAt(0);
  }

  /** Drops what cannot stand here, to the end of the line at most; true where then that which is due follows. */
  #skipWrong(due: Part | undefined): boolean {
    while (this.#isWrong()) {
      this.tape.drop();
      if (due && !this.tape.beginsLine() && canBeginWell(due, this.tape.kind()) && !this.around.stopsAt(0)) return true;
    }
    return false;
  }

  #mendSpelling(words: readonly string[]): boolean {
    const { tape } = this;
    const token = tape.token();
    if (!token || tape.kind() !== 'ID') return false;
    const meant = nearestKeyword(token.image, words);
    if (meant === undefined) return false;
    tape.report(misspelt(token.image, meant), 0);
    tape.respell(meant);
    tape.take();
    return true;
  }

  /** Puts in what an element can be without: words, its name and title, a condition, a list of roles. */
  #putIn(part: Part): Outcome {
    const { tape } = this;
    if (part.is === 'word') tape.insert(part.word);
    else if (part.is !== 'thing') return 'broken';
    else if (part.thing === things.TITLE || part.thing === things.QUESTION) tape.insertEmptyText();
    else if (part.thing === things.NAME || part.thing === things.CONDITION || part.list) tape.insert('ID');
    else return 'broken';
    return 'read';
  }
}

/** Whether a token can begin a part without being a keyword in a name's place. */
function canBeginWell(part: Part, kind: string): boolean {
  return canBegin(part, kind) && (part.is !== 'thing' || part.thing.shape === 'choice' || !isWordKind(kind) || kind === 'ID');
}

/** "'levle' is not a word that can stand here. Did you mean 'level'?" */
export function misspelt(word: string, meant: string): string {
  return `'${word}' is not a word that can stand here. Did you mean '${meant}'?`;
}

/** Long texts are told by their beginning. */
export function shortened(image: string): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 37)}…` : line;
}
