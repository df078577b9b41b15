/** The first match wins: an answer whose cases all go to earlier ones is never given. */
import {
  allCases,
  type CaseSet,
  intersectCases,
  isEmpty,
  noCases,
  subtractCases,
  uniteCases,
} from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import type { Branch, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { casesAtStep, compared } from './compare-cases.js';
import type { Rule, RuleContext } from './rule.js';
import { listed } from './words.js';

export const decisionShadowed: Rule = {
  id: 'decision/shadowed',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    for (const step of procedure.steps) {
      const branches = step.branches ?? [];
      branches.forEach((branch, i) => {
        const takers = takersOf(context, step, branch, branches.slice(0, i));
        if (!takers) return;
        const they = takers.length > 1 ? 'take' : 'takes';
        report({
          range: branch.selection,
          element: step.id,
          message: `${nameOf(branch)} is never the answer to '${stepTitle(procedure, step)}': ${listed(takers.map(nameOf))} ${they} all its cases before. Move it up, narrow ${takers.length > 1 ? 'those' : 'that'}, or leave it out.`,
          related: takers.map((taker) => ({ message: 'Takes its cases.', range: taker.selection })),
        });
      });
    }
  },
};

function nameOf(branch: Branch): string {
  return branch.label === null ? "'otherwise'" : `'${branch.label}'`;
}

/** The earlier branches that leave nothing to this one; null where something is left, or a human picks the answer. */
function takersOf(context: RuleContext, step: Step, branch: Branch, earlier: readonly Branch[]): readonly Branch[] | null {
  if (branch.label !== null && !branch.when) return null;
  const otherwise = earlier.find((other) => other.label === null);
  if (otherwise) return [otherwise];
  const { procedure } = context;
  const measured = earlier.filter((other) => other.when);
  if (measured.length === 0) return null;
  return compared(context, stepTitle(procedure, step), () => {
    const own = branch.when ? casesOf(procedure, branch.when) : allCases;
    const cases = intersectCases(casesAtStep(procedure, step), own);
    if (isEmpty(cases)) return null;
    const taken = (takers: readonly Branch[]) => {
      const all = takers.reduce<CaseSet>((sum, { when }) => (when ? uniteCases(sum, casesOf(procedure, when)) : sum), noCases);
      return subtractCases(cases, all).length === 0;
    };
    if (!taken(measured)) return null;
    const alone = measured.find((one) => taken([one]));
    return alone ? [alone] : measured;
  });
}
