/** A level that holds too much becomes two: the steps from the cursor on move to a new level right after it. */
import { AstUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { isLevel, isLevelOverride, isStep, type Level, type Ownership, type Step } from '../../generated/ast.js';
import { nameOf, symbolsOf } from '../../references/symbols.js';
import {
  type Change,
  freeName,
  insertion,
  type Refactoring,
  type RefactoringPlace,
  replacement,
  written,
} from './refactoring.js';
import { around, endWithComment, startWithComments } from './selected.js';

export const splitLevel: Refactoring = {
  kind: 'refactor.rewrite',
  offers: (place) => {
    const nodes = around(place);
    const level = nodes.find(isLevel);
    const step = nodes.filter(isStep).find((each) => each.$container === level);
    if (!level || !step || level.$container !== place.root) return [];
    const change = splitAt(step, level, place);
    return change ? [change] : [];
  },
};

function splitAt(first: Step, level: Level, place: RefactoringPlace): Change | undefined {
  const { document, root, text } = place;
  const steps = level.items.filter(isStep);
  const moved = steps.slice(steps.indexOf(first));
  const last = steps[steps.indexOf(first) - 1];
  // A step that may be skipped would leave the level without a way on.
  if (!last?.$cstNode || !level.$cstNode || last.guards.length > 0 || isChangedByVariant(level, root)) return undefined;
  const name = freeName(`${level.name}-2`, takenIn(root));
  const title = level.title === undefined ? '' : ` "${level.title.replaceAll('"', '\\"')} (2)"`;
  const owners = level.items.filter((item): item is Ownership => item.$type === 'Ownership').map(written);
  const renamed = qualified(steps, moved, level.name, name, place);
  const parts = moved.map((step) => [startWithComments(step, text), endWithComment(step, text)] as const);
  const body = parts.map(([from, to]) => replaced(from, to, renamed, place)).join('\n  ');
  const outside = renamed.filter(({ range }) => {
    const at = document.textDocument.offsetAt(range.start);
    return !parts.some(([from, to]) => from <= at && at < to);
  });
  const goesOn = last.targets.length === 0 && !endsByItself(last);
  return {
    title: `Split '${level.title ?? level.name}' here: the steps from here on become level '${name}'`,
    edits: [
      ...outside,
      ...(goesOn ? [insertion(document, last.$cstNode.end, ` -> ${name}`)] : []),
      ...parts.map(([from, to]) => replacement(document, from, to, '')),
      insertion(document, endWithComment(level, text), `\n\nlevel ${name}${title} {\n  ${[...owners, '', body].join('\n  ')}\n}`),
    ],
  };
}

/** A decision or approval whose every outcome leads away goes nowhere by itself. */
function endsByItself(step: Step): boolean {
  if (step.$type === 'Decision') {
    return step.branches.some((branch) => branch.otherwise) && step.branches.every((branch) => branch.target !== undefined);
  }
  if (step.$type === 'Approval') {
    const outcomes = [...step.approved, ...step.rejected];
    return outcomes.length === 2 && outcomes.every((outcome) => outcome.target !== undefined);
  }
  return false;
}

function isChangedByVariant(level: Level, root: RefactoringPlace['root']): boolean {
  return [...AstUtils.streamAllContents(root)].some(
    (node) =>
      isLevelOverride(node) && node.level?.ref === level && node.items.some((item) => isStep(item) || item.$type === 'Insert'),
  );
}

function takenIn(root: RefactoringPlace['root']): ReadonlySet<string> {
  const { body, variants } = symbolsOf(root);
  return new Set([body, ...variants.values()].flatMap(({ names }) => [...(names.get('place')?.keys() ?? [])]));
}

/** Names of steps that are in another level now, as they have to be written where they are used. */
function qualified(
  steps: readonly Step[],
  moved: readonly Step[],
  oldLevel: string,
  newLevel: string,
  { document }: RefactoringPlace,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const within = (step: Step): readonly Step[] =>
    [step, ...AstUtils.streamAllContents(step)].filter((node): node is Step => isStep(node) && nameOf(node) !== undefined);
  const movedNodes = new Set(moved.flatMap(within));
  for (const step of steps.flatMap(within)) {
    const isMoved = movedNodes.has(step);
    for (const reference of document.references) {
      if (!('ref' in reference) || reference.ref !== step || !reference.$refNode) continue;
      const user = reference.$refNode.astNode;
      const byMoved = moved.some(
        (each) => each === user || AstUtils.hasContainerOfType(user, (node): node is Step => node === each),
      );
      const bySame = AstUtils.getContainerOfType(user, isLevel)?.name === oldLevel;
      const home = isMoved ? newLevel : oldLevel;
      const name = nameOf(step) ?? '';
      const newText = bySame && byMoved === isMoved ? name : `${home}.${name}`;
      if (reference.$refText === newText || (!isMoved && !byMoved)) continue;
      edits.push({ range: reference.$refNode.range, newText });
    }
  }
  return edits;
}

/** A part of the text with the edits in it made. */
function replaced(from: number, to: number, edits: readonly TextEdit[], { document, text }: RefactoringPlace): string {
  let part = text.slice(from, to);
  const inside = edits
    .map(({ range, newText }) => ({
      at: document.textDocument.offsetAt(range.start),
      end: document.textDocument.offsetAt(range.end),
      newText,
    }))
    .filter(({ at, end }) => from <= at && end <= to)
    .sort((a, b) => b.at - a.at);
  for (const { at, end, newText } of inside) part = part.slice(0, at - from) + newText + part.slice(end - from);
  return part;
}
