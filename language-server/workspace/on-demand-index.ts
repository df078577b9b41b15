/**
 * Who refers to what, and what there is, worked out when somebody asks: keeping Langium's index at every key costs more
 * than all searches do.
 */
import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  CstUtils,
  type IndexManager,
  type LangiumDocument,
  type LangiumDocuments,
  type ReferenceDescription,
  type Stream,
  stream,
} from 'langium';
import { isDocument } from '../generated/ast.js';
import { type Named, nameOf, symbolsOf } from '../references/symbols.js';
import { importedBy } from './import-graph.js';

export class OnDemandIndex implements IndexManager {
  readonly #documents: () => LangiumDocuments;

  constructor(documents: () => LangiumDocuments) {
    this.#documents = documents;
  }

  /** All declarations of all loaded files, steps included; of one type, or of some files, where given. */
  allElements(nodeType?: string, uris?: Set<string>): Stream<AstNodeDescription> {
    return this.#documents()
      .all.filter((document) => !uris || uris.has(document.uri.toString()))
      .flatMap((document) => declarations(document))
      .filter((description) => !nodeType || description.type === nodeType);
  }

  /** Every place in the loaded files that refers to this element. */
  findAllReferences(target: AstNode, _path: string): Stream<ReferenceDescription> {
    const targetDocument = AstUtils.getDocument(target);
    const found: ReferenceDescription[] = [];
    for (const document of this.#documents().all) {
      for (const reference of document.references) {
        if (!('ref' in reference) || reference.ref !== target || !reference.$refNode) continue;
        const segment = CstUtils.toDocumentSegment(reference.$refNode);
        if (!segment) continue;
        found.push({
          sourceUri: document.uri,
          sourcePath: '',
          targetUri: targetDocument.uri,
          targetPath: '',
          segment,
          local: document === targetDocument,
        });
      }
    }
    return stream(found);
  }

  isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    return importedBy(document).some((uri) => changedUris.has(uri.toString()));
  }

  remove(): void {}
  removeContent(): void {}
  removeReferences(): void {}
  async updateContent(): Promise<void> {}
  async updateReferences(): Promise<void> {}
}

function* declarations(document: LangiumDocument): Generator<AstNodeDescription> {
  const root = document.parseResult.value;
  if (!isDocument(root)) return;
  const { header, body, variants } = symbolsOf(root);
  if (header && nameOf(header)) yield describe(header, document);
  for (const each of [body, ...variants.values()]) {
    for (const names of each.names.values()) for (const node of names.values()) yield describe(node, document);
    for (const names of [...each.steps.values(), ...each.overridden.values()]) {
      for (const node of names.values()) yield describe(node, document);
    }
  }
}

function describe(node: Named, document: LangiumDocument): AstNodeDescription {
  const nameSegment = CstUtils.toDocumentSegment(node.$cstNode);
  return {
    name: nameOf(node) ?? '',
    type: node.$type,
    node,
    documentUri: document.uri,
    path: '',
    ...(nameSegment && { nameSegment, selectionSegment: nameSegment }),
  };
}
