/** Vocabulary moves to a file of its own, with all it needs, and is imported wherever it is named. */
import { type AstNode, AstUtils, type LangiumDocument, type URI, UriUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { type Document, isDeclaration, isDocument } from '../../generated/ast.js';
import { resolveImport } from '../../references/import-path.js';
import { listed, wordFor } from '../../references/reader-words.js';
import { kindOf, nameOf, vocabularyKinds } from '../../references/symbols.js';
import { usagesOf } from '../usages.js';
import { importEdit, pathBetween } from './imports.js';
import { type Change, insertion, type Refactoring, type RefactoringPlace, replacement } from './refactoring.js';
import { around, endWithComment, referredFrom, selectedDeclarations, startWithComments } from './selected.js';

export const moveToLibrary: Refactoring = {
  kind: 'refactor.move',
  offers: (place) => {
    const chosen = selectedDeclarations(place).filter(isVocabulary);
    // A cursor inside a block means what stands there.
    if (chosen.length === 0 || (place.from === place.to && !isOnHead(place, chosen))) return [];
    const moved = withNeeded(chosen, place.root);
    if (!moved) return [];
    return [...librariesOf(place), newFileFor(chosen[0], place)].flatMap((target) => moveTo(target, chosen, moved, place) ?? []);
  },
};

interface Target {
  readonly uri: URI;
  /** Undefined for a file that is made. */
  readonly document: LangiumDocument<Document> | undefined;
}

function isVocabulary(node: AstNode): boolean {
  const kind = kindOf(node);
  return kind !== undefined && vocabularyKinds.includes(kind);
}

function isOnHead(place: RefactoringPlace, chosen: readonly AstNode[]): boolean {
  const [innermost] = around(place);
  return innermost !== undefined && chosen.includes(innermost);
}

/** These and what they refer to in their own file; undefined where that is nothing a library can hold. */
function withNeeded(chosen: readonly AstNode[], root: Document): AstNode[] | undefined {
  const moved = new Set<AstNode>(chosen);
  for (const node of moved) {
    for (const needed of referredFrom([node])) {
      if (AstUtils.findRootNode(needed) !== root) continue;
      const declaration = AstUtils.getContainerOfType(needed, isDeclaration);
      if (!declaration || declaration.$container !== root || !isVocabulary(declaration)) return undefined;
      moved.add(declaration);
    }
  }
  return root.declarations.filter((declaration) => moved.has(declaration));
}

/** The libraries that the file imports. */
function librariesOf({ root, document, services }: RefactoringPlace): Target[] {
  return services.references.VisibleFiles.importsOf(root).flatMap(({ uri, file }) => {
    const library = uri && services.shared.workspace.LangiumDocuments.getDocument(uri);
    if (!uri || !file || file.header || !library || UriUtils.equals(uri, document.uri)) return [];
    return [{ uri, document: library as LangiumDocument<Document> }];
  });
}

const fileNames: ReadonlyMap<string, string> = new Map([
  ['Team', 'people'],
  ['Role', 'people'],
  ['Channel', 'messages'],
  ['Template', 'messages'],
  ['Calendar', 'calendars'],
  ['Source', 'metrics'],
  ['Metric', 'metrics'],
  ['Threshold', 'thresholds'],
]);

function newFileFor(node: AstNode | undefined, { document, services }: RefactoringPlace): Target {
  const base = fileNames.get(node?.$type ?? '') ?? 'library';
  const folder = UriUtils.dirname(document.uri);
  for (let i = 1; ; i++) {
    const uri = UriUtils.joinPath(folder, `${base}${i > 1 ? `-${i}` : ''}.sop`);
    if (!services.shared.workspace.LangiumDocuments.hasDocument(uri)) return { uri, document: undefined };
  }
}

function moveTo(
  target: Target,
  chosen: readonly AstNode[],
  moved: readonly AstNode[],
  place: RefactoringPlace,
): Change | undefined {
  const { document, text, services } = place;
  // Unsaved files have no folder that a path could start from.
  if (!resolveImport(document.uri, './x.sop')) return undefined;
  const path = pathBetween(document.uri, target.uri);
  const ranges = moved.map((node) => [startWithComments(node, text), endWithComment(node, text)] as const);
  const body = ranges.map(([from, to]) => text.slice(from, to)).join('\n\n');
  const needed = importsFor(moved, target, place);
  if (!needed) return undefined;

  const own: TextEdit[] = ranges.map(([from, to]) =>
    replacement(document, from, to + (/^\s*/.exec(text.slice(to))?.[0].length ?? 0), ''),
  );
  const others: Record<string, TextEdit[]> = {};
  const addImport = (to: LangiumDocument, into: TextEdit[]): void => {
    const file = to.parseResult.value;
    if (!isDocument(file) || UriUtils.equals(to.uri, target.uri)) return;
    const edit = importEdit(to, file, pathBetween(to.uri, target.uri));
    // Before what is taken out at the same place.
    if (edit) into.unshift(edit);
  };
  addImport(document, own);
  for (const other of usersOf(moved, services)) {
    if (other === document || UriUtils.equals(other.uri, target.uri)) continue;
    const edits: TextEdit[] = [];
    addImport(other, edits);
    if (edits.length > 0) others[other.uri.toString()] = edits;
  }
  if (target.document) {
    const end = target.document.textDocument.getText().length;
    const file = target.document.parseResult.value;
    others[target.uri.toString()] = [
      ...needed.flatMap((each) => importEdit(target.document as LangiumDocument, file, each) ?? []),
      insertion(target.document, end, `\n${body}\n`),
    ];
  }
  const created = `${needed.map((each) => `import "${each}"\n`).join('')}${needed.length > 0 ? '\n' : ''}${body}\n`;
  return {
    title: titleFor(chosen, moved, path, target),
    edits: own,
    others,
    ...(!target.document && { created: { [target.uri.toString()]: created } }),
  };
}

function titleFor(chosen: readonly AstNode[], moved: readonly AstNode[], path: string, target: Target): string {
  const named = (nodes: readonly AstNode[]): string =>
    nodes.length > 3 ? `${nodes.length} declarations` : listed(nodes.map((node) => `${wordFor(node)} '${nameOf(node) ?? ''}'`));
  const needed = moved.filter((node) => !chosen.includes(node));
  const also = needed.length > 0 ? `, with ${named(needed)},` : '';
  return `Move ${named(chosen)}${also} to ${target.document ? '' : 'the new file '}'${path}'`;
}

/** Paths that the target has to import for what is moved; undefined where one of them leads back to the procedure. */
function importsFor(moved: readonly AstNode[], target: Target, { root }: RefactoringPlace): string[] | undefined {
  const paths = new Set<string>();
  for (const needed of referredFrom(moved)) {
    const home = AstUtils.findRootNode(needed);
    const uri = home.$document?.uri;
    if (home === root || !uri || uri.scheme === 'sop-library' || UriUtils.equals(uri, target.uri)) continue;
    paths.add(pathBetween(target.uri, uri));
  }
  return [...paths].sort();
}

function usersOf(nodes: readonly AstNode[], services: RefactoringPlace['services']): Set<LangiumDocument> {
  const { LangiumDocuments } = services.shared.workspace;
  const users = new Set<LangiumDocument>();
  for (const node of nodes) {
    for (const usage of usagesOf(node, LangiumDocuments, services.references.ScopeProvider)) users.add(usage.document);
  }
  return users;
}
