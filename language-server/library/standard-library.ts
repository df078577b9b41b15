/** The standard library: one `.sop` file that comes with the server and is visible everywhere without an import. */
import { DocumentState, type LangiumDocument, type LangiumDocumentFactory, URI } from 'langium';
import { type Document, isDocument } from '../generated/ast.js';
import text from './standard.sop';

/** Under this address editors open it, read-only; its text comes with the request `sop/library`. */
export const standardLibraryUri = 'sop-library:/standard.sop';

export class StandardLibrary {
  readonly #documents: () => LangiumDocumentFactory;
  #document: LangiumDocument | undefined;

  constructor(documents: () => LangiumDocumentFactory) {
    this.#documents = documents;
  }

  /** Parsed at the first use, once. */
  get document(): LangiumDocument {
    if (!this.#document) {
      this.#document = this.#documents().fromString(text, URI.parse(standardLibraryUri));
      // Nothing in it needs the workspace: its references may be followed right away.
      this.#document.state = DocumentState.Linked;
    }
    return this.#document;
  }

  get file(): Document {
    const root = this.document.parseResult.value;
    if (!isDocument(root)) throw new Error('The standard library is no document.');
    return root;
  }
}

/** The text behind an address of the library; undefined for any other address. */
export function libraryText(uri: string): string | undefined {
  return URI.parse(uri).toString() === URI.parse(standardLibraryUri).toString() ? text : undefined;
}

/** Names the library declares: for questions that must not wait for it to be parsed. */
export const standardNames: ReadonlySet<string> = new Set(
  [...text.matchAll(/^(?:metric|external role) ([\w-]+)/gm)].flatMap(([, name]) => name ?? []),
);

/** Whether an address lies in the library. */
export function isLibrary(uri: URI | string): boolean {
  return uri.toString() === URI.parse(standardLibraryUri).toString();
}
