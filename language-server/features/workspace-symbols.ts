/** Workspace symbols: every name and title of every file, found by part of either. */
import { AstUtils, GrammarUtils } from 'langium';
import type { WorkspaceSymbolProvider } from 'langium/lsp';
import type { CancellationToken, WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import { wordFor } from '../references/reader-words.js';
import type { SopSharedServices } from '../sop-module.js';
import { kindFor } from './outline.js';

export class SopWorkspaceSymbols implements WorkspaceSymbolProvider {
  readonly #services: SopSharedServices;

  constructor(services: SopSharedServices) {
    this.#services = services;
  }

  async getSymbols(params: WorkspaceSymbolParams, cancelToken?: CancellationToken): Promise<WorkspaceSymbol[]> {
    const matcher = this.#services.lsp.FuzzyMatcher;
    const symbols: WorkspaceSymbol[] = [];
    for (const { node, name, documentUri } of this.#services.workspace.IndexManager.allElements()) {
      if (cancelToken?.isCancellationRequested) break;
      if (!node?.$cstNode || documentUri.scheme === 'sop-library') continue;
      const title = 'title' in node && typeof node.title === 'string' ? node.title : '';
      if (params.query !== '' && !matcher.match(params.query, name) && !matcher.match(params.query, title)) continue;
      const place = GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode;
      const header = AstUtils.findRootNode(node);
      const file = 'header' in header && header.header ? ((header.header as { title?: string; name: string }).title ?? '') : '';
      symbols.push({
        name: title ? `${name} — ${title}` : name,
        kind: kindFor(node),
        containerName: [wordFor(node), file].filter(Boolean).join(' in '),
        location: { uri: documentUri.toString(), range: place.range },
      });
    }
    return symbols;
  }
}
