/** Says in the reader's words what is due at a place and not there. */
import type { IToken } from 'chevrotain';
import type { Part } from './notation.js';
import type { Thing } from './things.js';

/** The statement or clause that lacks something. */
export interface Lacking {
  readonly label: string;
  readonly example: string;
  /** Whether it is the statement's beginning, not a clause of it. */
  readonly head: boolean;
}

/** @param before The last token before the gap. */
export function missingMessage(part: Part, before: IToken | undefined, lacking: Lacking): string {
  if (before?.image === ',') return `A comma must be followed by ${another(part)}.`;
  if (part.is === 'thing') {
    if (lacking.head && ['NAME', 'TITLE', 'QUESTION'].includes(part.key)) {
      return `${lacking.label} needs ${part.thing.phrase}, such as ${part.thing.example}.`;
    }
    const due = ['STRING', 'TEXT', 'STATUS', 'DIRECTION', 'PLACE'].includes(part.key)
      ? `${part.thing.phrase}, as in: ${lacking.example}`
      : withExample(part.thing);
    return before && isKeyword(before) ? `'${before.image}' must be followed by ${due}` : `${lacking.label} needs ${due}`;
  }
  const due = dueWords(part);
  return before && isKeyword(before)
    ? `'${before.image}' must be followed by ${due}, as in: ${lacking.example}`
    : `${lacking.label} needs ${due} ${place(before)}, as in: ${lacking.example}`;
}

/** "'within' must be followed by a duration, such as 30 min or 2 business days." */
export function followedBy(word: string, thing: Thing): string {
  return `'${word}' must be followed by ${withExample(thing)}`;
}

/** "after its title", "after its name". */
export function place(before: IToken | undefined, keyword?: IToken): string {
  if (before?.tokenType.name === 'STRING') return 'after its title';
  if (before?.tokenType.name === 'ID' && keyword && declares.test(keyword.image)) return 'after its name';
  return before?.image ? `after '${before.image}'` : 'here';
}

/** Words that a name follows. */
const declares =
  /^(sop|team|role|channel|template|calendar|source|metric|severity|threshold|trigger|level|resolution|closure|deadline|variant|action|decide|approve|wait|parallel|handoff)$/;

function withExample(thing: Thing): string {
  return `${thing.phrase}, such as ${thing.example}.`;
}

function another(part: Part): string {
  const phrase = part.is === 'thing' ? part.thing.phrase : dueWords(part);
  return /^an? /.test(phrase) ? phrase.replace(/^an? /, 'another ') : `one more: ${phrase}`;
}

function dueWords(part: Part | undefined): string {
  switch (part?.is) {
    case 'word':
      return `'${part.word}'`;
    case 'thing':
      return part.thing.phrase;
    case 'maybe':
      return dueWords(part.parts[0]);
    case 'either': {
      const words = part.options.map((option) => dueWords(option[0]));
      return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
    }
    default:
      return 'more';
  }
}

function isKeyword(token: IToken): boolean {
  const { name } = token.tokenType;
  return /^[a-z]/.test(name) || /^[-<>%.(]/.test(name);
}
