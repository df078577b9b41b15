/** Finds the statement that tokens begin, in one context, and the places a word belongs to. */
import { canBegin, fitsStatement } from './beginnings.js';
import { type Clause, contexts, type Statement } from './statements.js';
import type { Tape } from './tape.js';

const byFirstWord = new Map<string, Map<string, Statement[]>>();

function statementsOf(context: string): Map<string, Statement[]> {
  let found = byFirstWord.get(context);
  if (!found) {
    found = new Map();
    for (const statement of contexts[context] ?? []) {
      for (const word of firstKinds(statement)) found.set(word, [...(found.get(word) ?? []), statement]);
    }
    byFirstWord.set(context, found);
  }
  return found;
}

function firstKinds(statement: Statement): string[] {
  const kinds: string[] = [];
  for (const part of statement.head) {
    if (part.is === 'word') return [...kinds, part.word];
    if (part.is === 'thing') return [...kinds, 'STRING'];
    for (const word of ['external', 'internal', 'not']) if (canBegin(part, word)) kinds.push(word);
  }
  return kinds;
}

/** The words that statements begin with there. */
export function firstWords(context: string): string[] {
  return [...statementsOf(context).keys()];
}

/** The statement that the tokens from `ahead` look like there. */
export function itemAt(context: string, tape: Tape, ahead = 0): Statement | undefined {
  return statementsOf(context)
    .get(tape.kind(ahead))
    ?.find((statement) => fitsStatement(statement, tape, ahead));
}

/** The statement that the next token alone begins there. */
export function itemByFirstWord(context: string, kind: string): Statement | undefined {
  return statementsOf(context).get(kind)?.at(-1);
}

export function clauseWord(clause: Clause): string {
  const first = clause.parts[0];
  return first?.is === 'word' ? first.word : '';
}

/** Where a word that begins something belongs, such as "a level" or "a notification"; empty for words of no such place. */
export function placesOf(word: string): readonly string[] {
  const found = new Set<string>();
  for (const [context, statements] of Object.entries(contexts)) {
    for (const statement of statements) {
      if (firstKinds(statement).includes(word) && /^(a|an|the) /.test(context)) found.add(context);
      if (statement.label.includes("'")) continue;
      if (statement.clauses.some((clause) => clauseWord(clause) === word)) {
        found.add(statement.label.charAt(0).toLowerCase() + statement.label.slice(1));
      }
    }
  }
  return [...found];
}
