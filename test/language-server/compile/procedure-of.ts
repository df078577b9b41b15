/** For tests: what a text means, other files beside it included. */
import { DocumentState, EmptyFileSystem, URI } from 'langium';
import type { Procedure } from '../../../flow/procedure.js';
import { compile } from '../../../language-server/compile/compile.js';
import { type Document, isDocument } from '../../../language-server/generated/ast.js';
import { createSopServices } from '../../../language-server/sop-module.js';

export interface Options {
  readonly variant?: string;
  /** Other files, by their path relative to the text's own (`./people.sop`). */
  readonly files?: Readonly<Record<string, string>>;
}

/** The Procedure of a text that is called `/procedure.sop`. Errors in the text are not looked at. */
export async function procedureOf(text: string, options: Options = {}): Promise<Procedure> {
  return compile(await documentOf(text, options.files), options.variant);
}

/** The parsed and linked text itself. */
export async function documentOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Document> {
  const { shared } = createSopServices(EmptyFileSystem);
  const documents = Object.entries(files).map(([path, content]) =>
    shared.workspace.LangiumDocumentFactory.fromString(content, URI.file(`/${path.replace(/^\.\//, '')}`)),
  );
  const own = shared.workspace.LangiumDocumentFactory.fromString(text, URI.file('/procedure.sop'));
  for (const document of [...documents, own]) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([...documents, own]);
  if (own.state < DocumentState.Linked) throw new Error('The text was not linked.');
  const root = own.parseResult.value;
  if (!isDocument(root)) throw new Error('The text is no document.');
  return root;
}
