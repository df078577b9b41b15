/**
 * Steps and the ways between them. A step leads to its own `->`, else to the step after it; the last one of a block to
 * what follows the whole. Blocks: a branch of a decision, an outcome of an approval, the `else` of a wait, a lane.
 */
import type { BlockName, FreeText, Range, Step } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { stepKinds } from './assign-ids.js';
import { type Compilation, namesOf } from './compilation.js';
import { compileWays } from './compile-blocks.js';
import { compileCondition } from './compile-condition.js';
import { compileDuration } from './compile-duration.js';
import { compileKind } from './compile-kind.js';
import { destinationOf } from './destination.js';
import type { Destination } from './edges.js';
import { elementOf, freeTexts } from './element.js';
import { Places } from './places.js';
import { partsOf, type Written } from './selection.js';
import { type Clock, clockOf } from './working-hours.js';
import { arrowRange, rangeOf } from './written.js';

/** Where a list of steps stands. */
export interface Block {
  /** Id of the level, resolution or closure. */
  readonly parent: string;
  readonly container: Step['container'];
  /** Who does what nobody is named for, and whose hours count then. */
  readonly owners: readonly string[];
  readonly clock: Clock;
  /** Where the last step leads to. */
  readonly exit: Exit;
}

/** Where something leads to, null for nowhere; and what was written for it, undefined where nothing was. */
export interface Exit {
  readonly destination: Destination | null;
  readonly range: Range | undefined;
}

/** Adds the steps in the order of the text, each before those in its blocks. */
export function compileSteps(c: Compilation, steps: readonly Written<ast.Step>[], block: Block, result: Step[]): void {
  steps.forEach((step, i) => {
    const next = steps[i + 1];
    compileStep(c, step, next ? { ...block, exit: exitTo(c, next.node) } : block, result);
  });
}

/** The way to an element that simply comes next. */
export function exitTo(c: Compilation, step: ast.Step): Exit {
  const id = c.ids.of(step);
  return { destination: id === undefined ? null : { to: id, converts: false }, range: undefined };
}

function compileStep(c: Compilation, { node, from }: Written<ast.Step>, block: Block, result: Step[]): void {
  const id = c.ids.of(node) ?? block.parent;
  const clock = [...clockOf(node.by), ...block.clock];
  const places = new Places();
  const texts: FreeText[] = [];
  const guard = compileCondition(c, node.guards?.[0], clock, texts);
  const target = node.targets?.[0];
  const own = destinationOf(c, target);
  const onward: Exit = own ? { destination: own, range: arrowRange(target) } : block.exit;

  const nested: Step[] = [];
  const inside = (name: BlockName, exit: Exit): Block => ({ ...block, container: { step: id, block: name }, exit });
  const ways = compileWays(c, { node, from }, { id, clock, onward, inside, block, texts, nested });
  // A false guard skips a step together with its `->` and its answers.
  if (guard && (own || ways.leads)) c.edges.add(id, 'next', block.exit.destination, rangeOf(node), { skipped: true });

  const by = namesOf(c, node.by);
  const details = node.details ?? [];
  const checks = freeTexts('check', details, 'Check');
  const kind = compileKind(c, node, clock, places);
  addPlaces(places, node);
  result.push({
    ...elementOf(c, node, id, details, [...texts, ...checks], from),
    ...places.all,
    kind: stepKinds[node.$type],
    parent: block.parent,
    container: block.container,
    by,
    responsible: by.length > 0 ? by : block.owners,
    within: compileDuration(c, node.within?.[0], clock),
    every: compileDuration(c, node.every?.[0], clock),
    guard,
    target: own?.to ?? null,
    checks: partsOf(
      details.map((detail) => ({ node: detail, from })),
      'Check',
    ).map((check) => check.node.text ?? ''),
    ...kind,
    ...ways.properties,
  });
  for (const step of nested) result.push(step);
}

function addPlaces(places: Places, node: ast.Step): void {
  places.addNames('by', node.by);
  places.addNames('target', node.targets);
  for (const within of node.within ?? []) places.add('within', rangeOf(within));
  for (const every of node.every ?? []) places.add('every', rangeOf(every));
  for (const guard of node.guards ?? []) places.add('guard', rangeOf(guard));
  for (const detail of node.details ?? []) if (detail.$type === 'Check') places.add('check', rangeOf(detail));
}
