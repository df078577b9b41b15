/** Which files' names a file can see: its own, those of the files it imports, and the standard library's. */
import { type AstNode, type LangiumDocument, type LangiumDocuments, type URI, UriUtils } from 'langium';
import { type Document, type Import, isDocument } from '../generated/ast.js';
import type { StandardLibrary } from '../library/standard-library.js';
import { resolveImport } from './import-path.js';
import { type FileSymbols, symbolsOf } from './symbols.js';

/** An `import` and the file it leads to. */
export interface ImportedFile {
  readonly statement: Import;
  /** Undefined when the path can name no file at all. */
  readonly uri: URI | undefined;
  /** Undefined while the file is not loaded, or cannot be. */
  readonly file: Document | undefined;
}

/** What a file can see. */
export interface Visible {
  readonly own: FileSymbols;
  /** Each imported file once, in the order of the imports; never the file itself. */
  readonly imported: readonly FileSymbols[];
  readonly standard: FileSymbols;
}

export class VisibleFiles {
  readonly #documents: () => LangiumDocuments;
  readonly #library: () => StandardLibrary;
  readonly #visible = new WeakMap<Document, Visible>();

  constructor(documents: () => LangiumDocuments, library: () => StandardLibrary) {
    this.#documents = documents;
    this.#library = library;
  }

  /** Must be called whenever the file, or one it imports, was parsed, loaded or removed. */
  forget(file: AstNode): void {
    if (isDocument(file)) this.#visible.delete(file);
  }

  /** What the file with this element in it can see. */
  visibleFrom(node: AstNode): Visible {
    const file = fileOf(node);
    let visible = this.#visible.get(file);
    if (!visible) {
      visible = this.#look(file);
      this.#visible.set(file, visible);
    }
    return visible;
  }

  /** Every import of a file, in order, with what it leads to. */
  importsOf(file: Document): readonly ImportedFile[] {
    const from = file.$document?.uri;
    return file.imports.map((statement) => {
      const uri = from && typeof statement.path === 'string' ? resolveImport(from, statement.path) : undefined;
      return { statement, uri, file: uri && loaded(this.#documents().getDocument(uri)) };
    });
  }

  #look(file: Document): Visible {
    const imported = new Set<Document>();
    for (const each of this.importsOf(file)) {
      if (each.file && !UriUtils.equals(each.uri, file.$document?.uri)) imported.add(each.file);
    }
    return {
      own: symbolsOf(file),
      imported: [...imported].map(symbolsOf),
      standard: symbolsOf(this.#library().file),
    };
  }
}

/** The file an element stands in. */
export function fileOf(node: AstNode): Document {
  let root = node;
  while (root.$container) root = root.$container;
  if (!isDocument(root)) throw new Error(`'${root.$type}' stands in no file.`);
  return root;
}

function loaded(document: LangiumDocument | undefined): Document | undefined {
  const root = document?.parseResult.value;
  return isDocument(root) ? root : undefined;
}
