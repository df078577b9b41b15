/**
 * Finds what each name refers to, with our own scopes. What is not found is remembered without a word: the words, with
 * what it could have been, are found after the picture is on its way (`unknown-name.ts`).
 */
import {
  type AstNodeDescription,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  type LangiumCoreServices,
  type LangiumDocument,
  type LinkingError,
  type ReferenceInfo,
} from 'langium';
import { referencesIn } from './references-in.js';
import type { VisibleFiles } from './visible-files.js';

export class SopLinker extends DefaultLinker {
  readonly #files: VisibleFiles;

  constructor(services: LangiumCoreServices, files: VisibleFiles) {
    super(services);
    this.#files = files;
  }

  /** @throws `OperationCancelled` between some hundred references, once the token says so. */
  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    this.#files.forget(document.parseResult.value);
    let count = 0;
    for (const reference of referencesIn(document.parseResult.value)) {
      if (++count % referencesBetweenPauses === 0) await interruptAndCheck(cancelToken);
      this.doLink(reference, document);
    }
  }

  override unlink(document: LangiumDocument): void {
    this.#files.forget(document.parseResult.value);
    super.unlink(document);
  }

  override getCandidate(info: ReferenceInfo): AstNodeDescription | LinkingError {
    return this.scopeProvider.getScope(info).getElement(info.reference.$refText) ?? { info, message: '' };
  }
}

const referencesBetweenPauses = 300;
