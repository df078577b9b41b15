/** Who leads here and where it leads (levels, steps, procedures), and who reports to whom (roles). */
import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument, URI } from 'langium';
import type { CallHierarchyProvider, TypeHierarchyProvider } from 'langium/lsp';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  type Range,
  SymbolKind,
  type TypeHierarchyItem,
  type TypeHierarchyPrepareParams,
  type TypeHierarchySubtypesParams,
  type TypeHierarchySupertypesParams,
} from 'vscode-languageserver-protocol';
import type { Edge, Element, Procedure } from '../../flow/procedure.js';
import { flowTitle } from '../../flow/titles.js';
import { type Document, isDocument, isRole, type Role } from '../generated/ast.js';
import type { SopServices } from '../sop-module.js';
import { elementAt } from './usages.js';

/** Steps lead to steps, escalations to levels, triggers into the flow: the flow as a call hierarchy. */
export class SopCallHierarchy implements CallHierarchyProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  prepareCallHierarchy(document: LangiumDocument, params: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
    const root = document.parseResult.value as Document;
    const found = elementAt(document, document.textDocument.offsetAt(params.position), this.#services.references.References);
    if (!found) return undefined;
    const home = AstUtils.findRootNode(found.node);
    if (found.node.$type === 'Header' && isDocument(home)) return [headerItem(this.#services.compile.Procedures.of(home))];
    const procedure = this.#services.compile.Procedures.of(root);
    const start = found.node.$cstNode?.range.start;
    const element = flowElements(procedure).find(
      (each) => start && each.range.start.line === start.line && each.range.start.character === start.character,
    );
    return element && [itemFor(procedure, element)];
  }

  incomingCalls(params: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
    const { id, procedure } = this.#read(params.item);
    if (!procedure) return [];
    const into = new Set([id, ...entriesAt(procedure, id)]);
    return grouped(
      procedure.edges.filter((edge) => into.has(edge.to) && !into.has(edge.from)),
      'from',
    ).flatMap(([from, edges]) => {
      const element = flowElements(procedure).find((each) => each.id === from);
      return element ? [{ from: itemFor(procedure, element), fromRanges: edges.map((edge) => edge.range) }] : [];
    });
  }

  outgoingCalls(params: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
    const { id, procedure } = this.#read(params.item);
    if (!procedure) return [];
    const inside = new Set([id, ...procedure.steps.filter((step) => step.parent === id).map((step) => step.id)]);
    const out = procedure.edges.filter((edge) => inside.has(edge.from) && !inside.has(edge.to));
    return grouped(out, 'to').flatMap(([to, edges]) => {
      const element = flowElements(procedure).find((each) => each.id === to);
      const item = element ? itemFor(procedure, element) : otherItem(procedure, to);
      return item ? [{ to: item, fromRanges: edges.map((edge) => edge.range) }] : [];
    });
  }

  #read(item: CallHierarchyItem): { id: string; procedure: Procedure | undefined } {
    const root = this.#services.shared.workspace.LangiumDocuments.getDocument(URI.parse(item.uri))?.parseResult.value;
    return { id: String(item.data), procedure: isDocument(root) ? this.#services.compile.Procedures.of(root) : undefined };
  }
}

function flowElements(procedure: Procedure): readonly Element[] {
  return [procedure.triggers, procedure.levels, procedure.resolutions, procedure.closures, procedure.steps].flat();
}

/** A level is also entered through its first step. */
function entriesAt(procedure: Procedure, id: string): string[] {
  const place = [procedure.levels, procedure.resolutions, procedure.closures].flat().find((each) => each.id === id);
  return place?.entry ? [place.entry] : [];
}

function grouped(edges: readonly Edge[], by: 'from' | 'to'): [string, Edge[]][] {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(edge[by], [...(groups.get(edge[by]) ?? []), edge]);
  return [...groups];
}

function itemFor(procedure: Procedure, element: Element): CallHierarchyItem {
  const kind = 'kind' in element ? SymbolKind.Function : 'condition' in element ? SymbolKind.Event : SymbolKind.Module;
  return {
    name: flowTitle(procedure, element.id),
    kind,
    detail: 'kind' in element ? String(element.kind) : '',
    uri: procedure.uri,
    range: element.range,
    selectionRange: element.selection,
    data: element.id,
  };
}

function headerItem(procedure: Procedure): CallHierarchyItem {
  const range: Range = procedure.header?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    name: procedure.title ?? procedure.name,
    kind: SymbolKind.File,
    uri: procedure.uri,
    range,
    selectionRange: procedure.header?.selection ?? range,
    data: procedure.triggers[0]?.id ?? '',
  };
}

function otherItem(procedure: Procedure, name: string): CallHierarchyItem | undefined {
  const other = procedure.procedures.find((each) => each.name === name);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return (
    other && { name: other.title ?? other.name, kind: SymbolKind.File, uri: other.uri, range: top, selectionRange: top, data: '' }
  );
}

/** Whom a role reports to, and who reports to it. */
export class SopTypeHierarchy implements TypeHierarchyProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  prepareTypeHierarchy(document: LangiumDocument, params: TypeHierarchyPrepareParams): TypeHierarchyItem[] | undefined {
    const found = elementAt(document, document.textDocument.offsetAt(params.position), this.#services.references.References);
    return found && isRole(found.node) ? [roleItem(found.node)].flatMap((item) => item ?? []) : undefined;
  }

  supertypes(params: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
    const role = this.#read(params.item);
    return (role ? reportsTo(role) : []).flatMap((each) => roleItem(each) ?? []);
  }

  subtypes(params: TypeHierarchySubtypesParams): TypeHierarchyItem[] {
    const role = this.#read(params.item);
    return this.#roles().flatMap((each) => (role && reportsTo(each).includes(role) ? (roleItem(each) ?? []) : []));
  }

  #roles(): Role[] {
    const documents = this.#services.shared.workspace.LangiumDocuments.all.toArray();
    return documents.flatMap(({ parseResult: { value } }) => (isDocument(value) ? value.declarations.filter(isRole) : []));
  }

  #read(item: TypeHierarchyItem): Role | undefined {
    return this.#roles().find(
      (role) => role.name === item.data && AstUtils.findRootNode(role).$document?.uri.toString() === item.uri,
    );
  }
}

function reportsTo(role: Role): Role[] {
  return role.properties.flatMap((property) => (property.$type === 'ReportsTo' && property.role?.ref ? [property.role.ref] : []));
}

function roleItem(role: Role): TypeHierarchyItem | undefined {
  const document = (AstUtils.findRootNode(role) as AstNode).$document;
  if (!document || !role.$cstNode) return undefined;
  const name = GrammarUtils.findNodeForProperty(role.$cstNode, 'name') ?? role.$cstNode;
  return {
    name: role.title ?? role.name,
    kind: SymbolKind.Class,
    uri: document.uri.toString(),
    range: role.$cstNode.range,
    selectionRange: name.range,
    data: role.name,
  };
}
