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
  const titleAt = tape.kind() === 'STRING' ? 0 : isWordKind(tape.kind()) && tape.kind(1) === 'STRING' ? 1 : undefined;
  if (titleAt === undefined || !firstWords(context).includes('action')) return undefined;
  return {
    word: stepWord(context, tape, titleAt + 1),
    message: 'A step begins with what it is, such as action, notify or decide.',
  };
}

function stepWord(context: string, tape: Tape, from: number): string {
  for (let ahead = from; ahead < from + 40; ahead++) {
    const kind = tape.kind(ahead);
    if (kind === '{') return wordByBlock(tape, ahead + 1);
    if (kind === 'up' && tape.kind(ahead + 1) === 'to') return 'wait';
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

/** A name with braces, where a declaration is due: the kind whose properties are in them. */
export function guessDeclaration(context: string, tape: Tape): Guess | undefined {
  if (context !== 'a file' && context !== 'a variant') return undefined;
  if (!isWordKind(tape.kind())) return undefined;
  const braceAt = tape.kind(1) === '{' ? 1 : tape.kind(1) === 'STRING' && tape.kind(2) === '{' ? 2 : undefined;
  if (braceAt === undefined) return undefined;
  let best: { word: string; score: number } | undefined;
  for (const statement of contexts[context] ?? []) {
    const first = statement.head.find((part) => part.is === 'word');
    if (!statement.block || first?.is !== 'word' || first.word === 'override') continue;
    const score = held(statement.block.holds, tape, braceAt + 1);
    if (score > (best?.score ?? 0)) best = { word: first.word, score };
  }
  return best && { word: best.word, message: 'A declaration begins with what it is, such as role, level or trigger.' };
}

/** How many statements of this context stand in the braces. */
function held(context: string, tape: Tape, from: number): number {
  let score = 0;
  for (let ahead = from, depth = 0; ahead < from + 300 && depth >= 0 && tape.kind(ahead) !== ''; ahead++) {
    if (tape.kind(ahead) === '{') depth++;
    else if (tape.kind(ahead) === '}') depth--;
    else if (depth === 0 && itemAt(context, tape, ahead)) score++;
  }
  return score;
}
