/** What is promised must leave room for the slowest way: through a level, or from a trigger to the end. */
import { calendarNamed, calendarOfRole, standardCalendar } from '../../flow/calendar.js';
import { minutesOf } from '../../flow/calendar-minutes.js';
import type { Element, Level, Milestone, Procedure, SeverityTargets, Step, Target, Trigger } from '../../flow/procedure.js';
import { lengthText, sharesText, unlimitedText } from '../../flow/time-text.js';
import { exceeds, type WorstWay, worstWay } from '../../flow/time-worst.js';
import { stepTitle } from '../../flow/titles.js';
import { type WayQuery, Ways } from '../../flow/ways.js';
import { WayGraph } from '../../flow/ways-graph.js';
import { externalsAmong } from './external-roles.js';
import type { Related, Rule, RuleContext } from './rule.js';
import { forSeverities, quoted } from './words.js';

export const timeBudget: Rule = {
  id: 'time/budget',
  level: 'error',
  check: (context) => {
    const { procedure } = context;
    for (const level of procedure.levels) {
      checkLevel(context, level, level.targets, null);
      for (const block of level.bySeverity) checkLevel(context, level, block.targets, block);
    }
    const { header } = procedure;
    if (header) checkFromTriggers(context, header, header.targets, procedure.triggers);
    for (const severity of procedure.severities) {
      const triggers = procedure.triggers.filter((trigger) => trigger.severity === null || trigger.severity === severity.name);
      checkFromTriggers(context, severity, severity.targets, triggers);
    }
  },
};

function checkLevel(context: RuleContext, level: Level, targets: readonly Target[], block: SeverityTargets | null): void {
  const { procedure, today, report } = context;
  for (const target of targets) {
    if (!isChecked(target)) continue;
    const count = target.within.business ? calendarNamed(procedure, target.within.calendar) : null;
    const query = { from: entriesOf(procedure, level), inside: level.id };
    const ways = waysOf(procedure, target.kind === 'resolve' ? query : { ...query, until: untilMessage(procedure) }, target.kind);
    const worst = worstWay(procedure, ways, count, today);
    if (!worst || !exceeds(worst.minutes, target.within.minutes)) continue;
    const what = target.kind === 'resolve' ? 'its slowest way out' : 'the slowest way to its first message to a customer';
    const takes = lengthText(worst.minutes, target.within.unit, count);
    report({
      range: target.selection,
      element: level.id,
      message: `${forSeverities(procedure, block)}${quoted(level)} must ${target.kind} within ${target.within.text}, but ${what} takes ${takes}: ${wayOf(procedure, worst)}. ${advice(target)}`,
      related: slowestStep(procedure, worst),
    });
  }
}

function checkFromTriggers(context: RuleContext, owner: Element, targets: readonly Target[], triggers: readonly Trigger[]): void {
  const { procedure, today, report } = context;
  const resolutions = new Set(procedure.resolutions.map(({ id }) => id));
  const untilResolved = (id: string): 'arrived' | null => (resolutions.has(id) ? 'arrived' : null);
  for (const target of targets) {
    if (!isChecked(target)) continue;
    const { amount, unit, business, text } = target.within;
    let slowest: { trigger: Trigger; worst: WorstWay; takes: string; over: number } | null = null;
    for (const trigger of triggers) {
      if (trigger.target === null) continue;
      const count = business ? calendarWhere(procedure, trigger.target) : null;
      const limit = minutesOf(amount, unit, business, count);
      const until = target.kind === 'resolve' ? untilResolved : untilMessage(procedure);
      const worst = worstWay(procedure, waysOf(procedure, { from: [trigger.target], until }, target.kind), count, today);
      if (!worst || !exceeds(worst.minutes, limit)) continue;
      const over = worst.minutes / limit;
      if (!slowest || over > slowest.over) slowest = { trigger, worst, takes: lengthText(worst.minutes, unit, count), over };
    }
    if (!slowest) continue;
    const goal = target.kind === 'resolve' ? 'a resolution' : 'the first message to a customer';
    report({
      range: target.selection,
      element: owner.id,
      message: `${quoted(owner)} must ${target.kind} within ${text}, but from ${quoted(slowest.trigger)} the slowest way to ${goal} takes ${slowest.takes}: ${wayOf(procedure, slowest.worst)}. ${advice(target)}`,
      related: [
        { message: `${quoted(slowest.trigger)} starts the way.`, range: slowest.trigger.selection },
        ...slowestStep(procedure, slowest.worst),
      ],
    });
  }
}

const known = new WeakMap<Procedure, Map<string, Ways>>();

/** Found once for all promises that look at the same ways: those to resolve, and those to the first message. */
function waysOf(procedure: Procedure, query: WayQuery, kind: Milestone['kind']): Ways {
  let ofProcedure = known.get(procedure);
  if (!ofProcedure) {
    ofProcedure = new Map();
    known.set(procedure, ofProcedure);
  }
  const key = [kind === 'resolve', query.inside ?? '', ...query.from].join(' ');
  let ways = ofProcedure.get(key);
  if (!ways) {
    ways = new Ways(procedure, query);
    ofProcedure.set(key, ways);
  }
  return ways;
}

function isChecked(target: Target): target is Milestone & { kind: 'acknowledge' | 'respond' | 'resolve' } {
  return target.kind === 'acknowledge' || target.kind === 'respond' || target.kind === 'resolve';
}

/** Its first step, and those that are jumped to from elsewhere. */
function entriesOf(procedure: Procedure, level: Level): readonly string[] {
  let entries = entriesByLevel.get(procedure);
  if (!entries) {
    entries = new Map();
    const graph = WayGraph.of(procedure);
    for (const { from, to } of procedure.edges) {
      const container = graph.containerOf(to);
      if (container === null || to === container || graph.containerOf(from) === container) continue;
      const known = entries.get(container);
      if (known) known.add(to);
      else entries.set(container, new Set([to]));
    }
    entriesByLevel.set(procedure, entries);
  }
  return [...new Set([level.id, ...(entries.get(level.id) ?? [])])];
}

const entriesByLevel = new WeakMap<Procedure, Map<string, Set<string>>>();

function untilMessage(procedure: Procedure): (id: string, step: Step | null) => 'done' | null {
  return (_id, step) => (step?.kind === 'notify' && externalsAmong(procedure, step.audience ?? []).length > 0 ? 'done' : null);
}

/** The calendar of the owner of the level where a trigger starts. */
function calendarWhere(procedure: Procedure, target: string): typeof standardCalendar {
  const place = WayGraph.of(procedure).containerOf(target);
  const owner = [...procedure.levels, ...procedure.resolutions, ...procedure.closures].find(({ id }) => id === place)?.owner;
  return (owner ? calendarOfRole(procedure, owner) : null) ?? standardCalendar;
}

function wayOf(procedure: Procedure, { way }: WorstWay): string {
  return `${sharesText(procedure, way)}${unlimitedText(way)}`;
}

function advice(target: Milestone): string {
  return target.kind === 'resolve'
    ? 'Give its steps less time, or promise more.'
    : 'Send the message sooner, or promise more time.';
}

/** The step that takes the most of it. */
function slowestStep(procedure: Procedure, { way }: WorstWay): Related[] {
  let most: { step: Step; minutes: number } | null = null;
  for (const { step, takes } of way.steps) {
    const minutes = takes.reduce((sum, one) => sum + one.minutes, 0);
    if (minutes > (most?.minutes ?? 0)) most = { step, minutes };
  }
  return most ? [{ message: `'${stepTitle(procedure, most.step)}' takes the most of it.`, range: most.step.selection }] : [];
}
