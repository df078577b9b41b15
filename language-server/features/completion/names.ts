/** The names that fit a reference at the cursor, ranked: what is near and likely first. */
import { type AstNode, AstUtils, type LangiumDocument, type ReferenceInfo } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { isDeclaration, isDocument, isRole, isStep, type Level, type LevelOverride, type Test } from '../../generated/ast.js';
import type { NameScope } from '../../references/name-scope.js';
import { wordFor } from '../../references/reader-words.js';
import type { SopScopeProvider } from '../../references/scope-provider.js';
import type { SopServices } from '../../sop-module.js';
import { type Importable, importable } from '../refactor/declared-elsewhere.js';
import { importEdit, pathBetween } from '../refactor/imports.js';
import type { Cursor } from './cursor.js';

export interface NameItem {
  readonly name: string;
  readonly node: AstNode;
  readonly detail: string;
  /** Lower comes first. */
  readonly rank: number;
  /** Comes before the name where names have an order of their own, else empty. */
  readonly order: string;
}

/** A name of another file, with the edit that imports it. */
export interface ImportedName {
  readonly name: string;
  readonly node: AstNode;
  readonly detail: string;
  readonly path: string;
  readonly edit: TextEdit;
}

/** Which property of which element stands for references to a type: enough for the scope to know what is asked. */
const places: Readonly<Record<string, readonly [type: string, property: string]>> = {
  Team: ['Membership', 'team'],
  Role: ['ReportsTo', 'role'],
  Channel: ['Contact', 'channel'],
  Template: ['Notify', 'templates'],
  Calendar: ['Hours', 'calendar'],
  Metric: ['Provides', 'metric'],
  Measurable: ['Test', 'subject'],
  Category: ['Is', 'value'],
  Severity: ['SetsSeverity', 'severity'],
  Trigger: ['DeadlineOf', 'triggers'],
  Threshold: ['ThresholdOverride', 'threshold'],
  Level: ['Beside', 'level'],
  Header: ['Follow', 'procedure'],
  FlowTarget: ['Jump', 'target'],
  Omittable: ['Omit', 'targets'],
};

/** What may stand where a reference to `type` is due. */
export function namesFor(type: string, cursor: Cursor, document: LangiumDocument, scopes: SopScopeProvider): NameItem[] {
  const place = placeFor(type, cursor);
  if (!place) return [];
  const around = surroundings(cursor, document);
  const container =
    type === 'Category'
      ? { $type: place[0], $container: testAt(cursor, around, scopes) }
      : { $type: place[0], $container: around };
  const scope = scopeOf(container as AstNode, place[1], scopes);
  const near = rankOf(type, cursor, around);
  const left = leftOut(type, cursor);
  return [...scope.all()]
    .filter(([name]) => !left.has(name) && !(place[0] === 'Insert' && name.includes('.')))
    .map(([name, node], index) => {
      // Levels, severities and values have an order that means something.
      const order = ordered.has(type) ? String(index).padStart(4, '0') : '';
      return { name, node, detail: detailOf(node), rank: near(name, node), order };
    });
}

const ordered: ReadonlySet<string> = new Set(['Category', 'Severity', 'Level', 'FlowTarget']);

/** Names that files not imported declare. */
export function importedNames(
  type: string,
  cursor: Cursor,
  document: LangiumDocument,
  services: SopServices,
): readonly ImportedName[] {
  const root = document.parseResult.value;
  const first = cursor.statement[0]?.image;
  // Only what may be meant: a jump rarely leaves the procedure, and an override or deadline never does.
  if (!isDocument(root) || first === 'met' || first === 'insert') return [];
  const left = leftOut(type, cursor);
  // Of several files that declare a name, a library that lies near is meant.
  const best = new Map<string, Importable>();
  for (const each of importable(type, document, services)) {
    if (left.has(each.name)) continue;
    const other = best.get(each.name);
    if (!other || isNearer(each, other, document)) best.set(each.name, each);
  }
  const edits = new Map<string, TextEdit | undefined>();
  return [...best.values()].slice(0, mostImported).flatMap(({ name, node, uri }) => {
    const path = pathBetween(document.uri, uri);
    if (!edits.has(path)) edits.set(path, importEdit(document, root, path));
    const edit = edits.get(path);
    return edit ? [{ name, node, detail: detailOf(node), path, edit }] : [];
  });
}

