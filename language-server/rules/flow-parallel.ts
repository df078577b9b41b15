/** All lanes of a `parallel` come together at its end: nobody jumps out of one, or into one. */
import type { Procedure, Range, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { type Lane, WayGraph } from '../../flow/ways-graph.js';
import type { Rule } from './rule.js';
import { quotedId } from './words.js';

export const flowParallel: Rule = {
  id: 'flow/parallel',
  level: 'error',
  check: ({ procedure, report }) => {
    const graph = WayGraph.of(procedure);
    const lanesOf = (id: string | null): readonly Lane[] => {
      const step = id === null ? undefined : graph.step(id);
      return step ? graph.lanesAround(step) : [];
    };
    for (const { from, to, range } of jumpsOf(procedure)) {
      const [here, there] = [lanesOf(from), lanesOf(to)];
      const left = here.find((lane) => !there.includes(lane));
      const entered = there.find((lane) => !here.includes(lane));
      const lane = left ?? entered;
      if (!lane) continue;
      const parallel = graph.step(lane.parallel);
      const title = parallel?.lanes?.[lane.index]?.title ?? '';
      const message = left
        ? `The jump to ${quotedId(procedure, to)} leaves the lane '${title}' while the other lanes go on. Let the lane end, and decide after the 'parallel' where to go.`
        : `The jump to ${quotedId(procedure, to)} leads into the lane '${title}' past the other lanes. Jump to the 'parallel' itself, or move the step out of the lane.`;
      report({
        range,
        element: from ?? to,
        message,
        related: parallel ? [{ message: `The lanes of '${stepTitle(procedure, parallel)}'.`, range: parallel.selection }] : [],
      });
    }
  },
};

interface Jump {
  /** The step it is written at; null for triggers, escalations and the like. */
  readonly from: string | null;
  readonly to: string;
  readonly range: Range;
}

/** Every `->` that is written, with the place of its target. */
function jumpsOf(procedure: Procedure): Jump[] {
  const levels = procedure.levels.flatMap((level) => [
    ...level.escalations,
    ...level.deescalations,
    ...level.bySeverity.flatMap(({ escalations }) => escalations),
  ]);
  const endings = [...procedure.resolutions, ...procedure.closures];
  const outside = [
    ...procedure.triggers.map(({ target, places, selection }) => ({ target, range: places?.target?.[0] ?? selection })),
    ...levels.map(({ target, targetRange }) => ({ target, range: targetRange })),
    ...endings.flatMap(({ reopenings }) => reopenings.map(({ target, targetRange }) => ({ target, range: targetRange }))),
    ...endings.map(({ target, places, selection }) => ({ target, range: places?.target?.[0] ?? selection })),
  ];
  return [
    ...outside.flatMap(({ target, range }) => (target === null ? [] : [{ from: null, to: target, range }])),
    ...procedure.steps.flatMap(jumpsOfStep),
  ];
}

function jumpsOfStep(step: Step): Jump[] {
  const own = step.target === null ? [] : [{ from: step.id, to: step.target, range: step.places?.target?.[0] ?? step.selection }];
  const outcomes = [...(step.branches ?? []), step.approved, step.rejected, step.otherwise];
  return [
    ...own,
    ...outcomes.flatMap((outcome) => {
      if (!outcome || outcome.block || outcome.to === null) return [];
      return [{ from: step.id, to: outcome.to, range: outcome.targetRange ?? outcome.range }];
    }),
  ];
}
