/** The ways that leave a step: one onward for most kinds; answers, outcomes, time-outs and lanes with their blocks for others. */
import type { BlockName, Branch, EdgeKind, FreeText, Outcome, Step } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { type Block, compileSteps, type Exit } from './compile-steps.js';
import { destinationOf } from './destination.js';
import { freeText } from './element.js';
import type { Written } from './selection.js';
import type { Clock } from './working-hours.js';
import { arrowRange, keywordRange, propertyRange, rangeOf, referenceRange, writtenText } from './written.js';

interface Around {
  readonly id: string;
  readonly clock: Clock;
  /** Where it goes on when it is done, its blocks included. */
  readonly onward: Exit;
  readonly inside: (name: BlockName, exit: Exit) => Block;
  /** The block it stands in itself. */
  readonly block: Block;
  /** Judged texts and answers are added here. */
  readonly texts: FreeText[];
  /** The steps in its blocks are added here. */
  readonly nested: Step[];
}

interface Ways {
  readonly properties: Partial<Step>;
  /** It has ways of its own, which a false guard skips. */
  readonly leads: boolean;
}

export function compileWays(c: Compilation, { node, from }: Written<ast.Step>, around: Around): Ways {
  switch (node.$type) {
    case 'Decision':
      return compileDecision(c, node, from, around);
    case 'Approval':
      return compileApproval(c, node, from, around);
    case 'Wait':
      return compileWait(c, node, from, around);
    case 'Parallel':
      return compileParallel(c, node, from, around);
    default:
      goOn(c, node, around);
      return { properties: {}, leads: false };
  }
}

function goOn(c: Compilation, node: ast.Step, { id, onward }: Around): void {
  c.edges.add(id, 'next', onward.destination, onward.range ?? rangeOf(node));
}

function compileDecision(c: Compilation, node: ast.Decision, from: string | null, around: Around): Ways {
  const branches = (node.branches ?? []).map((branch, i): Branch => {
    const label = branch.label ?? null;
    const answer = freeText('answer', branch, 'label');
    if (answer) around.texts.push(answer);
    return {
      label,
      when: compileCondition(c, branch.condition, around.clock, around.texts),
      ...follow(c, branch, from, 'branch', `branch:${i}`, label ?? 'otherwise', around),
      selection: propertyRange(branch, 'label') ?? keywordRange(branch),
    };
  });
  if (branches.length === 0) goOn(c, node, around);
  return { properties: { branches }, leads: branches.length > 0 };
}

/** An outcome that is not written goes on to the step after. */
function compileApproval(c: Compilation, node: ast.Approval, from: string | null, around: Around): Ways {
  const outcomes = { approved: node.approved?.[0], rejected: node.rejected?.[0] };
  const compile = (kind: 'approved' | 'rejected'): Outcome | null => {
    const outcome = outcomes[kind];
    if (outcome) return follow(c, outcome, from, kind, kind, null, around);
    c.edges.add(around.id, kind, around.onward.destination, around.onward.range ?? rangeOf(node));
    return null;
  };
  return { properties: { approved: compile('approved'), rejected: compile('rejected') }, leads: true };
}

function compileWait(c: Compilation, node: ast.Wait, from: string | null, around: Around): Ways {
  goOn(c, node, around);
  const otherwise = node.elses?.[0];
  if (!otherwise) return { properties: { otherwise: null }, leads: false };
  const label = node.limits?.[0] ? `after ${writtenText(node.limits[0])}` : null;
  return { properties: { otherwise: follow(c, otherwise, from, 'timeout', 'else', label, around) }, leads: true };
}

/** All lanes lead to the join, which goes on. */
function compileParallel(c: Compilation, node: ast.Parallel, from: string | null, around: Around): Ways {
  if ((node.lanes ?? []).length === 0) {
    goOn(c, node, around);
    return { properties: { lanes: [] }, leads: false };
  }
  const join = `${around.id}.join`;
  const exit: Exit = { destination: { to: join, converts: false }, range: undefined };
  const lanes = node.lanes.map((lane, i) => {
    const title = lane.title ?? '';
    const text = freeText('lane', lane, 'title');
    if (text) around.texts.push(text);
    const steps = c.selection.block(lane.steps, from);
    const entry = c.ids.of(steps[0]?.node) ?? null;
    c.edges.add(around.id, 'next', entry === null ? exit.destination : { to: entry, converts: false }, rangeOf(lane), {
      label: title,
    });
    compileSteps(c, steps, around.inside(`lane:${i}`, exit), around.nested);
    return { title, entry, range: rangeOf(lane), selection: keywordRange(lane) };
  });
  c.edges.add(join, 'next', around.onward.destination, around.onward.range ?? rangeOf(node));
  around.nested.push(joinOf(node, from, join, around));
  return { properties: { lanes }, leads: true };
}

function joinOf(node: ast.Parallel, from: string | null, id: string, around: Around): Step {
  const { parent, container } = around.block;
  return {
    id,
    name: null,
    title: null,
    range: rangeOf(node),
    selection: keywordRange(node),
    ...(from === null ? {} : { fromVariant: from }),
    kind: 'join',
    parent,
    container,
    by: [],
    responsible: [],
    within: null,
    every: null,
    guard: null,
    target: null,
    checks: [],
    parallel: around.id,
  };
}

/** What an answer, an outcome or a time-out leads to: its `->`, else its block's first step, else what follows the whole. */
function follow(
  c: Compilation,
  node: ast.Branch | ast.Outcome,
  from: string | null,
  kind: EdgeKind,
  block: BlockName,
  label: string | null,
  around: Around,
): Outcome & { readonly targetRange: Branch['targetRange'] } {
  const range = rangeOf(node);
  if (node.target) {
    const destination = destinationOf(c, node.target);
    c.edges.add(around.id, kind, destination, label === null ? arrowRange(node.target) : range, { label });
    return { to: destination?.to ?? null, block: false, range, targetRange: referenceRange(node.target) };
  }
  const steps = c.selection.block(node.steps, from);
  const entry = c.ids.of(steps[0]?.node);
  const destination = entry === undefined ? around.onward.destination : { to: entry, converts: false };
  c.edges.add(around.id, kind, destination, range, { label });
  compileSteps(c, steps, around.inside(block, around.onward), around.nested);
  return { to: entry ?? null, block: true, range, targetRange: null };
}
