/** Who imports whom among the loaded files. */
import type { AstNode, LangiumDocument, LangiumDocuments, ReferenceInfo, URI } from 'langium';
import { type Document, isDocument } from '../generated/ast.js';
import { standardNames } from '../library/standard-library.js';
import { resolveImport } from '../references/import-path.js';
import { referencesIn } from '../references/references-in.js';
import { symbolsOf, vocabularyKinds } from '../references/symbols.js';

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

/**
 * All loaded documents that see what is declared at these addresses: those that import one, and those that import a file
 * whose own vocabulary is told in terms of it (a threshold over an imported metric). Those at the addresses are left out.
 */
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
      if (handsOn(importer)) waiting.push(key);
    }
  }
  return [...found];
}

/**
 * These documents, every loaded one they import, what these import in turn (a name from there may be meant), and more as
 * far as the vocabulary of those depends on it. `unloaded` is told the addresses met that no document has.
 */
export function withImports(
  documents: readonly LangiumDocument[],
  all: LangiumDocuments,
  unloaded?: Map<string, URI>,
): Set<LangiumDocument> {
  const depth = new Map(documents.map((document) => [document, 0]));
  // A map visits what is added while it is walked.
  for (const [document, at] of depth) {
    if (at > 1 && !handsOn(document)) continue;
    for (const uri of importedBy(document)) {
      const imported = all.getDocument(uri);
      if (!imported) unloaded?.set(uri.toString(), uri);
      else if (!depth.has(imported)) depth.set(imported, at + 1);
    }
  }
  return new Set(depth.keys());
}

const depends = new WeakMap<AstNode, boolean>();

/** Whether what a file hands to its importers is told in terms of what it imports itself. */
function handsOn(document: LangiumDocument): boolean {
  const root = document.parseResult.value;
  if (!isDocument(root)) return false;
  let result = depends.get(root);
  if (result === undefined) {
    result = root.imports.length > 0 && namesImported(root);
    depends.set(root, result);
  }
  return result;
}

function namesImported(file: Document): boolean {
  const { body } = symbolsOf(file);
  const declared = (name: string) => standardNames.has(name) || vocabularyKinds.some((kind) => body.names.get(kind)?.has(name));
  // Where a choice comes from is up to the metric at its left.
  const isChoice = ({ container }: ReferenceInfo) => container.$type === 'Is' || container.$type === 'In';
  for (const kind of vocabularyKinds) {
    for (const node of body.names.get(kind)?.values() ?? []) {
      if (referencesIn(node).some((info) => !isChoice(info) && !declared(info.reference.$refText))) return true;
    }
  }
  return false;
}
