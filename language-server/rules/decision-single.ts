/** A question with one answer is no decision. */
import { stepTitle } from '../../flow/titles.js';
import type { Rule } from './rule.js';

export const decisionSingle: Rule = {
  id: 'decision/single',
  level: 'warning',
  check: ({ procedure, report }) => {
    for (const step of procedure.steps) {
      const { branches } = step;
      if (step.kind !== 'decide' || !branches || branches.length > 1) continue;
      const fault = branches.length === 0 ? 'has no answers' : 'has one answer only';
      report({
        range: step.selection,
        element: step.id,
        message: `'${stepTitle(procedure, step)}' ${fault}, so nothing is decided. Add another, such as 'otherwise', or make it an action.`,
      });
    }
  },
};
