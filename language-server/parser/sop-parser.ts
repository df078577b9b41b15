/**
 * Parses a text; one that is broken is repaired and parsed again, so that each mistake is told once and in the reader's
 * words, and nothing is lost but what is broken. A whole text costs no more than the parse.
 */
import type { IRecognitionException, IToken } from 'chevrotain';
import {
  type AstNode,
  createParser,
  type LangiumCoreServices,
  LangiumParser,
  type LexerResult,
  type ParseResult,
  type ParserOptions,
} from 'langium';
import { isDocument } from '../generated/ast.js';
import { completeTree } from './complete-tree.js';
import { HandedLexer } from './handed-lexer.js';
import { deepestBlock } from './repair/block-reader.js';
import { deepestCondition } from './repair/condition-reader.js';
import { type Repaired, repair } from './repair/repair.js';
import type { Mistake } from './repair/tape.js';
import { lineOf, lineStarts } from './text-lines.js';

/** How often a text is parsed again without a declaration that even repaired does not parse. */
const mostAttempts = 5;

/** Longer files (some thirty thousand lines) would keep everybody waiting; only their beginning is read. */
const mostTokens = 300_000;

export function createSopParser(services: LangiumCoreServices): SopParser {
  const lexer = services.parser.Lexer;
  if (!(lexer instanceof HandedLexer)) throw new Error('The parser needs a lexer that can be handed tokens.');
  // The parser's own recovery would only be in the way.
  const config = { ...services.parser.ParserConfig, recoveryEnabled: false };
  const parserServices: LangiumCoreServices = Object.create(services, {
    parser: { value: Object.create(services.parser, { ParserConfig: { value: config } }) },
  });
  const parser = createParser(services.Grammar, new SopParser(parserServices, lexer), lexer.definition);
  parser.finalize();
  return parser;
}

export class SopParser extends LangiumParser {
  readonly #lexer: HandedLexer;

  constructor(services: LangiumCoreServices, lexer: HandedLexer) {
    super(services);
    this.#lexer = lexer;
  }

  override parse<T extends AstNode = AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
    if (options.rule !== undefined) return super.parse<T>(input, options);
    const all = this.#lexer.tokenize(input);
    const beyond = all.tokens[mostTokens];
    const lexed = beyond ? { ...all, tokens: all.tokens.slice(0, mostTokens) } : all;
    if (!isTooDeep(lexed.tokens) && !beyond) {
      const result = this.#parseTokens<T>(input, lexed);
      if (result.parserErrors.length === 0) return result;
    }
    return this.#parseBroken<T>(input, lexed, beyond);
  }

  #parseTokens<T extends AstNode>(input: string, lexed: LexerResult): ParseResult<T> {
    // The parse uses up the hidden tokens.
    this.#lexer.hand({ tokens: lexed.tokens, hidden: [...lexed.hidden], errors: [] });
    return super.parse<T>(input);
  }

  #parseBroken<T extends AstNode>(input: string, lexed: LexerResult, beyond: IToken | undefined): ParseResult<T> {
    const repaired = repair(input, lexed, (text) => this.#lexer.tokenize(text), this.#lexer.definition);
    const mistakes = [...repaired.mistakes];
    if (beyond)
      mistakes.push({
        message: 'This file is too long: from here on it is not read.',
        start: beyond.startOffset,
        end: beyond.startOffset + 1,
      });
    let tokens = [...repaired.tokens];
    let result = this.#parseRepaired<T>(input, repaired, tokens);
    for (let attempt = 0; attempt < mostAttempts && result.parserErrors[0]; attempt++) {
      const wrong = result.parserErrors[0].token;
      if (mistakes.length === 0) mistakes.push(generalMistake(input, wrong));
      tokens = withoutDeclaration(tokens, wrong);
      result = this.#parseRepaired<T>(input, repaired, tokens);
    }
    if (isDocument(result.value)) completeTree(result.value);
    return { ...result, lexerErrors: [], parserErrors: toErrors(input, mistakes, lexed) };
  }

  #parseRepaired<T extends AstNode>(input: string, repaired: Repaired, tokens: IToken[]): ParseResult<T> {
    return this.#parseTokens<T>(input, { tokens, hidden: [...repaired.hidden], errors: [] });
  }
}

/** Whether brackets are nested so deeply that the parser, which recurses, could not return. */
function isTooDeep(tokens: readonly IToken[]): boolean {
  let braces = 0;
  let parentheses = 0;
  for (const { image } of tokens) {
    if (image === '{') braces++;
    else if (image === '}') {
      braces--;
      parentheses = 0;
    } else if (image === '(' || image === 'not') parentheses++;
    else if (image === ')' || image === 'and' || image === 'or') parentheses--;
    if (braces > deepestBlock || parentheses > deepestCondition) return true;
  }
  return false;
}

function generalMistake(text: string, token: IToken): Mistake {
  const start = Number.isFinite(token.startOffset) && token.startOffset >= 0 ? token.startOffset : text.length;
  return { message: `'${token.image || 'The end of the file'}' cannot stand here.`, start, end: start + token.image.length };
}

/** Takes out the declaration in which the token stands. */
function withoutDeclaration(tokens: readonly IToken[], wrong: IToken): IToken[] {
  let index = tokens.indexOf(wrong);
  if (index < 0) index = tokens.findLastIndex((token) => token.startOffset >= 0 && token.startOffset <= wrong.startOffset);
  let from = 0;
  let depth = 0;
  for (const [at, { image, tokenType }] of tokens.entries()) {
    const { name } = tokenType;
    if (name === '{') depth++;
    else if (name === '}') depth--;
    const ends = depth <= 0 && name === '}';
    if (ends && at >= index) return [...tokens.slice(0, from), ...tokens.slice(at + 1)];
    if (ends && image !== undefined) from = at + 1;
  }
  return tokens.slice(0, from);
}

function toErrors(text: string, mistakes: readonly Mistake[], lexed: LexerResult): IRecognitionException[] {
  const lines = lineStarts(text);
  const anyType = lexed.tokens[0]?.tokenType ?? { name: 'EOF' };
  return mistakes.map(({ message, start, end }) => {
    const last = Math.max(start, end - 1);
    const startLine = lineOf(lines, start);
    const endLine = lineOf(lines, last);
    const token: IToken = {
      image: text.slice(start, end),
      tokenType: anyType,
      tokenTypeIdx: anyType.tokenTypeIdx ?? 0,
      startOffset: start,
      endOffset: last,
      startLine,
      startColumn: start - (lines[startLine - 1] ?? 0) + 1,
      endLine,
      endColumn: last - (lines[endLine - 1] ?? 0) + 1,
    };
    return { name: 'SyntaxMistake', message, token, resyncedTokens: [], context: { ruleStack: [], ruleOccurrenceStack: [] } };
  });
}
