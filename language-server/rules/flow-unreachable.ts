/** Something that no trigger leads to will never be done. */
import type { Element } from '../../flow/procedure.js';
import { reachedFromTriggers } from '../../flow/reach.js';
import { stepTitle } from '../../flow/titles.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const flowUnreachable: Rule = {
  id: 'flow/unreachable',
  level: 'warning',
  check: ({ procedure, report }) => {
    // Without a trigger nothing is reached: that is said once, by flow/start.
    if (!procedure.triggers.some(({ target }) => target !== null)) return;
    const reached = reachedFromTriggers(procedure);
    const isLost = ({ id }: Element): boolean => !reached.has(id);
    for (const place of [...procedure.levels, ...procedure.resolutions, ...procedure.closures].filter(isLost)) {
      report({
        range: place.selection,
        element: place.id,
        unused: true,
        message: `No trigger leads to ${quoted(place)}. Lead to it with -> ${place.name} from a trigger, a step or an escalation, or remove it.`,
      });
    }
    for (const step of procedure.steps.filter(isLost)) {
      if (step.kind === 'join' || !reached.has(step.parent)) continue;
      // What stands in a step that is lost is told by that step.
      if (step.container && !reached.has(step.container.step)) continue;
      report({
        range: step.selection,
        element: step.id,
        unused: true,
        message: `No trigger leads to '${stepTitle(procedure, step)}': every way goes past it or ends before it. Lead to it with a '->', move it, or remove it.`,
      });
    }
  },
};
