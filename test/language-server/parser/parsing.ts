/** The parser alone, without linking and rules. */
import { EmptyFileSystem, inject, URI } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import type { Document } from '../../../language-server/generated/ast.js';
import { SopGeneratedModule, SopGeneratedSharedModule } from '../../../language-server/generated/module.js';
import { HandedLexer } from '../../../language-server/parser/handed-lexer.js';
import { KeywordNameTokenBuilder } from '../../../language-server/parser/keyword-names.js';
import { createSopParser } from '../../../language-server/parser/sop-parser.js';
import { syntaxFindings } from '../../../language-server/parser/syntax-findings.js';
import { SopValueConverter } from '../../../language-server/parser/value-converter.js';

const shared = inject(createDefaultSharedModule(EmptyFileSystem), SopGeneratedSharedModule);
export const services = inject(createDefaultModule({ shared }), SopGeneratedModule, {
  parser: {
    TokenBuilder: () => new KeywordNameTokenBuilder(),
    Lexer: (all: Parameters<typeof createSopParser>[0]) => new HandedLexer(all),
    LangiumParser: createSopParser,
    ValueConverter: () => new SopValueConverter(),
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

/** All findings on the text itself as `line:from-to message`, with the code where it is not `syntax`. */
export function faultsIn(text: string): string[] {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`memory:/${count++}.sop`));
  return syntaxFindings(document).map(({ code, message, range: { start, end } }) => {
    return `${start.line + 1}:${start.character + 1}-${end.character} ${code === 'syntax' ? '' : `${code} `}${message}`;
  });
}

let count = 0;
