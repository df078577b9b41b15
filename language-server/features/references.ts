/** Find all references, and the highlights of a name in its file. */
import { CstUtils, type LangiumDocument } from 'langium';
import type { DocumentHighlightProvider, ReferencesProvider } from 'langium/lsp';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type Position,
  type ReferenceParams,
} from 'vscode-languageserver-protocol';
import { isDocument, isStep } from '../generated/ast.js';
import type { SopServices } from '../sop-module.js';
import { elementAt, type Usage, usagesOf } from './usages.js';

export class SopReferences implements ReferencesProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  findReferences(document: LangiumDocument, params: ReferenceParams): Location[] {
    return usagesAt(this.#services, document, params)
      .filter((usage) => params.context.includeDeclaration || !usage.declaration)
      .map((usage) => ({ uri: usage.document.uri.toString(), range: usage.range }));
  }
}

export class SopHighlights implements DocumentHighlightProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  /** Of a name all its uses in the file; of the word that begins a step, the steps that lead there and those it leads to. */
  getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] {
    const ways = this.#waysAt(document, params);
    if (ways) return ways;
    return usagesAt(this.#services, document, params, document).map((usage) => ({
      range: usage.range,
      kind: usage.declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }

  #waysAt(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] | undefined {
    const root = document.parseResult.value;
    const offset = document.textDocument.offsetAt(params.position);
    const leaf = root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset);
    if (!isDocument(root) || !leaf || !isStep(leaf.astNode) || leaf.astNode.$cstNode?.offset !== leaf.offset) return undefined;
    const procedure = this.#services.compile.Procedures.of(root);
    const steps = procedure.steps.filter((step) => step.kind !== 'join');
    const here = steps.find(({ range: { start } }) => samePlace(start, leaf.range.start));
    if (!here) return undefined;
    const elements = [...steps, ...procedure.triggers, ...procedure.levels, ...procedure.resolutions, ...procedure.closures];
    const place = (id: string, kind: DocumentHighlightKind): DocumentHighlight[] =>
      elements
        .filter((each) => each.id === id && each !== here && !each.uri)
        .map(({ selection }) => ({ range: selection, kind }));
    const entered = procedure.levels.find((level) => level.entry === here.id)?.id;
    const into = procedure.edges.filter(({ to }) => to === here.id || (entered !== undefined && to === entered));
    const out = procedure.edges.filter(({ from }) => from === here.id);
    return [
      { range: leaf.range, kind: DocumentHighlightKind.Write },
      ...[...new Set(into.map(({ from }) => from))].flatMap((id) => place(id, DocumentHighlightKind.Read)),
      ...[...new Set(out.map(({ to }) => to))].flatMap((id) => place(id, DocumentHighlightKind.Text)),
    ];
  }
}

function samePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

function usagesAt(
  services: SopServices,
  document: LangiumDocument,
  params: DocumentHighlightParams,
  only?: LangiumDocument,
): Usage[] {
  const found = elementAt(document, document.textDocument.offsetAt(params.position), services.references.References);
  const { LangiumDocuments } = services.shared.workspace;
  return found ? usagesOf(found.node, LangiumDocuments, services.references.ScopeProvider, only) : [];
}
