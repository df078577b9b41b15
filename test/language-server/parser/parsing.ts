/** The parser alone, without linking and rules. */
import { EmptyFileSystem, inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import { SopGeneratedModule, SopGeneratedSharedModule } from '../../../language-server/generated/module.js';
import type { Document } from '../../../language-server/generated/ast.js';
import { HandedLexer } from '../../../language-server/parser/handed-lexer.js';
import { KeywordNameTokenBuilder } from '../../../language-server/parser/keyword-names.js';
import { createSopParser } from '../../../language-server/parser/sop-parser.js';

const shared = inject(createDefaultSharedModule(EmptyFileSystem), SopGeneratedSharedModule);
export const services = inject(createDefaultModule({ shared }), SopGeneratedModule, {
  parser: {
    TokenBuilder: () => new KeywordNameTokenBuilder(),
    Lexer: (all: Parameters<typeof createSopParser>[0]) => new HandedLexer(all),
    LangiumParser: createSopParser,
  },
});
shared.ServiceRegistry.register(services);

export function parse(text: string): Document {
  return services.parser.LangiumParser.parse<Document>(text).value;
}

/** The syntax errors as `line:from-to message`, all counted from one and inclusive. */
export function mistakesIn(text: string): string[] {
  const { parserErrors, lexerErrors } = services.parser.LangiumParser.parse(text);
  if (lexerErrors.length > 0) throw new Error('The lexer has errors of its own.');
  return parserErrors.map(({ token, message }) => `${token.startLine}:${token.startColumn}-${token.endColumn} ${message}`);
}
