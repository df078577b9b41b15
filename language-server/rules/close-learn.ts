/** Every case ends in a closure, where somebody looks back at what happened. */
import type { Ending, Procedure } from '../../flow/procedure.js';
import { reachedFrom, reachedFromTriggers } from '../../flow/reach.js';
import type { Rule } from './rule.js';

export const closeLearn: Rule = {
  id: 'close/learn',
  level: 'warning',
  check: ({ procedure, report }) => {
    const { header, closures } = procedure;
    if (!header) return;
    const title = header.title ?? header.name;
    const reached = reachedClosures(procedure);
    if (reached.length === 0) {
      const [first] = closures;
      const wayOut = first
        ? `nothing leads to '${first.title ?? first.name}'. Let a resolution go there with '-> ${first.name}'.`
        : 'it has none. Add one, such as closure closed { action "Post-escalation review" }.';
      report({
        range: header.selection,
        element: header.id,
        message: `'${title}' never reaches a closure, so nobody looks back at what happened: ${wayOut}`,
        ...(first ? { related: [{ message: `'${first.title ?? first.name}' is here.`, range: first.selection }] } : {}),
      });
    }
    for (const closure of reached) {
      if (closure.entry !== null) continue;
      report({
        range: closure.selection,
        element: closure.id,
        message: `'${closure.title ?? closure.name}' has no step, so nothing is learnt from a case. Add one, such as action "Post-escalation review".`,
      });
    }
  },
};

/** Closures that some trigger leads to; without a trigger, those that anything leads to. */
function reachedClosures(procedure: Procedure): Ending[] {
  const { triggers, levels, resolutions, closures } = procedure;
  const starts = triggers.some(({ target }) => target !== null);
  const reached = starts
    ? reachedFromTriggers(procedure)
    : reachedFrom(
        procedure,
        [...levels, ...resolutions].map(({ id }) => id),
      );
  return closures.filter(({ id }) => reached.has(id));
}
