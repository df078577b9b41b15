/** Outline, breadcrumbs and sticky scroll: the procedure, its parts in the order of the text, steps below their block. */
import { type AstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-protocol';
import type { Branch, Document, Outcome, Step } from '../generated/ast.js';
import { isStep } from '../generated/ast.js';
import { wordFor } from '../references/reader-words.js';

export class SopOutline implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    const root = document.parseResult.value as Document;
    return [...(root.header ? [root.header] : []), ...root.declarations]
      .sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0))
      .flatMap((node) => symbolFor(node) ?? []);
  }
}

function symbolFor(node: AstNode): DocumentSymbol | undefined {
  if (!node.$cstNode) return undefined;
  const children = childrenOf(node).flatMap((child) => symbolFor(child) ?? []);
  const selection =
    GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ??
    CstUtils.streamCst(node.$cstNode).find((part) => part.length > 0 && 'tokenType' in part) ??
    node.$cstNode;
  return {
    name: titleFor(node),
    detail: detailFor(node),
    kind: kindFor(node),
    range: node.$cstNode.range,
    selectionRange: selection.range,
    ...(children.length > 0 && { children }),
  };
}

function childrenOf(node: AstNode): readonly AstNode[] {
  switch (node.$type) {
    case 'Level':
    case 'Resolution':
    case 'Closure':
    case 'LevelOverride':
      return list(node, 'items').filter((item) => isStep(item) || item.$type === 'Insert');
    case 'Insert':
    case 'Branch':
    case 'Outcome':
    case 'Lane':
      return list(node, 'steps');
    case 'Decision':
      return list(node, 'branches');
    case 'Parallel':
      return list(node, 'lanes');
    case 'Approval':
      return [...list(node, 'approved'), ...list(node, 'rejected')].filter((outcome) => list(outcome, 'steps').length > 0);
    case 'Wait':
      return list(node, 'elses').filter((outcome) => list(outcome, 'steps').length > 0);
    case 'Variant':
      return list(node, 'changes').filter((change) => change.$type !== 'Omit');
    default:
      return [];
  }
}

function list(node: AstNode, property: string): readonly AstNode[] {
  const value: unknown = Reflect.get(node, property);
  return Array.isArray(value) ? value : [];
}

function titleFor(node: AstNode): string {
  // Editors take no symbol without a name, nor any of the others with it.
  if (node.$type === 'Branch') return (node as Branch).otherwise ? 'otherwise' : (node as Branch).label?.trim() || 'answer';
  if (node.$type === 'Outcome')
    return (node as Outcome).$containerProperty === 'elses' ? 'else' : ((node as Outcome).$containerProperty ?? 'then');
  for (const property of ['title', 'name']) {
    const value: unknown = Reflect.get(node, property);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  for (const property of ['level', 'trigger', 'severity', 'threshold', 'procedure', 'step', 'role']) {
    const value: unknown = Reflect.get(node, property);
    if (typeof value !== 'object' || value === null || !('$refText' in value)) continue;
    const keyword = node.$type === 'Insert' ? `insert ${String(Reflect.get(node, 'where') ?? '')}` : wordOf(node);
    return `${keyword} ${String(value.$refText)}`;
  }
  const audience = list(node, 'audience').concat(list(node, 'roles')) as unknown as readonly { $refText?: string }[];
  return `${(node as Step).$type.toLowerCase()} ${audience.map((role) => role.$refText).join(', ')}`.trim();
}

/** `override level`, `follow`. */
function wordOf(node: AstNode): string {
  const override = /^(\w+)Override$/.exec(node.$type)?.[1];
  return override ? `override ${override.toLowerCase()}` : isStep(node) ? node.$type.toLowerCase() : wordFor(node);
}

function detailFor(node: AstNode): string {
  if (isStep(node))
    return node.$type === 'Decision' ? 'decision' : node.$type === 'Approval' ? 'approval' : node.$type.toLowerCase();
  return ['Branch', 'Outcome', 'Lane'].includes(node.$type) ? '' : wordFor(node).replace('override', '');
}

/** The symbol that editors show for an element. */
export function kindFor(node: AstNode): SymbolKind {
  if (node.$type === 'Decision') return SymbolKind.Boolean;
  if (isStep(node)) return SymbolKind.Function;
  return kinds.get(node.$type) ?? SymbolKind.Object;
}

const kinds = new Map<string, SymbolKind>([
  ['Header', SymbolKind.File],
  ['Variant', SymbolKind.Namespace],
  ['Role', SymbolKind.Class],
  ['Team', SymbolKind.Package],
  ['Level', SymbolKind.Module],
  ['LevelOverride', SymbolKind.Module],
  ['Resolution', SymbolKind.Module],
  ['Closure', SymbolKind.Module],
  ['Trigger', SymbolKind.Event],
  ['Deadline', SymbolKind.Event],
  ['Metric', SymbolKind.Variable],
  ['Threshold', SymbolKind.Constant],
  ['Severity', SymbolKind.EnumMember],
  ['Branch', SymbolKind.Key],
  ['Outcome', SymbolKind.Key],
  ['Lane', SymbolKind.Array],
]);
