/** What a statement was meant to be whose first word is missing, told by what follows. */
import { isWordKind } from './beginnings.js';
import { firstWords, itemAt } from './items.js';
import { contexts } from './statements.js';
import type { Tape } from './tape.js';

export interface Guess {
  readonly word: string;
  readonly message: string;
}

/** A title, perhaps after a name, where a step is due. */
export function guessStep(context: string, tape: Tape): Guess | undefined {
  if (context === 'a parallel' && tape.kind() === 'STRING' && tape.kind(1) === '{') {
    return { word: 'lane', message: "A lane begins with the word 'lane'." };
  }
  const titleAt = tape.kind() === 'STRING' ? 0 : tape.kind() === 'ID' && tape.kind(1) === 'STRING' ? 1 : undefined;
  if (titleAt === 0 && tape.kind(1) === 'judged' && firstWords(context).includes('require')) {
    return { word: 'require', message: "A requirement begins with the word 'require'." };
  }
  if (titleAt === undefined || !firstWords(context).includes('action')) return undefined;
  return {
    word: stepWord(context, tape, titleAt + 1),
    message: 'A step begins with what it is, such as action, notify or decide.',
  };
}

/** Clauses that only one kind of step has. */
const ownClauses: Readonly<Record<string, string>> = { via: 'notify', using: 'notify', to: 'handoff', of: 'approve' };

function stepWord(context: string, tape: Tape, from: number): string {
  for (let ahead = from; ahead < from + 40; ahead++) {
    const kind = tape.kind(ahead);
    if (kind === '{') return wordByBlock(tape, ahead + 1);
    if (kind === 'up' && tape.kind(ahead + 1) === 'to') return 'wait';
    const told =
      from > 1 && (kind === 'for' || kind === 'then') ? 'page' : Object.hasOwn(ownClauses, kind) ? ownClauses[kind] : undefined;
    if (told && (told !== 'notify' || from > 1)) return told;
    if (kind === '' || kind === '}' || (ahead > from && itemAt(context, tape, ahead)) || startsTitledLine(tape, ahead)) break;
  }
  return 'action';
}

/** A line that begins with a title or with a name before one is the next step. */
function startsTitledLine(tape: Tape, ahead: number): boolean {
  return tape.beginsLine(ahead) && (tape.kind(ahead) === 'STRING' || tape.kind(ahead + 1) === 'STRING');
}

function wordByBlock(tape: Tape, at: number): string {
  const kind = tape.kind(at);
  if (kind === 'STRING' || kind === 'otherwise') return 'decide';
  if (kind === 'approved' || kind === 'rejected') return 'approve';
  return kind === 'lane' ? 'parallel' : 'action';
}

const declarationBegins = 'A declaration begins with what it is, such as role, level or trigger.';

/**
 * A name with braces, where a declaration is due: the kind that can be read with the fewest mistakes.
 * @param mistakesWith How many there are with this first word, in so many tokens.
 */
export function guessDeclaration(
  context: string,
  tape: Tape,
  mistakesWith: (word: string, length: number) => number,
): Guess | undefined {
  if ((context !== 'a file' && context !== 'a variant') || !isWordKind(tape.kind())) return undefined;
  const whenAt = tape.kind(1) === 'when' ? 1 : tape.kind(1) === 'STRING' && tape.kind(2) === 'when' ? 2 : undefined;
  if (whenAt !== undefined) {
    let ahead = whenAt;
    while (tape.kind(ahead) !== '' && tape.kind(ahead) !== '{' && !tape.beginsLine(ahead)) ahead++;
    return { word: tape.kind(ahead) === '{' ? 'variant' : 'threshold', message: declarationBegins };
  }
  const braceAt = tape.kind(1) === '{' ? 1 : tape.kind(1) === 'STRING' && tape.kind(2) === '{' ? 2 : undefined;
  if (braceAt === undefined) return undefined;
  const length = lengthOfBlock(tape, braceAt);
  let best: { word: string; mistakes: number } | undefined;
  for (const statement of contexts[context] ?? []) {
    const first = statement.head.find((part) => part.is === 'word');
    if (!statement.block || first?.is !== 'word' || first.word === 'override' || first.word === 'sop') continue;
    if (!itemAt(statement.block.holds, tape, braceAt + 1)) continue;
    const mistakes = mistakesWith(first.word, length);
    if (mistakes < (best?.mistakes ?? Number.POSITIVE_INFINITY)) best = { word: first.word, mistakes };
  }
  return best && { word: best.word, message: declarationBegins };
}

/** How many tokens to the brace that closes this one; of a long block only the beginning. */
function lengthOfBlock(tape: Tape, braceAt: number): number {
  for (let ahead = braceAt, depth = 0; ahead < braceAt + 300; ahead++) {
    if (tape.kind(ahead) === '{') depth++;
    else if (tape.kind(ahead) === '}') depth--;
    if (depth === 0 || tape.kind(ahead) === '') return ahead + 1;
  }
  return braceAt + 300;
}
