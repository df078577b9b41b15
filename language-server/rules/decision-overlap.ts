/**
 * Two measured answers for the same case: a band that begins inside its neighbour. One that lies within the other is a
 * cascade (`>= 80`, then `>= 50`), where the first match is meant.
 */
import { intersectCases, isEmpty, isSubset } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { variablesOf, witnessOf } from '../../flow/cases/witness.js';
import { writtenCondition } from '../../flow/cases/written-condition.js';
import { testsIn } from '../../flow/placed-conditions.js';
import type { Branch, Condition, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { casesAtStep, compared } from './compare-cases.js';
import type { Rule, RuleContext } from './rule.js';

export const decisionOverlap: Rule = {
  id: 'decision/overlap',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    for (const step of procedure.steps) {
      const branches = step.branches ?? [];
      branches.forEach((branch, i) => {
        for (const earlier of branches.slice(0, i)) {
          const witness = sharedCase(context, step, earlier, branch);
          if (witness === null) continue;
          report({
            range: branch.selection,
            element: step.id,
            message: `Both '${earlier.label}' and '${branch.label}' answer '${stepTitle(procedure, step)}' in some cases, e.g. ${witness}, and the first one is taken. ${wayOut(earlier, branch)}`,
            related: [{ message: `'${earlier.label}' answers it, too.`, range: earlier.selection }],
          });
          break;
        }
      });
    }
  },
};

/** Bands of one measure can be moved apart; of two measures one has to come first. */
function wayOut(one: Branch, other: Branch): string {
  const [first, second] = [one, other].map(({ when }) => new Set(when ? testsIn(when).map(({ subject }) => subject) : []));
  const isOneMeasure = first && second && [...second].some((subject) => first.has(subject));
  if (isOneMeasure || !one.when) return 'Let one begin where the other ends.';
  return `If that is meant, say so in the second: '… and not (${writtenCondition(one.when)})'.`;
}

/** A case that both take and that leads to different places; null without one, or where one contains the other. */
function sharedCase(context: RuleContext, step: Step, one: Branch, other: Branch): string | null {
  if (!one.when || !other.when || one.to === other.to) return null;
  const { procedure } = context;
  const { when } = one;
  const { when: then } = other;
  return compared(context, stepTitle(procedure, step), () => {
    const reached = casesAtStep(procedure, step);
    const cases = (condition: Condition) => intersectCases(reached, casesOf(procedure, condition));
    const [first, second] = [cases(when), cases(then)];
    const looked = new Set([when, then].flatMap((condition) => [...variablesOf(casesOf(procedure, condition))]));
    const shared = intersectCases(first, second);
    return isEmpty(shared) || isSubset(first, second) || isSubset(second, first) ? null : witnessOf(shared, looked);
  });
}
