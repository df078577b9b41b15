/** An escalation that comes after the promise is broken, or never, helps nobody. */
import { mergedLevels } from '../../flow/merged-level.js';
import type { Escalation } from '../../flow/procedure.js';
import { isLonger } from '../../flow/time-worst.js';
import type { Rule } from './rule.js';
import { forSeverities, quoted } from './words.js';

export const timeLateEscalation: Rule = {
  id: 'time/late-escalation',
  level: 'warning',
  check: ({ procedure, today, report }) => {
    for (const own of procedure.levels) {
      const told = new Set<Escalation | null>();
      const higher = procedure.levels.find(({ rung }) => rung > own.rung);
      for (const { level, block } of mergedLevels(own)) {
        const resolve = level.targets.find((target) => target.kind === 'resolve');
        if (resolve?.kind !== 'resolve') continue;
        const escalations = level.escalations.filter(({ form }) => form === 'after');
        for (const escalation of escalations) {
          if (!escalation.after || told.has(escalation) || !isLonger(procedure, escalation.after, resolve.within, today))
            continue;
          told.add(escalation);
          report({
            range: escalation.selection,
            element: own.id,
            message: `${forSeverities(procedure, block)}${quoted(own)} must resolve within ${resolve.within.text}, but escalates only after ${escalation.after.text}. Escalate by then at the latest${block ? ", with an 'escalate after' of its own in the 'for' block" : ''}.`,
            related: [{ message: `Resolve within ${resolve.within.text}.`, range: resolve.selection }],
          });
        }
        if (escalations.length > 0 || !higher || told.has(null)) continue;
        told.add(null);
        report({
          range: resolve.selection,
          element: own.id,
          message: `${forSeverities(procedure, block)}${quoted(own)} must resolve within ${resolve.within.text}, but does not say what happens if that fails. Add escalate after ${resolve.within.text} -> ${higher.name}.`,
          related: [{ message: `${quoted(higher)} is the next level.`, range: higher.selection }],
        });
      }
    }
  },
};
