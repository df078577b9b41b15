/** Links: imports and `see`, to files and pages; arrows, to where they lead. */
import { AstUtils, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
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
    links.push(...arrowLinks(document));
    return links;
  }
}

/** On the arrow itself: its target is a name, and has its own way there. */
function arrowLinks(document: LangiumDocument): DocumentLink[] {
  return document.references.flatMap((reference) => {
    const arrow = reference.$refNode && CstUtils.getPreviousNode(reference.$refNode, false);
    const target = 'ref' in reference ? reference.ref : undefined;
    if (arrow?.text !== '->' || !target?.$cstNode) return [];
    const home = AstUtils.findRootNode(target).$document;
    const { start } = (GrammarUtils.findNodeForProperty(target.$cstNode, 'name') ?? target.$cstNode).range;
    const title: unknown = Reflect.get(target, 'title') ?? Reflect.get(target, 'name');
    return home
      ? [
          {
            range: arrow.range,
            target: `${home.uri}#L${start.line + 1},${start.character + 1}`,
            tooltip: `Go to '${String(title)}'`,
          },
        ]
      : [];
  });
}
