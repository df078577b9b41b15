/** A trigger that can only fire when another with the same target does adds nothing. */
import { isEmpty, isSubset } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { writtenCondition } from '../../flow/cases/written-condition.js';
import type { Trigger } from '../../flow/procedure.js';
import { compared } from './compare-cases.js';
import type { Rule, RuleContext } from './rule.js';
import { startOf } from './start-places.js';
import { quoted, quotedId } from './words.js';

export const triggerImplied: Rule = {
  id: 'trigger/implied',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    procedure.triggers.forEach((trigger, i) => {
      const target = trigger.target;
      const start = startOf(procedure, trigger);
      if (target === null || start === null) return;
      const other = procedure.triggers.find(
        (candidate, j) =>
          i !== j &&
          startOf(procedure, candidate) === start &&
          implies(context, trigger, candidate) &&
          // Of two that hold in the same cases, the later one is too much.
          (j < i || !implies(context, candidate, trigger)),
      );
      if (!other?.condition || !trigger.condition) return;
      report({
        range: trigger.selection,
        element: trigger.id,
        message: `${quoted(trigger)} can only fire when ${quoted(other)} does (${writtenCondition(other.condition)}), and both lead to ${quotedId(procedure, target)}. Leave it out, send it elsewhere, or narrow the other.`,
        related: [{ message: `Fires in all its cases.`, range: other.selection }],
      });
    });
  },
};

function implies(context: RuleContext, trigger: Trigger, other: Trigger): boolean {
  const { procedure } = context;
  const { condition } = trigger;
  const { condition: wider } = other;
  if (!condition || !wider) return false;
  return (
    compared(context, trigger.name ?? trigger.id, () => {
      const cases = casesOf(procedure, condition);
      return !isEmpty(cases) && isSubset(cases, casesOf(procedure, wider));
    }) ?? false
  );
}
