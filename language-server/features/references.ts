/** Find all references, and the highlights of a name in its file. */
import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider, ReferencesProvider } from 'langium/lsp';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver-protocol';
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

  /** Of a step with a name also the jumps into it; on an arrow nothing: the picture shows where it leads. */
  getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] {
    return usagesAt(this.#services, document, params)
      .filter((usage) => usage.document === document)
      .map((usage) => ({
        range: usage.range,
        kind: usage.declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  }
}

function usagesAt(services: SopServices, document: LangiumDocument, params: DocumentHighlightParams): Usage[] {
  const found = elementAt(document, document.textDocument.offsetAt(params.position), services.references.References);
  return found ? usagesOf(found.node, services.shared.workspace.LangiumDocuments, services.references.ScopeProvider) : [];
}
