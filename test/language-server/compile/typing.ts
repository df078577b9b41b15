/** For tests: what the picture shows while somebody types, text after text, each on top of what was shown before. */
import { EmptyFileSystem, URI } from 'langium';
import type { Procedure } from '../../../flow/procedure.js';
import { compile } from '../../../language-server/compile/compile.js';
import { keepStale } from '../../../language-server/compile/keep-stale.js';
import { isDocument } from '../../../language-server/generated/ast.js';
import { createSopServices } from '../../../language-server/sop-module.js';

export class Typing {
  readonly #services = createSopServices(EmptyFileSystem).shared;
  readonly #uri = URI.file('/procedure.sop');
  #shown: Procedure | undefined;
  /** Whether the text shown last has syntax errors. */
  broken = false;

  constructor(files: Readonly<Record<string, string>> = {}) {
    const { LangiumDocumentFactory, LangiumDocuments } = this.#services.workspace;
    for (const [path, content] of Object.entries(files)) {
      LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(content, URI.file(`/${path.replace(/^\.\//, '')}`)));
    }
  }

  /** Forgets what was shown. */
  clear(): void {
    this.#shown = undefined;
  }

  async show(text: string): Promise<Procedure> {
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = this.#services.workspace;
    if (LangiumDocuments.hasDocument(this.#uri)) LangiumDocuments.deleteDocument(this.#uri);
    const document = LangiumDocumentFactory.fromString(text, this.#uri);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document]);
    const { lexerErrors, parserErrors, value } = document.parseResult;
    if (!isDocument(value)) throw new Error('The text is no document.');
    this.broken = lexerErrors.length + parserErrors.length > 0;
    const present = compile(value);
    this.#shown = this.broken && this.#shown ? keepStale(this.#shown, present) : present;
    return this.#shown;
  }
}
