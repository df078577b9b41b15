/** Gives all elements of a selection their ids, in the order of the text: `frontline`, `frontline.triage`, `frontline.action:call`. */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { type Ids, slug } from './ids.js';
import { writtenName, writtenNames } from './references.js';
import { blocksOf, type Selection, stepsAmong, type Written } from './selection.js';

/** The keyword of a step. */
export const stepKinds = {
  Action: 'action',
  Notify: 'notify',
  Page: 'page',
  Decision: 'decide',
  Approval: 'approve',
  Wait: 'wait',
  Parallel: 'parallel',
  Handoff: 'handoff',
  Assign: 'assign',
  Follow: 'follow',
} as const;

/** Elements that have an id already keep it. */
export function assignIds(ids: Ids, selection: Selection): void {
  const containers = [...selection.levels, ...selection.resolutions, ...selection.closures];
  for (const { node } of containers) ids.give(node, node.name || node.$type.toLowerCase());
  for (const { node } of selection.triggers) {
    const name = node.name || 'trigger';
    ids.give(node, ids.has(name) ? `trigger:${name}` : name);
  }
  for (const { node, parts } of containers) {
    const parent = ids.of(node);
    if (parent !== undefined) assignSteps(ids, selection, parent, stepsAmong(parts));
  }
}

/** Every element of a selection that has an id of its own. */
export function flowOf(selection: Selection): ReadonlySet<AstNode> {
  const nodes = new Set<AstNode>(selection.triggers.map(({ node }) => node));
  const addSteps = (steps: readonly Written<ast.Step>[]) => {
    for (const { node, from } of steps) {
      nodes.add(node);
      for (const block of blocksOf(node)) addSteps(selection.block(block, from));
    }
  };
  for (const { node, parts } of [...selection.levels, ...selection.resolutions, ...selection.closures]) {
    nodes.add(node);
    addSteps(stepsAmong(parts));
  }
  return nodes;
}

function assignSteps(ids: Ids, selection: Selection, parent: string, steps: readonly Written<ast.Step>[]): void {
  for (const { node, from } of steps) {
    ids.give(node, `${parent}.${localId(node)}`);
    for (const block of blocksOf(node)) assignSteps(ids, selection, parent, selection.block(block, from));
  }
}

/** Its name, else its keyword and what it says, else whom it is about. */
function localId(step: ast.Step): string {
  if ('name' in step && step.name) return step.name;
  const kind = stepKinds[step.$type];
  const words = slug(wordsOf(step));
  return words === '' ? kind : `${kind}:${words}`;
}

function wordsOf(step: ast.Step): string {
  switch (step.$type) {
    case 'Notify':
      return step.title ?? writtenNames(step.audience).join(' ');
    case 'Page':
      return step.title ?? writtenNames(step.roles).join(' ');
    case 'Assign':
      return `${writtenName(step.role)} to ${writtenName(step.holder)}`;
    case 'Follow':
      return writtenName(step.procedure);
    default:
      return step.title ?? '';
  }
}