function isNearer(one: Importable, other: Importable, document: LangiumDocument): boolean {
  if (one.library !== other.library) return one.library;
  const common = ({ uri }: Importable): number => {
    let same = 0;
    while (same < uri.path.length && uri.path[same] === document.uri.path[same]) same++;
    return same;
  };
  return common(one) > common(other);
}

/** More would only be in the way. */
const mostImported = 200;

/** What makes no sense here: the element itself, and what its list names already. */
function leftOut(type: string, cursor: Cursor): ReadonlySet<string> {
  const names = new Set<string>();
  const words = cursor.statement.map((token) => token.image);
  for (let i = words.length - 1; words[i] === ',' && i > 0; i -= 2) names.add(words[i - 1] ?? '');
  const inner = cursor.blocks.at(-1)?.map((token) => token.image) ?? [];
  const self = inner[0] === 'external' || inner[0] === 'internal' ? inner.slice(1) : inner;
  const own = (keyword: string): void => {
    if (self[0] === keyword && self[1]) names.add(self[1]);
  };
  if (type === 'Role') own('role');
  if (type === 'Level' && words[0] === 'beside') own('level');
  if (type === 'Measurable' && words[0] === 'threshold' && words[1]) names.add(words[1]);
  const [header] = cursor.blocks;
  if (type === 'Header' && header?.[0]?.image === 'sop' && header[1]) names.add(header[1].image);
  return names;
}

/** The metric that stands right before the cursor, where a comparison may come. */
export function subjectBefore(cursor: Cursor, document: LangiumDocument, scopes: SopScopeProvider): AstNode | undefined {
  const name = cursor.statement.at(-1)?.image ?? '';
  if (!/^[A-Za-z_]/.test(name) || cursor.onNewLine) return undefined;
  return scopeOf({ $type: 'Test', $container: surroundings(cursor, document) } as AstNode, 'subject', scopes).find(name);
}

/** Whether the severity at hand is compared. */
export function isSeverityAt(cursor: Cursor): boolean {
  return cursor.statement.length > 1 && (cursor.statement.at(-1)?.image === 'severity' || subjectName(cursor) === 'severity');
}

/** The metric or threshold at the left of the comparison that the cursor is in. */
export function subjectAt(cursor: Cursor, document: LangiumDocument, scopes: SopScopeProvider): AstNode | undefined {
  const around = surroundings(cursor, document);
  const name = subjectName(cursor);
  if (name === undefined) return undefined;
  return scopeOf({ $type: 'Test', $container: around } as AstNode, 'subject', scopes).find(name);
}

/** Whether the comparison at the cursor is a change (`drops by`). */
export function isChangeAt(cursor: Cursor): boolean {
  return cursor.statement.slice(-4).some((token) => token.image === 'drops' || token.image === 'rises');
}

const comparisons = new Set(['<', '<=', '>', '>=', 'between', 'is', 'in', 'drops', 'rises']);

function subjectName(cursor: Cursor): string | undefined {
  for (let i = cursor.statement.length - 1; i > 0; i--) {
    if (comparisons.has(cursor.statement[i]?.image ?? '')) return cursor.statement[i - 1]?.image;
  }
  return undefined;
}

function placeFor(type: string, cursor: Cursor): readonly [string, string] | undefined {
  const first = cursor.statement[0]?.image;
  if (type === 'FlowTarget' && first === 'insert') return ['Insert', 'step'];
  if (type === 'FlowTarget' && first === 'met') return ['DeadlineMet', 'steps'];
  return places[type];
}

function testAt(cursor: Cursor, around: AstNode, scopes: SopScopeProvider): object {
  const name = subjectName(cursor);
  const test = { $type: 'Test', $container: around } as unknown as AstNode;
  const subject = name === undefined ? undefined : scopeOf(test, 'subject', scopes).find(name);
  return {
    ...(test as object),
    severity: name === 'severity',
    ...(subject && { subject: { ref: subject, $refText: name } as Test['subject'] }),
  };
}

