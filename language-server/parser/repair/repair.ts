/**
 * Finds every mistake of a broken text, tells each once in the reader's words, and leaves tokens that the grammar takes:
 * all of the text but what is broken, with what is missing put in.
 */
import type { IToken, TokenType } from 'chevrotain';
import type { LexerResult } from 'langium';
import { lineOf, lineStarts } from '../text-lines.js';
import { BlockReader } from './block-reader.js';
import { type Mistake, Tape } from './tape.js';
import { type Lex, wholeTokens } from './whole-tokens.js';

/** More than that help nobody. */
const mostMistakes = 20;

export interface Repaired {
  readonly tokens: readonly IToken[];
  readonly hidden: readonly IToken[];
  /** In the order of the text. */
  readonly mistakes: readonly Mistake[];
}

/**
 * @param lexed The text's tokens.
 * @param lex Makes tokens of a changed text.
 * @param types All token types by name.
 */
export function repair(text: string, lexed: LexerResult, lex: Lex, types: Readonly<Record<string, TokenType>>): Repaired {
  const whole = wholeTokens(text, lexed, lex, types);
  const tape = new Tape(whole.tokens, types);
  new BlockReader(tape).readFile();
  const lines = whole.lostLines.size > 0 ? lineStarts(text) : [];
  const told = tape.mistakes.filter(({ start }) => lines.length === 0 || !whole.lostLines.has(lineOf(lines, start)));
  const mistakes = [...whole.mistakes, ...told].sort((a, b) => a.start - b.start || a.end - b.end);
  const once = mistakes.filter(({ start }, index) => start !== mistakes[index - 1]?.start);
  return { tokens: tape.kept, hidden: whole.hidden, mistakes: once.slice(0, mostMistakes) };
}
