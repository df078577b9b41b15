/** Two triggers for the same cases that start in different places: nobody can say where to begin. */
import { isEmpty, sameCases } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { witnessOf } from '../../flow/cases/witness.js';
import type { Trigger } from '../../flow/procedure.js';
import { compared } from './compare-cases.js';
import type { Rule, RuleContext } from './rule.js';
import { startOf } from './start-places.js';
import { quoted, quotedId } from './words.js';

export const triggerConflict: Rule = {
  id: 'trigger/conflict',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    procedure.triggers.forEach((trigger, i) => {
      for (const other of procedure.triggers.slice(0, i)) {
        if (trigger.target === null || other.target === null) continue;
        if (startOf(procedure, trigger) === startOf(procedure, other)) continue;
        const witness = sharedCase(context, trigger, other);
        if (witness === null) continue;
        report({
          range: trigger.selection,
          element: trigger.id,
          message: `${quoted(trigger)} and ${quoted(other)} fire in exactly the same cases (e.g. ${witness}), but one leads to ${quotedId(procedure, trigger.target)} and the other to ${quotedId(procedure, other.target)}. Tell them apart, or keep one.`,
          related: [{ message: `Fires in the same cases.`, range: other.selection }],
        });
        return;
      }
    });
  },
};

/** A case of both, where they have all cases in common; else null. */
function sharedCase(context: RuleContext, one: Trigger, other: Trigger): string | null {
  const { procedure } = context;
  const { condition } = one;
  const { condition: same } = other;
  if (!condition || !same) return null;
  return compared(context, one.name ?? one.id, () => {
    const cases = casesOf(procedure, condition);
    return !isEmpty(cases) && sameCases(cases, casesOf(procedure, same)) ? witnessOf(cases) : null;
  });
}
