/** Reads a condition from broken text: what is wrong is told, and the good tests before it are kept. */
import { isWordKind } from './beginnings.js';
import { followedBy } from './missing.js';
import { type Part, parts } from './notation.js';
import type { Outcome, PartReader } from './part-reader.js';
import { things } from './things.js';

/** How deep parentheses and `not` may be nested; the parser recurses. */
export const deepestCondition = 50;

const comparisons: Readonly<Record<string, readonly Part[]>> = {
  '<': parts('< QUANTITY'),
  '<=': parts('<= QUANTITY'),
  '>': parts('> QUANTITY'),
  '>=': parts('>= QUANTITY'),
  between: parts('between QUANTITY and QUANTITY'),
  drops: parts('drops by QUANTITY'),
  rises: parts('rises by QUANTITY'),
  is: parts('is [(not | at (least | most))] VALUE'),
};
const examples: Readonly<Record<string, string>> = {
  between: 'health-score between 40 and 60',
  drops: 'nps drops by 20 points within 90 days',
  rises: 'nps rises by 20 points within 90 days',
  is: 'severity is at least sev2',
};
const duration = parts('DURATION');
const judged = parts('judged by ROLE');
const values = parts('VALUE,');

/** Reads a whole condition; the next token can begin one. */
export function readCondition(reader: PartReader, depth = 0): Outcome {
  const { tape } = reader;
  const { strict } = reader.around;
  const start = tape.mark();
  let outcome = readOperand(reader, depth);
  if (outcome === 'broken') tape.forget(start);
  while ((outcome === 'read' || !strict) && (tape.kind() === 'and' || tape.kind() === 'or')) {
    const mark = tape.mark();
    const word = tape.kind();
    // After a broken test nothing is there to connect with.
    if (outcome === 'broken') tape.drop();
    else tape.take();
    const kept = outcome;
    if (!canBeginCondition(reader)) {
      reader.tell(`'${word}' must be followed by another condition, such as health-score < 60.`, -1);
      outcome = 'broken';
    } else outcome = readOperand(reader, depth);
    if (outcome === 'broken') {
      tape.forget(mark);
      if (kept !== 'broken') outcome = 'cut';
    } else if (kept !== 'read') outcome = 'cut';
  }
  return outcome;
}

function canBeginCondition({ tape, around }: PartReader): boolean {
  const kind = tape.kind();
  if (kind === 'STRING' || kind === '(' || kind === 'ID' || kind === 'not') return true;
  if (kind === 'severity' && (tape.kind(1) === 'is' || tape.kind(1) === 'in')) return true;
  return isWordKind(kind) && (around.strict || !around.stopsAt(0));
}

function readOperand(reader: PartReader, depth: number): Outcome {
  const { tape } = reader;
  if (depth > deepestCondition) {
    reader.tell('This condition is nested too deeply: say parts of it as thresholds.', 0);
    skipNested(reader);
    return 'broken';
  }
  switch (tape.kind()) {
    case 'not':
      tape.take();
      if (canBeginCondition(reader)) return readOperand(reader, depth + 1);
      reader.tell(followedBy('not', things.CONDITION ?? never()), -1);
      return 'broken';
    case '(':
      return readGroup(reader, depth);
    case 'STRING':
      tape.take();
      return readAfterTest(
        reader,
        tape.kind() === 'judged' ? readOptional(reader, judged, 'A judgement', '"An executive complains" judged by csm') : 'read',
      );
    default:
      tape.take();
      return readAfterTest(reader, readComparison(reader));
  }
}

function never(): never {
  throw new Error('Every thing of the notation is known.');
}

function readGroup(reader: PartReader, depth: number): Outcome {
  const { tape } = reader;
  const open = tape.token();
  tape.take();
  if (!canBeginCondition(reader)) {
    reader.tell(followedBy('(', things.CONDITION ?? never()), -1);
    return 'broken';
  }
  const outcome = readCondition(reader, depth + 1);
  if (outcome === 'broken') return 'broken';
  if (tape.kind() !== ')') {
    if (reader.around.strict || !open) return 'broken';
    if (outcome === 'read') reader.tellOf('This parenthesis has no closing parenthesis.', open);
    tape.insert(')');
    return outcome === 'cut' ? 'cut' : 'read';
  }
  tape.take();
  return readAfterTest(reader, outcome);
}

function readComparison(reader: PartReader): Outcome {
  const { tape } = reader;
  if (tape.kind() === 'in' && tape.kind(1) === '(') return readIn(reader);
  const comparison = comparisons[tape.kind()];
  const example = examples[tape.kind()] ?? 'health-score < 60';
  return comparison ? reader.readPartsOf(comparison, 'A test', example) : 'read';
}

function readIn(reader: PartReader): Outcome {
  const { tape } = reader;
  tape.take();
  const open = tape.token();
  tape.take();
  const outcome = reader.readParts(values);
  if (outcome === 'broken') return 'broken';
  if (tape.kind() === ')') tape.take();
  else if (reader.around.strict || !open) return 'broken';
  else {
    if (outcome === 'read') reader.tellOf('This parenthesis has no closing parenthesis.', open);
    tape.insert(')');
  }
  return outcome;
}

/** `for` or `within` and a duration, after a test. */
function readAfterTest(reader: PartReader, outcome: Outcome): Outcome {
  const { tape, around } = reader;
  if (outcome !== 'read' || (tape.kind() !== 'for' && tape.kind() !== 'within')) return outcome;
  if (tape.kind(1) !== 'NUMBER' && (around.strict || tape.beginsLine() || around.stopsAt(0))) return 'read';
  const mark = tape.mark();
  tape.take();
  const window = reader.readParts(duration);
  if (window !== 'broken' || around.strict) return window;
  tape.forget(mark);
  return 'cut';
}

function readOptional(reader: PartReader, optional: readonly Part[], label: string, example: string): Outcome {
  const mark = reader.tape.mark();
  const outcome = reader.readPartsOf(optional, label, example);
  if (outcome !== 'broken' || reader.around.strict) return outcome;
  reader.tape.forget(mark);
  return 'cut';
}

/** Drops parentheses and `not`s that nobody can read. */
function skipNested({ tape, around }: PartReader): void {
  while (!tape.ended && !/^[{}]$/.test(tape.kind()) && !(tape.beginsLine() && around.stopsAt(0))) tape.drop();
}
