/** A lexer that can be handed tokens made elsewhere: the next text asked for gets those. */
import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

export class HandedLexer extends DefaultLexer {
  #handed: LexerResult | undefined;

  /** The next call of `tokenize` answers with this. */
  hand(result: LexerResult): void {
    this.#handed = result;
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const handed = this.#handed;
    this.#handed = undefined;
    return handed ?? super.tokenize(text, options);
  }
}
