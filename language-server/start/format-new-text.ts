/** Looks at a text that is just being made: brings it into the canonical layout, tells whether it can be read. */
import { EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import { formatText } from '../features/format/formatter.js';
import { createSopServices } from '../sop-module.js';

let services: ReturnType<typeof createSopServices> | undefined;
let texts = 0;

/** Of their own, made when first needed: what is being made is no file of the workspace yet. */
function ownServices(): ReturnType<typeof createSopServices> {
  services ??= createSopServices(EmptyFileSystem);
  return services;
}

/** The same words, formatted. */
export function formatNewText(text: string): string {
  const document = parse(text);
  return TextDocument.applyEdits(document.textDocument, formatText(document));
}

/** Whether this is one condition, nothing else, and every name in it one of the standard library that can be used so. */
export async function isCondition(text: string): Promise<boolean> {
  // Texts in quotes need somebody who judges them.
  if (/[{}"\n\r]|\/[/*]|->/.test(text)) return false;
  const document = parse(`threshold asked when ${text}\nrole end-of-it`);
  const { LangiumDocuments, DocumentBuilder } = ownServices().shared.workspace;
  LangiumDocuments.addDocument(document);
  try {
    await DocumentBuilder.build([document], { validation: true });
    return !(document.diagnostics ?? []).some(({ severity }) => severity === 1);
  } finally {
    LangiumDocuments.deleteDocument(document.uri);
  }
}

function parse(text: string): LangiumDocument {
  return ownServices().shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`sop-new:/${texts++}.sop`));
}
