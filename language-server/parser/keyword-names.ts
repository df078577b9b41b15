/**
 * Lets every keyword stand where a name is due: each word-like keyword belongs to the category of the terminal
 * `KEYWORD`, which the grammar's `Name` accepts beside `ID`. Units (`h`, `days`…) are no keywords but plain `ID`.
 */
import type { TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';

export class KeywordNameTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const anyKeyword = tokens.find((token) => token.name === 'KEYWORD');
    if (!anyKeyword) throw new Error("The grammar has no terminal 'KEYWORD'.");
    for (const token of tokens) {
      if (typeof token.PATTERN === 'string' && /^[a-z]/.test(token.PATTERN)) {
        token.CATEGORIES = [...(token.CATEGORIES ?? []), anyKeyword];
      }
    }
    return tokens;
  }
}
