/**
 * Makes whole tokens of broken ones before the text is read: closes strings, texts and comments, takes other quotes and
 * arrows for ours, and says so. What means nothing at all stays as a token of its own, already told of.
 */
import type { IToken, TokenType } from 'chevrotain';
import type { LexerResult } from 'langium';
import { otherSigns, straightenQuotes } from './signs.js';
import type { Mistake } from './tape.js';
import { blankUnclosed } from './unclosed.js';

export interface WholeTokens {
  readonly tokens: readonly IToken[];
  readonly hidden: readonly IToken[];
  readonly mistakes: readonly Mistake[];
  /** Lines (from one) with an unclosed string: nothing more is told of them. */
  readonly lostLines: ReadonlySet<number>;
}

/** Nobody reads more. */
const mostTold = 200;

export type Lex = (text: string) => LexerResult;
type Types = Readonly<Record<string, TokenType>>;

export function wholeTokens(text: string, lexed: LexerResult, lex: Lex, types: Types): WholeTokens {
  const mistakes: Mistake[] = [];
  let result = lexed;
  let readText = text;
  const strange = lexed.tokens.filter((token) => token.tokenType.name === 'STRANGE').flatMap(everyOffset);
  const straight = straightenQuotes(text, strange);
  for (const { start, end } of straight.pairs) {
    const written = text.slice(start, Math.min(end, start + 40));
    mistakes.push({ message: `Texts stand in straight quotes: "${written.slice(1, -1)}" instead of ${written}.`, start, end });
  }
  if (straight.pairs.length > 0) {
    readText = straight.text;
    result = lex(readText);
  }
  const kinds = new Set([...result.tokens, ...result.hidden].map((token) => token.tokenType.name));
  const texts: { start: number; end: number }[] = [];
  if (kinds.has('UNCLOSED_TEXT') || kinds.has('UNCLOSED_COMMENT')) {
    const blanked = blankUnclosed(readText);
    mistakes.push(...blanked.mistakes);
    texts.push(...blanked.texts);
    readText = blanked.text;
    result = lex(readText);
  }
  const lostLines = new Set<number>();
  const tokens = mendTokens(result.tokens, types, mistakes, lostLines);
  return { tokens: withTexts(tokens, texts, text, types), hidden: result.hidden, mistakes, lostLines };
}

function everyOffset(token: IToken): number[] {
  return Array.from(token.image.slice(0, 200), (_, index) => token.startOffset + index);
}

function mendTokens(tokens: readonly IToken[], types: Types, mistakes: Mistake[], lostLines: Set<number>): IToken[] {
  const mended: IToken[] = [];
  const told = mistakes;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (told.length > mostTold) mistakes = [];
    const { name } = token.tokenType;
    if (name === 'UNCLOSED_STRING') {
      mistakes.push({ message: 'This text has no closing quote.', start: token.startOffset, end: token.startOffset + 1 });
      lostLines.add(token.startLine ?? 0);
      mended.push(...closedString(token, types));
    } else if (name === 'UNCLOSED_TEXT' || name === 'UNCLOSED_COMMENT') {
      mistakes.push({ message: 'This has no end.', start: token.startOffset, end: token.startOffset + 3 });
    } else if (name === 'STRANGE') {
      const next = tokens[index + 1];
      const arrow = next?.tokenType.name === '>' && next.startOffset === token.startOffset + token.image.length;
      const written = arrow ? `${token.image}>` : token.image;
      const meant = meantBy(written, next);
      const end = token.startOffset + written.length;
      if (meant) {
        mistakes.push({ message: `Write ${meant} instead of ${written}.`, start: token.startOffset, end });
        mended.push(typed(token, types, meant, meant));
        if (arrow) index++;
      } else {
        mistakes.push({
          message: strangeCharactersMessage(token.image),
          start: token.startOffset,
          end: token.startOffset + token.image.length,
        });
        mended.push(token);
      }
    } else mended.push(token);
  }
  return mended;
}

function meantBy(written: string, next: IToken | undefined): string | undefined {
  const meant = Object.hasOwn(otherSigns, written) ? otherSigns[written] : undefined;
  return meant === 'is' && next?.tokenType.name === 'NUMBER' ? undefined : meant;
}

function strangeCharactersMessage(image: string): string {
  if (/^\0+$/.test(image)) return 'A NUL character cannot stand in a procedure.';
  if (/^\uFFFD+$/.test(image)) return 'This character was damaged when the file was saved: the file must be UTF-8.';
  const shown = image.length > 20 ? `${image.slice(0, 20)}…` : image;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x00-\x1f\x7f]/.test(shown) ? 'A control character cannot stand in a procedure.' : `'${shown}' cannot stand here.`;
}

/** The lost rest of the line as the string's text; a brace that ends the line still opens what follows. */
function closedString(token: IToken, types: Types): IToken[] {
  const rest = token.image.slice(1).trimEnd();
  const opens = /\{$/.test(rest) && (rest.match(/\{/g)?.length ?? 0) > (rest.match(/\}/g)?.length ?? 0);
  const content = (opens ? rest.slice(0, -1) : rest).trimEnd().replaceAll('\\', '/');
  const string = typed(token, types, 'STRING', `"${content}"`);
  if (!opens) return [string];
  const at = rest.length;
  const brace = typed(token, types, '{', '{');
  brace.startOffset = token.startOffset + at;
  brace.endOffset = brace.startOffset;
  brace.startColumn = (token.startColumn ?? 1) + at;
  brace.endColumn = brace.startColumn;
  return [string, brace];
}

/** The token's place with another type and image. */
function typed(token: IToken, types: Types, kind: string, image: string): IToken {
  const tokenType = types[kind] ?? token.tokenType;
  return { ...token, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? token.tokenTypeIdx };
}

/** Puts the unclosed texts back where they stood. */
function withTexts(tokens: IToken[], texts: readonly { start: number; end: number }[], text: string, types: Types): IToken[] {
  const tokenType = types.TEXT;
  if (texts.length === 0 || !tokenType) return tokens;
  const added = texts.map(({ start, end }): IToken => {
    const before = text.slice(0, start);
    const content = text.slice(start, end).trimEnd();
    const startLine = before.split('\n').length;
    const startColumn = start - before.lastIndexOf('\n');
    const endLine = startLine + content.split('\n').length - 1;
    const endColumn = endLine === startLine ? startColumn + content.length - 1 : content.length - 1 - content.lastIndexOf('\n');
    const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
    const endOffset = start + content.length - 1;
    return {
      image: `${content}"""`,
      tokenType,
      tokenTypeIdx,
      startOffset: start,
      endOffset,
      startLine,
      startColumn,
      endLine,
      endColumn,
    };
  });
  return [...tokens, ...added].sort((a, b) => a.startOffset - b.startOffset);
}
