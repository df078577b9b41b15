/** What is more severe is never promised later, or told less often, than what is less severe. */
import { calendarNamed } from '../../flow/calendar.js';
import { longestClockTime } from '../../flow/calendar-worst.js';
import type { Cadence, Duration, Level, Procedure, Severity, Target } from '../../flow/procedure.js';
import { lengthText } from '../../flow/time-text.js';
import { isLonger } from '../../flow/time-worst.js';
import { roleTitle } from '../../flow/titles.js';
import type { Rule, RuleContext } from './rule.js';
import { quoted } from './words.js';

export const severityOrder: Rule = {
  id: 'severity/order',
  level: 'error',
  check: (context) => {
    const { procedure } = context;
    const promises = procedure.severities.map((severity) => ({
      severity,
      targets: severity.targets,
      own: severity.uri === undefined,
    }));
    comparePromises(context, promises, null);
    for (const level of procedure.levels) comparePromises(context, promisesOf(procedure, level), level);
  },
};

/** What one severity is promised; `own`: written in this file. */
interface Promises {
  readonly severity: Severity;
  readonly targets: readonly Target[];
  readonly own: boolean;
}

/** In a level, `for` a severity replaces the level's own target of that kind. */
function promisesOf(procedure: Procedure, level: Level): Promises[] {
  if (level.bySeverity.length === 0) return [];
  return procedure.severities.map((severity) => {
    const blocks = level.bySeverity.filter((block) => severity.name !== null && block.severities.includes(severity.name));
    const special = blocks.flatMap((block) => block.targets);
    const kinds = new Set(special.map((target) => target.kind));
    // What holds for every severity of a level is this one's promise, too, where a less severe one has a better one.
    return { severity, targets: [...special, ...level.targets.filter((target) => !kinds.has(target.kind))], own: true };
  });
}

/** Tells each target of a more severe one that some less severe one beats; `level`: whose `for` blocks they are. */
function comparePromises(context: RuleContext, promises: readonly Promises[], level: Level | null): void {
  const { procedure, report } = context;
  const where = level ? ` in ${quoted(level)}` : '';
  const told = new Set<Target>();
  promises.forEach(({ severity, targets, own }, i) => {
    for (const target of targets) {
      if (!own || told.has(target)) continue;
      for (const lesser of promises.slice(i + 1)) {
        const beaten = lesser.targets.find((other) => other !== target && isSlower(context, target, other));
        if (!beaten) continue;
        told.add(target);
        report({
          range: target.selection,
          element: level?.id ?? severity.id,
          message: `${quoted(severity)} ${promiseText(procedure, target)}${where}, but ${quoted(lesser.severity)}, which is less severe, ${promiseText(procedure, beaten, true)}${onTheClock(procedure, target, beaten)}. Make the more severe one at least as quick.`,
          related: [{ message: `${quoted(lesser.severity)} is quicker.`, range: beaten.selection }],
        });
        break;
      }
    }
  });
}

function isSlower({ procedure, today }: RuleContext, target: Target, other: Target): boolean {
  if (target.kind !== 'update') {
    return other.kind === target.kind && isLonger(procedure, target.within, other.within, today);
  }
  if (other.kind !== 'update' || !target.audience.some((role) => other.audience.includes(role))) return false;
  if ((target.form === 'once') !== (other.form === 'once')) return false;
  if (target.form === 'once') {
    return target.every !== null && other.every !== null && isLonger(procedure, target.every, other.every, today);
  }
  const gap = largestGap(procedure, target);
  const otherGap = largestGap(procedure, other);
  return gap !== null && otherGap !== null && gap > otherGap + 1e-6;
}

const period = { day: 1440, week: 7 * 1440, month: 30 * 1440 } as const;

/** The longest that someone waits for the next update, in minutes of the clock; business time rests over the weekend. */
function largestGap(procedure: Procedure, { every, times, per }: Cadence): number | null {
  if (every) return every.business ? longestGap(procedure, every) : every.minutes;
  return times && per ? period[per] / times : null;
}

function longestGap(procedure: Procedure, every: Duration): number | null {
  return longestClockTime(calendarNamed(procedure, every.calendar), every.minutes)?.minutes ?? null;
}

/** "must resolve within 4 h", "updates Customer every 4 h"; `again`: after such a sentence, as in "within 4 h". */
function promiseText(procedure: Procedure, target: Target, again = false): string {
  if (target.kind !== 'update') return `${again ? 'has to' : 'must'} ${target.kind} within ${target.within.text}`;
  const audience = target.audience.map((role) => roleTitle(procedure, role)).join(', ');
  return `updates ${audience} ${cadenceText(target)}`;
}

/** Where business and clock time meet, why the one is slower. */
function onTheClock(procedure: Procedure, target: Target, beaten: Target): string {
  const [length, other] = [lengthOf(target), lengthOf(beaten)];
  if (length?.business && other?.business !== true) {
    const longest = longestGap(procedure, length);
    return longest === null
      ? ''
      : `; with closed hours in between, ${length.text} last up to ${lengthText(longest, 'hour', null)}`;
  }
  return !length?.business && other?.business ? `, which in open hours is over sooner` : '';
}

function lengthOf(target: Target): Duration | null {
  return target.kind === 'update' ? target.every : target.within;
}

function cadenceText({ form, every, times, per }: Cadence): string {
  if (form === 'times') return `${times} times per ${per}`;
  return form === 'once' ? `once within ${every?.text}` : `every ${every?.text}`;
}
