/** The ways out of a level that are no steps: escalations, de-escalations, and reopenings of what was resolved. */
import type { Deescalation, Escalation, FreeText, Reopening } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileDuration } from './compile-duration.js';
import { destinationOf } from './destination.js';
import type { Written } from './selection.js';
import type { Clock } from './working-hours.js';
import { keywordRange, rangeOf, referenceRange, writtenText } from './written.js';

/** `severities`: those of the `for` block that it stands in. */
export function compileEscalation(
  c: Compilation,
  { node, from }: Written<ast.Escalate>,
  level: string,
  clock: Clock,
  texts: FreeText[],
  severities: readonly string[],
): Escalation {
  const destination = destinationOf(c, node.target);
  const form = node.unacknowledged ? 'unless' : node.condition ? 'when' : 'after';
  const label = escalationLabel(node) + (severities.length === 0 ? '' : ` (${titlesOf(c, severities).join(', ')})`);
  return {
    form,
    after: compileDuration(c, node.unacknowledged ?? node.after, clock),
    when: compileCondition(c, node.condition, clock, texts),
    target: destination?.to ?? null,
    edge: c.edges.add(level, 'escalate', destination, rangeOf(node), { label }),
    range: rangeOf(node),
    selection: keywordRange(node),
    targetRange: referenceRange(node.target),
    ...(from === null ? {} : { fromVariant: from }),
  };
}

/** Null without a condition. */
export function compileDeescalation(
  c: Compilation,
  node: ast.Deescalate,
  level: string,
  clock: Clock,
  texts: FreeText[],
): Deescalation | null {
  const when = compileCondition(c, node.condition, clock, texts);
  if (!when) return null;
  const destination = destinationOf(c, node.target);
  return {
    when,
    target: destination?.to ?? null,
    edge: c.edges.add(level, 'deescalate', destination, rangeOf(node), { label: writtenText(node.condition) }),
    range: rangeOf(node),
    selection: keywordRange(node),
    targetRange: referenceRange(node.target),
  };
}

export function compileReopening(c: Compilation, node: ast.Reopen, ending: string, clock: Clock, texts: FreeText[]): Reopening {
  const within = compileDuration(c, node.within, clock);
  const when = compileCondition(c, node.condition, clock, texts);
  const destination = destinationOf(c, node.target);
  const label = [within ? `within ${within.text}` : '', writtenText(node.condition)].filter((part) => part !== '').join(', ');
  return {
    within,
    when,
    target: destination?.to ?? null,
    edge: c.edges.add(ending, 'reopen', destination, rangeOf(node), { label }),
    range: rangeOf(node),
    selection: keywordRange(node),
    targetRange: referenceRange(node.target),
  };
}

function escalationLabel(node: ast.Escalate): string {
  if (node.unacknowledged) return `not acknowledged within ${writtenText(node.unacknowledged)}`;
  return writtenText(node.after ?? node.condition);
}

function titlesOf(c: Compilation, names: readonly string[]): readonly string[] {
  return names.map((name) => c.selection.severities.find(({ node }) => node.name === name)?.title ?? name);
}
