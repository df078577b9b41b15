/** Makes documents of texts, and remembers which version of an open text each was made from. */
import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ParseResult,
  type TextDocument,
  type TextDocumentProvider,
  type URI,
} from 'langium';

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
    const version = this.#open?.get(document.uri.toString())?.version ?? 0;
    const updated = await super.update(document, cancelToken);
    this.#versions.set(document, version);
    return updated;
  }

  protected override createLangiumDocument<T extends AstNode = AstNode>(
    parseResult: ParseResult<T>,
    uri: URI,
    textDocument?: TextDocument,
    text?: string,
  ): LangiumDocument<T> {
    const document = super.createLangiumDocument(parseResult, uri, textDocument, text);
    if (textDocument) this.#versions.set(document, textDocument.version);
    return document;
  }
}
