/** Who imports whom among the loaded files. */
import type { AstNode, LangiumDocument, LangiumDocuments, URI } from 'langium';
import { isDocument } from '../generated/ast.js';
import { resolveImport } from '../references/import-path.js';

const known = new WeakMap<AstNode, readonly URI[]>();

/** Addresses of the files that a document imports, in the order of its imports. */
export function importedBy(document: LangiumDocument): readonly URI[] {
  const root = document.parseResult.value;
  if (!isDocument(root)) return [];
  let uris = known.get(root);
  if (!uris) {
    uris = root.imports
      .map((statement) => (typeof statement.path === 'string' ? resolveImport(document.uri, statement.path) : undefined))
      .filter((uri) => uri !== undefined);
    known.set(root, uris);
  }
  return uris;
}

/** All loaded documents that import one of these addresses, directly or through others; not those at the addresses. */
export function importersOf(addresses: ReadonlySet<string>, documents: LangiumDocuments): LangiumDocument[] {
  const importers = new Map<string, LangiumDocument[]>();
  for (const document of documents.all) {
    for (const uri of importedBy(document)) {
      const key = uri.toString();
      const others = importers.get(key);
      if (others) others.push(document);
      else importers.set(key, [document]);
    }
  }
  const found = new Set<LangiumDocument>();
  const waiting = [...addresses];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    for (const importer of importers.get(address) ?? []) {
      const key = importer.uri.toString();
      if (found.has(importer) || addresses.has(key)) continue;
      found.add(importer);
      waiting.push(key);
    }
  }
  return [...found];
}

/** These documents and every loaded one they import, directly or through others. */
export function withImports(documents: readonly LangiumDocument[], all: LangiumDocuments): Set<LangiumDocument> {
  const found = new Set(documents);
  // A set visits what is added while it is walked.
  for (const document of found) {
    for (const uri of importedBy(document)) {
      const imported = all.getDocument(uri);
      if (imported) found.add(imported);
    }
  }
  return found;
}
