/** Lengths of time and ways in words: "11 business hours", "Acknowledge 30 min → Classify 1 h". */
import { businessUnits } from './calendar-minutes.js';
import type { Calendar, Duration, Procedure, TimeUnit } from './procedure.js';
import { stepTitle } from './titles.js';
import { canTakeTime, type Way, type WayStep } from './ways.js';

/** Steps of a way that are named before it is cut short. */
const mostNamed = 10;

/**
 * Minutes in words, in the unit of a promise where that is round enough, else in a smaller one. `calendar` is the one that
 * business time is counted in, null for clock time.
 */
export function lengthText(minutes: number, unit: TimeUnit, calendar: Calendar | null): string {
  if (unit === 'minute' && minutes >= 120) return lengthText(minutes, 'hour', calendar);
  const units: readonly TimeUnit[] = ['month', 'week', 'day', 'hour', 'minute'];
  const lengths = lengthsOf(calendar);
  const isManyDays = !calendar && units.indexOf(unit) <= units.indexOf('day') && minutes >= daysRatherThanHours;
  for (const each of units.slice(units.indexOf(unit))) {
    if (each === 'minute' && minutes >= 120) break;
    if (each === 'hour' && isManyDays) return daysAndHours(minutes);
    const amount = minutes / lengths[each];
    if (amount >= 1 && isRound(amount * (each === 'minute' ? 1 : 10)))
      return `${round(amount)} ${nameOf(each, round(amount), calendar)}`;
  }
  if (minutes >= 60 && !calendar) {
    const rest = Math.round(minutes % 60);
    return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`;
  }
  const each: TimeUnit = minutes >= 60 ? 'hour' : 'minute';
  const amount = minutes / lengths[each];
  const shown = each === 'hour' ? Math.round(amount * 100) / 100 : Math.ceil(amount - 1e-6);
  return `${shown} ${nameOf(each, shown, calendar)}`;
}

/** From here on many hours say little. */
const daysRatherThanHours = 5 * 1440;

/** "10 days 13.5 h". */
function daysAndHours(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  return `${days} days ${lengthText(minutes - days * 1440, 'hour', null)}`;
}

function lengthsOf(calendar: Calendar | null): Record<TimeUnit, number> {
  const { day, week } = calendar ? businessUnits(calendar) : { day: 1440, week: 7 * 1440 };
  return { minute: 1, hour: 60, day, week, month: calendar ? (week * 30) / 7 : 30 * 1440 };
}

function isRound(amount: number): boolean {
  return Math.abs(amount - Math.round(amount)) < 1e-6;
}

function round(amount: number): number {
  return Math.round(amount * 10) / 10;
}

function nameOf(unit: TimeUnit, amount: number, calendar: Calendar | null): string {
  const kind = calendar ? 'business ' : '';
  if (unit === 'minute') return `${kind}min`;
  if (unit === 'hour' && !calendar) return 'h';
  return `${kind}${unit}${amount === 1 ? '' : 's'}`;
}

/** Each step of a way with what it may take; those without a share are left out. */
export function sharesText(procedure: Procedure, way: Way): string {
  const named = way.steps
    .filter(({ takes }) => takes.length > 0)
    .map(({ step, takes }) => `${stepTitle(procedure, step)} ${takesText(takes)}`);
  return shortened(named);
}

/** The titles of a way's steps, those passed over left out. */
export function wayText(procedure: Procedure, steps: readonly Pick<WayStep, 'step' | 'skipped'>[]): string {
  return shortened(steps.filter(({ skipped }) => !skipped).map(({ step }) => stepTitle(procedure, step)));
}

/** How many steps of a way have no limit: " (2 steps have no limit)"; empty when all have one. */
export function unlimitedText(way: Way): string {
  const count = way.steps.filter(({ step, takes, skipped }) => !skipped && takes.length === 0 && canTakeTime(step)).length;
  if (count === 0) return '';
  return count === 1
    ? ' (1 step on it has no limit and counts as zero)'
    : ` (${count} steps on it have no limit and count as zero)`;
}

/** As written where it is one; else added up. */
function takesText(takes: readonly Duration[]): string {
  const [first, ...rest] = takes;
  if (!first) return '';
  if (rest.length === 0) return first.text;
  if (rest.every(({ business, calendar }) => business === first.business && calendar === first.calendar) && !first.business) {
    return lengthText(
      takes.reduce((sum, { minutes }) => sum + minutes, 0),
      first.unit,
      null,
    );
  }
  return takes.map(({ text }) => text).join(' + ');
}

function shortened(parts: readonly string[]): string {
  return parts.length > mostNamed ? `${parts.slice(0, mostNamed).join(' → ')} → …` : parts.join(' → ');
}
