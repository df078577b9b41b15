/** A level's steps move to a procedure of their own, in a new file; the level keeps its promises and follows it. */
import { type AstNode, AstUtils, type LangiumDocument, type Reference, UriUtils } from 'langium';
import { isLevel, isLevelOverride, isStep, type Level, type Ownership } from '../../generated/ast.js';
import { resolveImport } from '../../references/import-path.js';
import { kindOf, nameOf, vocabularyKinds } from '../../references/symbols.js';
import { importEdit, pathBetween } from './imports.js';
import { type Change, freeName, type Refactoring, type RefactoringPlace, replacement, written } from './refactoring.js';
import { around, endWithComment, startWithComments } from './selected.js';

export const moveLevel: Refactoring = {
  kind: 'refactor.move',
  offers: (place) => {
    const [level] = around(place);
    if (!level || !isLevel(level) || level.$container !== place.root) return [];
    const change = moved(level, place);
    return change ? [change] : [];
  },
};

function moved(level: Level, place: RefactoringPlace): Change | undefined {
  const { document, root, text, services } = place;
  const steps = level.items.filter(isStep);
  const [first] = steps;
  if (!first || !root.header || !resolveImport(document.uri, './x.sop')) return undefined;
  const used = usedBy(steps);
  const jumps = used.filter(({ property }) => property === 'target' || property === 'targets');
  const out = jumps.filter(({ target }) => !isWithin(target, level));
  const outcomes = new Set(out.map(({ reference }) => reference.$refText));
  // What follows a procedure goes on one way: a level with several outcomes has to stay.
  if (outcomes.size > 1 || out.some(({ target }) => target.$type === 'Header')) return undefined;
  if (used.some(({ target, property }) => property !== 'target' && property !== 'targets' && staysHere(target, level)))
    return undefined;
  if (isNamedOutside(level, steps, document) || isChangedByVariant(level, root)) return undefined;

  const name = freeName(level.name, { has: (each) => each === root.header?.name || isProcedure(each, place) });
  const uri = freeAddress(name, document, services);
  const owner = level.items.find((item): item is Ownership => item.$type === 'Ownership' && item.kind === 'owner');
  const kept = level.items.filter((item) => item.$type === 'Ownership').map(written);
  const body = steps.map((step) => withJumps(step, out, place)).join('\n  ');
  const title = level.title === undefined ? '' : ` "${level.title.replaceAll('"', '\\"')}"`;
  const judge = owner?.roles[0]?.$refText;
  const created = [
    ...importsFor(used, uri, place).map((path) => `import "${path}"`),
    '',
    `sop ${name}${title} {\n  version "1.0"\n  status draft${judge ? `\n  owner ${judge}` : ''}\n}`,
    '',
    `level work${title} {\n  ${[...kept, '', body].join('\n  ')}\n}`,
    '',
    `resolution done "Done" { require "The work is done"${judge ? ` judged by ${judge}` : ''} -> closed }`,
    'closure closed "Closed" {}',
    '',
  ].join('\n');

  const [only] = outcomes;
  const follow = `follow ${name}${only ? ` -> ${only}` : ''}`;
  const importing = importEdit(document, root, pathBetween(document.uri, uri));
  return {
    title: `Move the steps of '${level.title ?? level.name}' to a procedure of its own and follow it`,
    edits: [
      ...(importing ? [importing] : []),
      ...steps.map((step, i) =>
        replacement(document, startWithComments(step, text), endWithComment(step, text), i === 0 ? follow : ''),
      ),
    ],
    created: { [uri.toString()]: created },
  };
}

interface Used {
  readonly reference: Reference;
  readonly target: AstNode;
  readonly property: string;
}

function usedBy(steps: readonly AstNode[]): Used[] {
  const used: Used[] = [];
  for (const step of steps) {
    for (const node of AstUtils.streamAst(step)) {
      for (const { reference, property } of AstUtils.streamReferences(node)) {
        if ('ref' in reference && reference.ref) used.push({ reference, target: reference.ref, property });
      }
    }
  }
  return used;
}

function isWithin(node: AstNode, level: Level): boolean {
  for (let at: AstNode | undefined = node; at; at = at.$container) if (at === level) return true;
  return false;
}

/** Severities and the like are seen by no other file. */
function staysHere(target: AstNode, level: Level): boolean {
  const kind = kindOf(target);
  return kind !== undefined && !vocabularyKinds.includes(kind) && !isWithin(target, level);
}

function isNamedOutside(level: Level, steps: readonly AstNode[], document: LangiumDocument): boolean {
  return document.references.some((reference) => {
    if (!('ref' in reference) || !reference.ref || !reference.$refNode) return false;
    const inside = steps.some(
      (step) =>
        step.$cstNode &&
        reference.$refNode &&
        step.$cstNode.offset <= reference.$refNode.offset &&
        reference.$refNode.end <= step.$cstNode.end,
    );
    return isStep(reference.ref) && isWithin(reference.ref, level) && !inside;
  });
}

function isChangedByVariant(level: Level, root: RefactoringPlace['root']): boolean {
  return [...AstUtils.streamAllContents(root)].some(
    (node) =>
      isLevelOverride(node) && node.level?.ref === level && node.items.some((item) => isStep(item) || item.$type === 'Insert'),
  );
}

function isProcedure(name: string, { root, services }: RefactoringPlace): boolean {
  return services.references.VisibleFiles.visibleFrom(root).imported.some(({ header }) => header && nameOf(header) === name);
}

function freeAddress(name: string, document: LangiumDocument, services: RefactoringPlace['services']) {
  const folder = UriUtils.dirname(document.uri);
  for (let i = 1; ; i++) {
    const uri = UriUtils.joinPath(folder, `${name}${i > 1 ? `-${i}` : ''}.sop`);
    if (!services.shared.workspace.LangiumDocuments.hasDocument(uri)) return uri;
  }
}

/** A step as it is written in the new file: jumps out of the level end there; those into it go to the level's new name. */
function withJumps(step: AstNode, out: readonly Used[], { text }: RefactoringPlace): string {
  const from = startWithComments(step, text);
  let part = text.slice(from, endWithComment(step, text));
  const references = usedBy([step]).filter(({ reference }) => reference.$refNode);
  for (const { reference } of references.toSorted(
    (a, b) => (b.reference.$refNode?.offset ?? 0) - (a.reference.$refNode?.offset ?? 0),
  )) {
    const cst = reference.$refNode;
    if (!cst) continue;
    const leaves = out.some((each) => each.reference === reference);
    const newText = leaves ? 'done' : reference.$refText.includes('.') ? reference.$refText.replace(/^[^.]*/, 'work') : null;
    if (newText !== null) part = part.slice(0, cst.offset - from) + newText + part.slice(cst.end - from);
  }
  return part;
}

/** Paths of the files whose names the steps use. */
function importsFor(used: readonly Used[], uri: RefactoringPlace['document']['uri'], { root }: RefactoringPlace): string[] {
  const files = new Set<string>();
  for (const { target } of used) {
    const home = AstUtils.findRootNode(target);
    const address = home.$document?.uri;
    if (!address || address.scheme === 'sop-library') continue;
    const jump = isStep(target) || kindOf(target) === 'place';
    if (home === root && jump) continue;
    files.add(pathBetween(uri, address));
  }
  return [...files].sort();
}
