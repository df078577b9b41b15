/** Which tokens a part of the notation may begin with: what tells a name from the clause or statement that comes next. */
import { type Part, patternOf } from './notation.js';
import type { Statement } from './statements.js';
import type { Tape } from './tape.js';
import type { Thing } from './things.js';

/** Word-like kinds: keywords and names. */
export function isWordKind(kind: string): boolean {
  return kind === 'ID' || (kind >= 'a' && kind < '{');
}

export function canBegin(part: Part, kind: string): boolean {
  switch (part.is) {
    case 'word':
      return part.word === kind;
    case 'thing':
      return canBeginThing(part.thing, kind);
    case 'maybe':
      return canBeginParts(part.parts, kind);
    case 'either':
      return part.options.some((option) => canBeginParts(option, kind));
  }
}

export function canBeginThing(thing: Thing, kind: string): boolean {
  switch (thing.shape) {
    case 'name':
    case 'path':
      return isWordKind(kind);
    case 'string':
      return kind === 'STRING';
    case 'text':
      return kind === 'STRING' || kind === 'TEXT';
    case 'number':
    case 'duration':
      return kind === 'NUMBER';
    case 'signed':
    case 'quantity':
      return kind === 'NUMBER' || kind === '-';
    case 'date':
      return kind === 'DATE';
    case 'time':
      return kind === 'TIME';
    case 'unit':
      return kind === 'ID';
    case 'condition':
      return isWordKind(kind) || kind === 'STRING' || kind === '(';
    case 'choice':
      return thing.words?.includes(kind) ?? false;
    case 'pattern':
      return canBeginParts(patternOf(thing), kind);
  }
}

export function canBeginParts(parts: readonly Part[], kind: string): boolean {
  for (const part of parts) {
    if (canBegin(part, kind)) return true;
    if (part.is !== 'maybe') return false;
  }
  return false;
}

/** Whether all of them may be left out. */
export function mayBeEmpty(parts: readonly Part[]): boolean {
  return parts.every((part) => part.is === 'maybe');
}

/** Whether the next two tokens (from `ahead`) can begin these parts. */
export function fits(parts: readonly Part[], tape: Tape, ahead = 0): boolean {
  const kind = tape.kind(ahead);
  if (!canBeginParts(parts, kind)) return false;
  const rest = afterFirst(parts, kind);
  return rest === undefined || mayBeEmpty(rest) || canBeginParts(rest, tape.kind(ahead + 1));
}

/** Whether the tokens from `ahead` look like this statement. */
export function fitsStatement(statement: Statement, tape: Tape, ahead = 0): boolean {
  if (!fits(statement.head, tape, ahead)) return false;
  if (statement.block?.due !== 'way' || statement.head.length > 1 || statement.head[0]?.is !== 'word') return true;
  const next = tape.kind(ahead + 1);
  return next === '->' || next === '{';
}

/** What is left of the parts after a first token of that kind; undefined where that takes more than one token. */
function afterFirst(parts: readonly Part[], kind: string): readonly Part[] | undefined {
  for (const [index, part] of parts.entries()) {
    if (canBegin(part, kind)) {
      const rest = parts.slice(index + 1);
      const inner = afterFirstOf(part, kind);
      return inner && [...inner, ...rest];
    }
    if (part.is !== 'maybe') break;
  }
  return undefined;
}

function afterFirstOf(part: Part, kind: string): readonly Part[] | undefined {
  switch (part.is) {
    case 'word':
      return [];
    case 'thing':
      return ['name', 'string', 'text', 'number', 'date', 'time', 'unit', 'choice'].includes(part.thing.shape) && !part.list
        ? []
        : undefined;
    case 'maybe':
      return afterFirst(part.parts, kind);
    case 'either': {
      const option = part.options.find((candidate) => canBeginParts(candidate, kind));
      return option && afterFirst(option, kind);
    }
  }
}
