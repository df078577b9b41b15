/** Go to definition: of names (also into the standard library, read-only) and of imported files; and to those that fill a role. */
import { type AstNode, AstUtils, type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DefinitionProvider, ImplementationProvider } from 'langium/lsp';
import type { DefinitionParams, LocationLink } from 'vscode-languageserver-protocol';
import { isImport, isRole } from '../generated/ast.js';
import { resolveImport } from '../references/import-path.js';
import type { SopServices } from '../sop-module.js';
import { elementAt } from './usages.js';

export class SopDefinition implements DefinitionProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  getDefinition(document: LangiumDocument, params: DefinitionParams): LocationLink[] | undefined {
    const offset = document.textDocument.offsetAt(params.position);
    const imported = importAt(document, offset);
    if (imported) return [imported];
    const found = elementAt(document, offset, this.#services.references.References);
    const link = found && linkTo(found.node, found.word);
    return link && [link];
  }
}

/** A role that is one of others: these. A role that fills another: nothing, it is itself. */
export class SopImplementation implements ImplementationProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  getImplementation(document: LangiumDocument, params: DefinitionParams): LocationLink[] | undefined {
    const found = elementAt(document, document.textDocument.offsetAt(params.position), this.#services.references.References);
    if (!found || !isRole(found.node)) return undefined;
    const roles = found.node.properties.flatMap((property) => (property.$type === 'OneOf' ? property.roles : []));
    return roles.flatMap((role) => (role.ref ? (linkTo(role.ref, found.word) ?? []) : []));
  }
}

function importAt(document: LangiumDocument, offset: number): LocationLink | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
  if (!leaf || !isImport(leaf.astNode) || !leaf.text.startsWith('"')) return undefined;
  const target = resolveImport(document.uri, leaf.astNode.path);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return (
    target && { targetUri: target.toString(), targetRange: top, targetSelectionRange: top, originSelectionRange: leaf.range }
  );
}

function linkTo(target: AstNode, source: CstNode): LocationLink | undefined {
  const document = AstUtils.findRootNode(target).$document;
  if (!document || !target.$cstNode) return undefined;
  const name = GrammarUtils.findNodeForProperty(target.$cstNode, 'name') ?? target.$cstNode;
  return {
    targetUri: document.uri.toString(),
    targetRange: target.$cstNode.range,
    targetSelectionRange: name.range,
    originSelectionRange: source.range,
  };
}