function scopeOf(container: AstNode, property: string, scopes: SopScopeProvider): NameScope {
  const info: ReferenceInfo = { container, property, reference: { $refText: '', ref: undefined } };
  return scopes.getScope(info);
}

/**
 * The innermost element whose block the cursor is in; the file at the top, and where the text is too broken to tell. Found
 * by its words, not its place: the tree may have been made from a text before this one.
 */
export function surroundings(cursor: Cursor, document: LangiumDocument): AstNode {
  let around: AstNode = document.parseResult.value;
  for (const block of cursor.blocks) {
    const words = block.map((token) => token.image);
    const inner = AstUtils.streamContents(around).find((node) => isHeadedBy(node, words));
    if (!inner) break;
    around = inner;
  }
  return around;
}

/** Whether a declaration, or a variant's override of one, begins with these words. */
function isHeadedBy(node: AstNode, words: readonly string[]): boolean {
  if (node.$type === 'LevelOverride') return words[0] === 'override' && words[2] === (node as LevelOverride).level?.$refText;
  if (!isDeclaration(node) || node.name === undefined) return false;
  const keyword = node.$type.toLowerCase();
  const at = words.indexOf(keyword);
  return at >= 0 && at <= 1 && words[at + 1] === node.name;
}

function rankOf(type: string, cursor: Cursor, around: AstNode): (name: string, node: AstNode) => number {
  const level = AstUtils.getContainerOfType(around, isPlace);
  const owners = new Set(
    level && 'items' in level
      ? (level as Level).items.flatMap((item) => (item.$type === 'Ownership' ? item.roles.map((role) => role.$refText) : []))
      : [],
  );
  const root = AstUtils.findRootNode(around);
  const told = cursor.statement.some((token) => token.image === 'notify' || token.image === 'update');
  const toCustomer = told && cursor.statement.some((token) => token.image === 'customer');
  return (name, node) => {
    const own = AstUtils.findRootNode(node) === root ? 0 : 1;
    switch (type) {
      case 'FlowTarget':
        if (cursor.statement[0]?.image === 'met') return isStep(node) ? 0 : 1;
        if (isStep(node)) return name.includes('.') ? 4 : 0;
        return node.$type === 'Header' ? 5 : node === level ? 3 : 1;
      case 'Role': {
        const outside = 'external' in node && node.external === true;
        const first = cursor.statement[0]?.image;
        if (first === 'assign') return assignable(node, name, cursor) ? 0 : 1 + own;
        const wanted = told && cursor.statement.length <= 1;
        if (outside) return wanted ? 0 : 6;
        return owners.has(name) ? 0 : 1 + own;
      }
      case 'Channel': {
        const visibility = 'visibility' in node ? node.visibility : undefined;
        if (visibility === 'internal') return toCustomer ? 5 : 1;
        return visibility === 'external' && toCustomer ? 0 : 1;
      }
      case 'Severity':
        // `for` behind `page` waits: a block for severities would begin a line of its own.
        return cursor.statement[0]?.image === 'page' ? 7 : own;
      default:
        return own;
    }
  };
}

/** After `assign` a role that others fill; after its `to` one of these. */
function assignable(node: AstNode, name: string, cursor: Cursor): boolean {
  const filled = cursor.statement[1]?.image;
  if (filled === undefined) return rolesFilling(node).length > 0;
  const dri = AstUtils.findRootNode(node);
  return [...AstUtils.streamContents(dri)].some(
    (each) => isRole(each) && each.name === filled && rolesFilling(each).includes(name),
  );
}

function rolesFilling(node: AstNode): string[] {
  if (!isRole(node)) return [];
  return node.properties.flatMap((property) => (property.$type === 'OneOf' ? property.roles.map((role) => role.$refText) : []));
}

function isPlace(node: AstNode): node is AstNode {
  return node.$type === 'Level' || node.$type === 'Resolution' || node.$type === 'Closure';
}

function detailOf(node: AstNode): string {
  const title = 'title' in node && typeof node.title === 'string' ? node.title : '';
  return title ? `${title} · ${wordFor(node)}` : wordFor(node);
}
