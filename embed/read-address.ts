/** The procedures of a file on a web server, or of a text in a page: the procedure itself, then its variants. */
import { URI } from 'langium';
import type { Procedure } from '../flow/procedure.js';
import { compile } from '../language-server/compile/compile.js';
import { isDocument } from '../language-server/generated/ast.js';
import { createSopServices } from '../language-server/sop-module.js';
import { FetchedFiles } from './fetched-files.js';

/** `text` null: it is fetched from the address. @throws where the file cannot be fetched. */
export async function readAddress(address: string, text: string | null): Promise<readonly [Procedure, ...Procedure[]]> {
  const files = new FetchedFiles();
  const uri = URI.parse(address);
  const content = text ?? (await files.readFile(uri));
  const { shared } = createSopServices({ fileSystemProvider: () => files });
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  const document = LangiumDocumentFactory.fromString(content, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  const root = document.parseResult.value;
  if (!isDocument(root)) throw new Error(`${address} is no procedure.`);
  const whole = compile(root);
  return [whole, ...whole.variants.map((variant) => compile(root, variant))];
}
