/** An outside rule's clock runs on every way from its triggers: each must meet it, and in time. */
import { calendarNamed, calendarOfRole, standardCalendar } from '../../flow/calendar.js';
import { minutesOf } from '../../flow/calendar-minutes.js';
import type { Calendar, Deadline, Procedure, Trigger } from '../../flow/procedure.js';
import { lengthText, sharesText, unlimitedText, wayText } from '../../flow/time-text.js';
import { exceeds, type WorstWay, worstWay } from '../../flow/time-worst.js';
import { flowTitle } from '../../flow/titles.js';
import { Ways } from '../../flow/ways.js';
import { WaysAvoiding } from '../../flow/ways-avoiding.js';
import { type Place, WayGraph } from '../../flow/ways-graph.js';
import type { Rule, RuleContext } from './rule.js';
import { listed, quoted, quotedId } from './words.js';

export const timeDeadline: Rule = {
  id: 'time/deadline',
  level: 'error',
  check: (context) => {
    const { procedure } = context;
    for (const deadline of procedure.deadlines) {
      const triggers = procedure.triggers.filter(({ id }) => deadline.of.length === 0 || deadline.of.includes(id));
      if (checkMet(context, deadline, triggers)) checkInTime(context, deadline, triggers);
    }
  },
};

/** False where nothing meets it at all. */
function checkMet({ procedure, report }: RuleContext, deadline: Deadline, triggers: readonly Trigger[]): boolean {
  const met = new Set(deadline.metBy);
  if (met.size === 0) {
    report({
      range: deadline.selection,
      element: deadline.id,
      message: `No step meets ${quoted(deadline)}. Name those that do after 'met by'.`,
    });
    return false;
  }
  const meets = ({ id, step, skipped }: Place): boolean => (!skipped && met.has(id)) || (step !== null && met.has(step.parent));
  for (const trigger of triggers) {
    if (trigger.target === null) continue;
    const ways = new WaysAvoiding(procedure, { from: [trigger.target], avoid: meets });
    const end = ways.ends.find((place) => isEnd(procedure, place));
    if (!end) continue;
    const last = quotedId(procedure, end.step?.parent ?? end.id);
    const way = wayText(
      procedure,
      ways.wayTo(end).map((step) => ({ step, skipped: false })),
    );
    report({
      range: deadline.selection,
      element: deadline.id,
      message: `${quoted(deadline)} can be missed: a case of ${quoted(trigger)} can end in ${last} without ${listed(
        deadline.metBy.map((id) => quotedId(procedure, id)),
        'or',
      )}${way ? `: ${way}` : ''}. Lead this way through it, or add a step on it to 'met by'.`,
      related: [{ message: `${quoted(trigger)} starts the way.`, range: trigger.selection }],
    });
    return true;
  }
  return true;
}

/** Ways end in closures, resolutions without one, and other procedures; a level's loose end is another fault. */
function isEnd(procedure: Procedure, { id, step }: Place): boolean {
  return !procedure.levels.some((level) => level.id === (step?.parent ?? id));
}

function checkInTime({ procedure, today, report }: RuleContext, deadline: Deadline, triggers: readonly Trigger[]): void {
  if (!deadline.within) return;
  const { amount, unit, business, text } = deadline.within;
  const count = business ? calendarOf(procedure, deadline) : null;
  const limit = minutesOf(amount, unit, business, count);
  const met = new Set(deadline.metBy);
  let slowest: { trigger: Trigger; worst: WorstWay } | null = null;
  for (const trigger of triggers) {
    if (trigger.target === null) continue;
    const ways = new Ways(procedure, {
      from: [trigger.target],
      until: (id, step) => {
        if (met.has(id)) return step ? 'done' : 'arrived';
        return step && met.has(step.parent) ? 'arrived' : null;
      },
    });
    const worst = worstWay(procedure, ways, count, today);
    if (worst && exceeds(worst.minutes, limit) && worst.minutes > (slowest?.worst.minutes ?? 0)) slowest = { trigger, worst };
  }
  if (!slowest) return;
  const { trigger, worst } = slowest;
  const { way } = worst;
  const goal = flowTitle(procedure, met.has(way.last) ? way.last : (WayGraph.of(procedure).containerOf(way.last) ?? way.last));
  report({
    range: deadline.selection,
    element: deadline.id,
    message: `${quoted(deadline)} is due within ${text}, but from ${quoted(trigger)} the slowest way to '${goal}' takes ${lengthText(worst.minutes, unit, count)}: ${sharesText(procedure, way)}${unlimitedText(way)}. Give its steps less time.`,
    related: [{ message: `${quoted(trigger)} starts the way.`, range: trigger.selection }],
  });
}

/** Its own calendar, else that of who is responsible for the steps that meet it. */
function calendarOf(procedure: Procedure, deadline: Deadline): Calendar {
  if (deadline.calendar !== null) return calendarNamed(procedure, deadline.calendar);
  const graph = WayGraph.of(procedure);
  for (const id of deadline.metBy) {
    const owner = [...procedure.levels, ...procedure.resolutions, ...procedure.closures].find((place) => place.id === id)?.owner;
    for (const role of graph.step(id)?.responsible ?? (owner ? [owner] : [])) {
      const calendar = calendarOfRole(procedure, role);
      if (calendar) return calendar;
    }
  }
  return standardCalendar;
}
