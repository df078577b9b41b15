/** At a handoff both sides are at work, all year, and its times are one instant. */
import { calendarNamed } from '../../flow/calendar.js';
import type { Procedure, Step } from '../../flow/procedure.js';
import { clockText } from '../../flow/time-coverage.js';
import { firstMismatch, firstOffWork } from '../../flow/time-handoff.js';
import { roleTitle, stepTitle } from '../../flow/titles.js';
import type { Related, Rule } from './rule.js';
import { listed } from './words.js';

export const timeHandoff: Rule = {
  id: 'time/handoff',
  level: 'warning',
  check: ({ procedure, today, report }) => {
    for (const step of procedure.steps) {
      if (step.kind !== 'handoff' || !step.times?.length) continue;
      const title = stepTitle(procedure, step);
      const mismatch = firstMismatch(procedure, step, today);
      if (mismatch) {
        const [first, other] = [step.times[0], step.times[mismatch.time]];
        if (!first || !other) continue;
        report({
          range: step.selection,
          element: step.id,
          message: `The times of '${title}' are not one instant: on ${mismatch.date} ${told(procedure, first)} is ${clockText(mismatch.minute)}, not ${told(procedure, other)}. Tell it in one zone, or correct the other time.`,
          related: [{ message: `Told as ${clockText(other.minute)}.`, range: other.range }],
        });
        continue;
      }
      const off = firstOffWork(procedure, step, today);
      if (!off) continue;
      const names = off.roles.map((role) => `'${roleTitle(procedure, role)}'`);
      const is = names.length > 1 ? `${listed(names)} are all` : `${names[0]} is`;
      report({
        range: step.selection,
        element: step.id,
        message: `On ${off.date} ${is} off work when '${title}' is due: it is ${clockText(off.minute)} ${off.zone ? `in ${off.zone}` : 'in UTC'} then. Move the handoff to a time when both sides work, or change the hours.`,
        related: hoursOf(procedure, step, off.who === 'giver' ? step.responsible : (step.to ?? [])),
      });
    }
  },
};

function told(procedure: Procedure, time: NonNullable<Step['times']>[number]): string {
  if (time.calendar === null) return `${clockText(time.minute)} of the giver`;
  const calendar = calendarNamed(procedure, time.calendar);
  return `${clockText(time.minute)} in '${calendar.title ?? calendar.name ?? time.calendar}'`;
}

function hoursOf(procedure: Procedure, _step: Step, roles: readonly string[]): Related[] {
  return roles.flatMap((name) => {
    const role = procedure.roles.find((candidate) => candidate.name === name);
    if (!role || role.uri !== undefined) return [];
    return [{ message: `'${roleTitle(procedure, name)}' and their hours.`, range: role.selection }];
  });
}
