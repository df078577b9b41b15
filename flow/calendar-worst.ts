/**
 * Business time against the clock at the worst moment to start: how long N business minutes can last on the wall clock, and
 * how many business minutes can go by in D minutes of clock time.
 *
 * Asked of a typical week, the answer is the calendar's week repeated for ever, with its nights and weekends, without closed
 * dates and daylight saving: it does not change from one day to the next. Asked of the coming year it is what really comes.
 *
 * Why only a few starts need a look: while both start and end lie in open hours the clock time of N business minutes stays
 * the same, it jumps up when the end reaches a closing, and falls while the start lies in closed hours. So the longest begins
 * at a closing. In the same way most business minutes go by when the time begins at an opening or ends at a closing.
 */
import { addBusinessMinutes, businessMinutesBetween, hasOpenings, openingsBetween, startOfDate } from './calendar.js';
import type { Interval } from './calendar-intervals.js';
import { weekOf } from './calendar-minutes.js';
import { minutesPerDay, minutesPerWeek } from './calendar-zone.js';
import type { Calendar } from './procedure.js';

export interface Worst {
  readonly minutes: number;
  /** The start that makes it so: minute of the local week from Monday 00:00, or for a year an instant. */
  readonly start: number;
}

/** The longest that so many business minutes can take on the clock in a typical week; null without openings. */
export function longestClockTime(calendar: Calendar, businessMinutes: number): Worst | null {
  if (!hasOpenings(calendar)) return null;
  const week = new Week(weekOf(calendar));
  if (businessMinutes <= 0 || week.neverCloses) return { minutes: Math.max(0, businessMinutes), start: 0 };
  return largest(week.closings.map((start) => ({ minutes: week.add(start, businessMinutes) - start, start })));
}

/** The most business minutes that can pass in so much clock time in a typical week; null without openings. */
export function mostBusinessTime(calendar: Calendar, clockMinutes: number): Worst | null {
  if (!hasOpenings(calendar)) return null;
  const week = new Week(weekOf(calendar));
  const starts = [...week.openings, ...week.closings.map((closing) => closing - clockMinutes), 0];
  return largest(
    starts.map((start) => ({ minutes: week.before(start + clockMinutes) - week.before(start), start: modulo(start) })),
  );
}

/** The fewest business minutes that can pass in so much clock time in a typical week; null without openings. */
export function leastBusinessTime(calendar: Calendar, clockMinutes: number): Worst | null {
  if (!hasOpenings(calendar)) return null;
  const week = new Week(weekOf(calendar));
  const starts = [...week.closings, ...week.openings.map((opening) => opening - clockMinutes), 0];
  return smallest(
    starts.map((start) => ({ minutes: week.before(start + clockMinutes) - week.before(start), start: modulo(start) })),
  );
}

/** The longest that so many business minutes can take for a start within 365 days of a date; null without openings. */
export function longestClockTimeInYear(calendar: Calendar, businessMinutes: number, today: string): Worst | null {
  const { from, to, openings } = comingYear(calendar, today);
  return largest(
    [from, ...openings.map((opening) => opening.to).filter((closing) => closing < to)].flatMap((start) => {
      const end = addBusinessMinutes(calendar, start, businessMinutes);
      return end === null ? [] : [{ minutes: end - start, start }];
    }),
  );
}

/** The most business minutes that can pass in so much clock time for a start within 365 days of a date; null without openings. */
export function mostBusinessTimeInYear(calendar: Calendar, clockMinutes: number, today: string): Worst | null {
  if (!hasOpenings(calendar)) return null;
  const { from, to, openings } = comingYear(calendar, today);
  const starts = [from, ...openings.flatMap((opening) => [opening.from, opening.to - clockMinutes])];
  return largest(
    starts
      .filter((start) => start >= from && start < to)
      .map((start) => ({ minutes: businessMinutesBetween(calendar, start, start + clockMinutes), start })),
  );
}

function comingYear(calendar: Calendar, today: string) {
  const from = startOfDate(today);
  const to = from + 365 * minutesPerDay;
  return { from, to, openings: openingsBetween(calendar, from, to) };
}

/** A week that repeats for ever. */
class Week {
  readonly openings: readonly number[];
  readonly closings: readonly number[];
  readonly neverCloses: boolean;
  readonly #intervals: readonly Interval[];
  readonly #total: number;

  constructor(intervals: readonly Interval[]) {
    this.#intervals = intervals;
    this.#total = intervals.reduce((sum, { from, to }) => sum + to - from, 0);
    this.neverCloses = this.#total >= minutesPerWeek;
    const wraps = intervals[0]?.from === 0 && intervals.at(-1)?.to === minutesPerWeek;
    this.openings = intervals.map((interval) => interval.from).filter((from) => !(wraps && from === 0));
    this.closings = intervals.map((interval) => interval.to).filter((to) => !(wraps && to === minutesPerWeek));
  }

  /** Open minutes from the start of week 0 to a moment; negative before it. */
  before(moment: number): number {
    const inWeek = modulo(moment);
    let sum = ((moment - inWeek) / minutesPerWeek) * this.#total;
    for (const { from, to } of this.#intervals) sum += Math.max(0, Math.min(inWeek, to) - from);
    return sum;
  }

  /** The earliest moment by which so many (more than zero) open minutes have passed since the start. */
  add(start: number, minutes: number): number {
    const reached = this.before(start) + minutes;
    const weeks = Math.ceil(reached / this.#total) - 1;
    let left = reached - weeks * this.#total;
    for (const { from, to } of this.#intervals) {
      if (left <= to - from) return weeks * minutesPerWeek + from + left;
      left -= to - from;
    }
    return (weeks + 1) * minutesPerWeek;
  }
}

function modulo(moment: number): number {
  return ((moment % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
}

function largest(candidates: readonly Worst[]): Worst | null {
  return candidates.reduce<Worst | null>((best, one) => (best && best.minutes >= one.minutes ? best : one), null);
}

function smallest(candidates: readonly Worst[]): Worst | null {
  return candidates.reduce<Worst | null>((best, one) => (best && best.minutes <= one.minutes ? best : one), null);
}
