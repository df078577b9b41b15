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

/** Made once: making them takes longer than most tests. */
const { shared } = createSopServices(EmptyFileSystem);
/** Texts are read one after the other: all are called `/procedure.sop`. */
let last: Promise<unknown> = Promise.resolve();

/** The parsed and linked text itself. */
export function documentOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Document> {
  const next = last.then(() => readDocument(text, files));
  last = next.catch(() => undefined);
  return next;
}

async function readDocument(text: string, files: Readonly<Record<string, string>>): Promise<Document> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  await DocumentBuilder.update([], LangiumDocuments.all.map((document) => document.uri).toArray());
  const documents = Object.entries(files).map(([path, content]) =>
    LangiumDocumentFactory.fromString(content, URI.file(`/${path.replace(/^\.\//, '')}`)),
  );
  const own = LangiumDocumentFactory.fromString(text, URI.file('/procedure.sop'));
  for (const document of [...documents, own]) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([...documents, own]);
  if (own.state < DocumentState.Linked) throw new Error('The text was not linked.');
  const root = own.parseResult.value;
  if (!isDocument(root)) throw new Error('The text is no document.');
  return root;
}
