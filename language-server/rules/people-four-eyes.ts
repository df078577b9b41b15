/** Nobody approves what they did themselves. */
import type { Procedure, Step } from '../../flow/procedure.js';
import { roleTitle, stepTitle } from '../../flow/titles.js';
import { actionsBefore } from '../../flow/ways-before.js';
import type { Rule } from './rule.js';

export const peopleFourEyes: Rule = {
  id: 'people/four-eyes',
  level: 'warning',
  check: ({ procedure, report }) => {
    for (const step of procedure.steps) {
      if (step.kind !== 'approve') continue;
      const [action] = actionsBefore(procedure, step).filter((before) => sharedRole(before, step) !== null);
      const role = action && sharedRole(action, step);
      if (!action || !role) continue;
      report({
        range: step.selection,
        element: step.id,
        message: `${who(procedure, role)} approves '${stepTitle(procedure, step)}', but also does '${stepTitle(procedure, action)}' right before it. Let somebody else approve, with 'by'.`,
        related: [{ message: `'${stepTitle(procedure, action)}' is done by ${who(procedure, role)}.`, range: action.selection }],
      });
    }
  },
};

function sharedRole(action: Step, approval: Step): string | null {
  return approval.responsible.find((role) => action.responsible.includes(role)) ?? null;
}

function who(procedure: Procedure, role: string): string {
  return `'${roleTitle(procedure, role)}'`;
}
