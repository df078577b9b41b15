/** A role that is filled at run time must be filled before it has something to do. */
import type { Procedure, Role, Step } from '../../flow/procedure.js';
import { roleTitles, stepTitle } from '../../flow/titles.js';
import { WaysAvoiding } from '../../flow/ways-avoiding.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const peopleUnfilled: Rule = {
  id: 'people/unfilled',
  level: 'warning',
  check: ({ procedure, report }) => {
    for (const role of procedure.roles) {
      if (role.oneOf.length === 0 || role.name === null) continue;
      const step = firstUnfilled(procedure, role);
      if (!step) continue;
      const assigns = procedure.steps.find(({ assigns }) => assigns?.role === role.name);
      report({
        range: step.selection,
        element: step.id,
        message: `${quoted(role)} has to do '${stepTitle(procedure, step)}', but on some way nobody has been made ${quoted(role)} by then. Put assign ${role.name} to one of ${roleTitles(procedure, role.oneOf)} before it, or let another role do it.`,
        related: [
          ...(role.uri === undefined ? [{ message: `${quoted(role)} is filled at run time.`, range: role.selection }] : []),
          ...(assigns ? [{ message: 'Filled here, which comes too late or not on every way.', range: assigns.selection }] : []),
        ],
      });
    }
  },
};

/** Of the steps that a way reaches before the role is filled, the first in the text. */
function firstUnfilled(procedure: Procedure, role: Role): Step | undefined {
  const name = role.name ?? '';
  const isDoneBy = (step: Step): boolean => {
    if (step.kind === 'assign' || step.kind === 'parallel' || step.kind === 'join') return false;
    if (step.responsible.includes(name)) return true;
    const level = procedure.levels.find(({ id }) => id === step.parent);
    return step.by.length === 0 && (level?.bySeverity.some(({ owners }) => owners.includes(name)) ?? false);
  };
  if (!procedure.steps.some(isDoneBy)) return undefined;
  const ways = new WaysAvoiding(procedure, {
    from: procedure.triggers.flatMap(({ target }) => target ?? []),
    avoid: ({ step, skipped }) => step?.assigns?.role === name && !skipped,
    escalating: true,
  });
  const reached = new Set([...ways.reached].flatMap(({ step, skipped }) => (step && !skipped ? [step.id] : [])));
  return procedure.steps.find((step) => reached.has(step.id) && isDoneBy(step));
}
