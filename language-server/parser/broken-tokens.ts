/**
 * Tokens for text that is no part of the language: an unclosed string, text or comment, and runs of characters that mean
 * nothing. With them the lexer never has to skip (which is slow), and every mistake keeps its place among the tokens.
 */
import type { TokenType } from 'chevrotain';

/** From a lone quote to the end of its line. */
export const unclosedString: TokenType = { name: 'UNCLOSED_STRING', PATTERN: /"[^\n\r]*/ };
/** From `"""` to the end of the file. */
export const unclosedText: TokenType = { name: 'UNCLOSED_TEXT', PATTERN: /"""[\s\S]*/ };
/** From `/*` to the end of the file. */
export const unclosedComment: TokenType = { name: 'UNCLOSED_COMMENT', PATTERN: /\/\*[\s\S]*/ };
/** A run of characters that no token begins with. */
export const strangeCharacters: TokenType = {
  name: 'STRANGE',
  PATTERN: /[^\s\w"{}()<>,.%/-]+|\//,
  START_CHARS_HINT: strangeStarts(),
};

/** The lexer finds the tokens to try by a character's code, above 255 by groups of codes: one of each group will do. */
function strangeStarts(): number[] {
  const starts: number[] = [];
  for (let code = 0; code < 256; code++) {
    if (/[^\s\w"{}()<>,.%-]/.test(String.fromCharCode(code))) starts.push(code);
  }
  for (let code = 256; code <= 0xffff; code++) starts.push(code);
  return starts;
}
