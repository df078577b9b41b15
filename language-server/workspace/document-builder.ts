/** Builds files so that what is open comes first, with all that it imports, and only importers follow a change. */
import {
  type BuildOptions,
  type Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  type LangiumDocument,
  type LangiumSharedCoreServices,
} from 'langium';
import { ImportLoader } from './import-loader.js';

export class SopDocumentBuilder extends DefaultDocumentBuilder {
  readonly #imports: () => ImportLoader;

  constructor(services: LangiumSharedCoreServices, imports: () => ImportLoader) {
    super(services);
    this.#imports = imports;
    // Everything is told: the validator itself puts first what is cheap.
    this.updateBuildOptions = { validation: true };
  }

  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    return ImportLoader.imports(document, changedUris);
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    this.prepareBuild(documents, options);
    await this.runCancelable(documents, DocumentState.Parsed, cancelToken, (document) =>
      this.langiumDocumentFactory.update(document, cancelToken),
    );
    const added = await this.#imports().load(documents);
    await super.buildDocuments([...documents, ...added], options, cancelToken);
  }
}
