/**
 * The tokens of the language: those of the grammar, where every keyword may also stand where a name is due (it belongs to
 * the category of the terminal `KEYWORD`, which `Name` accepts beside `ID`; units such as `h` are no keywords but plain
 * `ID`), and those for broken text.
 */
import type { TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';
import { strangeCharacters, unclosedComment, unclosedString, unclosedText } from './broken-tokens.js';

export class KeywordNameTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const anyKeyword = named(tokens, 'KEYWORD');
    const measurableKeyword = named(tokens, 'MEASURABLE_KEYWORD');
    for (const token of tokens) {
      if (typeof token.PATTERN === 'string' && /^[a-z]/.test(token.PATTERN)) {
        const categories = token.PATTERN === 'severity' ? [anyKeyword] : [anyKeyword, measurableKeyword];
        token.CATEGORIES = [...(token.CATEGORIES ?? []), ...categories];
      }
    }
    // The first that fits is taken: broken text only where whole text does not fit.
    insertAfter(tokens, 'ML_COMMENT', unclosedComment);
    insertAfter(tokens, 'TEXT', unclosedText);
    insertAfter(tokens, 'STRING', unclosedString);
    tokens.push({ ...strangeCharacters });
    return tokens;
  }
}

function named(tokens: readonly TokenType[], name: string): TokenType {
  const token = tokens.find((candidate) => candidate.name === name);
  if (!token) throw new Error(`The grammar has no terminal '${name}'.`);
  return token;
}

function insertAfter(tokens: TokenType[], name: string, token: TokenType): void {
  tokens.splice(tokens.indexOf(named(tokens, name)) + 1, 0, { ...token });
}
