/**
 * Makes documents of texts, and remembers which version of an open text each was made from. A document keeps the text it
 * was parsed from, though the one in the editor goes on: places in its tree and places in its text always belong together.
 */
import { createTokenInstance, EOF } from 'chevrotain';
import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ParseResult,
  type ParserOptions,
  type TextDocumentProvider,
  type URI,
} from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';

export class SopDocumentFactory extends DefaultLangiumDocumentFactory {
  readonly #open: TextDocumentProvider | undefined;
  readonly #versions = new WeakMap<LangiumDocument, number>();

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.#open = services.workspace.TextDocuments;
  }

  /** Version of the editor's text that the document was parsed from; 0 for a file that is not open. */
  versionOf(document: LangiumDocument): number {
    return this.#versions.get(document) ?? 0;
  }

  /** Whether the document was parsed from what stands in the editor now. */
  isNewest(document: LangiumDocument): boolean {
    const open = this.#open?.get(document.uri.toString());
    return !open || this.#versions.get(document) === open.version;
  }

  override async update<T extends AstNode = AstNode>(
    document: LangiumDocument<T>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<LangiumDocument<T>> {
    // The text may change again while we wait: the version is that of the text which the parser is about to get.
    const open = this.#open?.get(document.uri.toString());
    const version = open?.version ?? 0;
    const text = open && copyOf(open);
    const updated = await super.update(document, cancelToken);
    if (text) Object.defineProperty(document, 'textDocument', { value: text });
    this.#versions.set(document, version);
    return updated;
  }

  protected override parse<T extends AstNode>(uri: URI, text: string, options?: ParserOptions): ParseResult<T> {
    if (text.length > largestText) return refused(super.parse<T>(uri, '', options), tooLarge);
    try {
      return super.parse<T>(uri, text, options);
    } catch (error) {
      console.error(`${uri} could not be parsed.`, error);
      return refused(super.parse<T>(uri, '', options), unreadable);
    }
  }

  protected override async parseAsync<T extends AstNode>(uri: URI, text: string): Promise<ParseResult<T>> {
    return this.parse<T>(uri, text);
  }

  protected override createLangiumDocument<T extends AstNode = AstNode>(
    parseResult: ParseResult<T>,
    uri: URI,
    textDocument?: TextDocument,
    text?: string,
  ): LangiumDocument<T> {
    const document = super.createLangiumDocument(parseResult, uri, textDocument && copyOf(textDocument), text);
    if (textDocument) this.#versions.set(document, textDocument.version);
    return document;
  }
}

/** In characters: some 60,000 lines. */
const largestText = 2_000_000;
const tooLarge = 'This file is too large to be read: a procedure may have up to two million characters.';
const unreadable = 'This file cannot be read as a procedure. Take away what was written last.';

/** Nothing of the text, and one mistake at its beginning. */
function refused<T extends AstNode>(empty: ParseResult<T>, message: string): ParseResult<T> {
  const token = { ...createTokenInstance(EOF, '', 0, 0, 1, 1, 1, 1), tokenType: EOF };
  const context = { ruleStack: [], ruleOccurrenceStack: [] };
  return { ...empty, parserErrors: [{ name: 'SyntaxMistake', message, token, resyncedTokens: [], context }] };
}

/** The text as it is now: the one of the editor is changed in place. */
function copyOf(text: TextDocument): TextDocument {
  return TextDocument.create(text.uri, text.languageId, text.version, text.getText());
}
