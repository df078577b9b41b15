/** Links: imports and `see`, to files and pages. */
import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { isSafeUrl } from '../../flow/explain/explanation.js';
import { isImport, isReference } from '../generated/ast.js';
import { resolveImport } from '../references/import-path.js';

export class SopDocumentLinks implements DocumentLinkProvider {
  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const links: DocumentLink[] = [];
    for (const node of AstUtils.streamAllContents(document.parseResult.value)) {
      const path = isImport(node) ? node.path : isReference(node) ? node.url : undefined;
      const place = GrammarUtils.findNodeForProperty(node.$cstNode, isImport(node) ? 'path' : 'url');
      if (!path || !place || !isSafeUrl(path)) continue;
      const target = /^(https?|mailto):/i.test(path) ? path : resolveImport(document.uri, path)?.toString();
      if (!target) continue;
      // Without the quotes.
      const { start, end } = place.range;
      links.push({
        range: {
          start: { line: start.line, character: start.character + 1 },
          end: { line: end.line, character: end.character - 1 },
        },
        target,
        tooltip: isImport(node) ? 'Open the imported file' : 'Open',
      });
    }
    return links;
  }
}
