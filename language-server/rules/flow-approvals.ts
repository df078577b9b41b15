/** Three approvals in a row mean that nobody decides and everybody waits. */
import type { Procedure, Step } from '../../flow/procedure.js';
import { reachedFromTriggers } from '../../flow/reach.js';
import { stepTitle } from '../../flow/titles.js';
import { type Place, WayGraph } from '../../flow/ways-graph.js';
import type { Rule } from './rule.js';

export const flowApprovals: Rule = {
  id: 'flow/approvals',
  level: 'warning',
  check: ({ procedure, report }) => {
    const graph = WayGraph.of(procedure);
    const reached = reachedFromTriggers(procedure);
    const approvals = procedure.steps.filter(({ kind, id }) => kind === 'approve' && (reached.has(id) || reached.size === 0));
    const next = new Map(approvals.map((step) => [step, approvalsAfter(graph, step)]));
    const third = new Map<Step, [Step, Step]>();
    for (const first of approvals) {
      for (const second of next.get(first) ?? []) {
        for (const last of second === first ? [] : (next.get(second) ?? [])) {
          if (last !== first && last !== second && !third.has(last)) third.set(last, [first, second]);
        }
      }
    }
    for (const [step, [first, second]] of third) {
      // The fourth of a row is the third of its last three: told already.
      if (third.has(second) && !third.get(second)?.includes(step)) continue;
      const titles = [first, second, step].map((one) => `'${stepTitle(procedure, one)}'`);
      report({
        range: step.selection,
        element: step.id,
        message: `${titles.join(' → ')} are three approvals in a row with nothing done in between. Let one role approve, or ask in a 'parallel'.`,
        related: [first, second].map((one) => ({
          message: `'${titleOf(procedure, one)}' comes before it.`,
          range: one.selection,
        })),
      });
    }
  },
};

function titleOf(procedure: Procedure, step: Step): string {
  return stepTitle(procedure, step);
}

/** The approvals that can come next, with nothing but skipped steps and the frame of a `parallel` in between. */
function approvalsAfter(graph: WayGraph, step: Step): Set<Step> {
  const found = new Set<Step>();
  const seen = new Set<Place>();
  const open: Place[] = graph.placesAt(step.id).filter(({ skipped }) => !skipped);
  for (let at = open.pop(); at; at = open.pop()) {
    for (const next of placesAfter(graph, at)) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (next.step?.kind === 'approve' && !next.skipped) found.add(next.step);
      else if (!next.step || next.skipped || next.step.kind === 'parallel') open.push(next);
    }
  }
  return found;
}

function placesAfter(graph: WayGraph, place: Place): readonly Place[] {
  const lanes = place.step?.kind === 'parallel' && !place.skipped ? (place.step.lanes ?? []) : [];
  const entries = lanes.flatMap(({ entry }) => entry ?? []);
  if (entries.length > 0) return entries.flatMap((entry) => graph.placesAt(entry));
  const entry = graph.entryOf(place);
  return entry.length > 0 ? entry : graph.exitsOf(place).flatMap(({ places }) => places);
}
