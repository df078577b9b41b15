/** Names of other files of the workspace that an import would make known here. */
import { type AstNode, type LangiumDocument, type URI, UriUtils } from 'langium';
import { isDocument } from '../../generated/ast.js';
import { type Kind, nameOf, symbolsOf } from '../../references/symbols.js';
import type { SopServices } from '../../sop-module.js';
import { pathBetween } from './imports.js';

export interface Importable {
  readonly name: string;
  readonly node: AstNode;
  /** The file that declares it. */
  readonly uri: URI;
  /** It is no procedure, but made to be imported. */
  readonly library: boolean;
}

const kinds: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['Team', ['team']],
  ['Role', ['role']],
  ['Channel', ['channel']],
  ['Template', ['template']],
  ['Calendar', ['calendar']],
  ['Metric', ['metric']],
  ['Measurable', ['metric', 'threshold']],
]);

/** What files that are not imported declare, that a reference of this type could name. */
export function* importable(type: string, document: LangiumDocument, services: SopServices): Generator<Importable> {
  const root = document.parseResult.value;
  if (!isDocument(root)) return;
  const imported = new Set(services.references.VisibleFiles.importsOf(root).map(({ uri }) => uri?.toString()));
  for (const other of services.shared.workspace.LangiumDocuments.all) {
    const file = other.parseResult.value;
    if (!isDocument(file) || other.uri.scheme !== document.uri.scheme || UriUtils.equals(other.uri, document.uri)) continue;
    if (imported.has(other.uri.toString())) continue;
    const symbols = symbolsOf(file);
    const at = { uri: other.uri, library: symbols.header === undefined };
    if (type === 'Header' || type === 'FlowTarget') {
      const name = symbols.header && nameOf(symbols.header);
      if (symbols.header && name) yield { name, node: symbols.header, ...at };
    }
    for (const kind of kinds.get(type) ?? []) {
      for (const [name, node] of symbols.body.names.get(kind) ?? []) yield { name, node, ...at };
    }
  }
}

/** Paths of the files that declare a name, the nearest first. */
export function filesDeclaring(name: string, type: string, document: LangiumDocument, services: SopServices): string[] {
  const paths = [...importable(type, document, services)].flatMap((each) =>
    each.name === name ? [pathBetween(document.uri, each.uri)] : [],
  );
  const depth = (path: string): number => path.split('/').length;
  return [...new Set(paths)].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}
