/** From a text to its Procedure and its rules, without an editor: what page and layout benches start from. */
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { Procedure } from '../flow/procedure.js';
import { compile } from '../language-server/compile/compile.js';
import { isDocument } from '../language-server/generated/ast.js';
import { createSopServices } from '../language-server/sop-module.js';

const { shared, sop } = createSopServices(EmptyFileSystem);
sop.rules.RuleSettings.setToday('2026-11-23');

/** Read and linked, and checked where `validation` says so. */
export async function documentOf(text: string, validation: boolean): Promise<LangiumDocument> {
  const uri = URI.parse('file:///bench/procedure.sop');
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation });
  return document;
}

/** Text in, Procedure out: read as a whole, each time. */
export async function procedureOfText(text: string): Promise<Procedure> {
  const root = (await documentOf(text, false)).parseResult.value;
  if (!isDocument(root)) throw new Error('Not a procedure.');
  return compile(root);
}
