/**
 * Clock time and business time against each other, at the worst moment to start.
 *
 * Where all is clock time, or all is business time of one calendar, minutes are added: that is exact. Otherwise ways are
 * walked through the calendars from moments of the coming year: ordinary weeks on each side of daylight saving, and the weeks
 * around clock changes and closed dates. The slowest ways are found from the openings and closings of an ordinary week; those
 * found are then walked from every moment at which one of their steps may meet an opening or closing (that moment less what
 * the steps before take, and a minute later): between two such moments no start is worse than both.
 */
import { addBusinessMinutes, businessMinutesBetween, calendarNamed, openingsBetween, startOfDate } from './calendar.js';
import { minutesPerDay, minutesPerWeek, offsetAt, weekdayIndex } from './calendar-zone.js';
import type { Calendar, Duration, Procedure } from './procedure.js';
import { type Clock, plainClock, type Way, type Ways } from './ways.js';

/** How time is counted: on the clock (null), or in the open hours of a calendar. */
export type Count = Calendar | null;

export interface WorstWay {
  readonly way: Way;
  /** How long it takes at worst, in minutes of the count. */
  readonly minutes: number;
}

/** How a duration counts. */
export function countOf(procedure: Procedure, duration: Duration): Count {
  return duration.business ? calendarNamed(procedure, duration.calendar) : null;
}

/** The slowest of the ways as the count measures it, at the worst moment to start; null when no way ends. */
export function worstWay(procedure: Procedure, ways: Ways, count: Count, today: string): WorstWay | null {
  const durations = ways.durations();
  if (isPlain(procedure, durations, count)) {
    const way = ways.slowest();
    return way && { way, minutes: way.end };
  }
  const moments = new Moments([...durations.map((one) => countOf(procedure, one)), count], today);
  const clock = calendarClock(procedure);
  const candidates = new Map<string, Way>();
  for (const start of moments.ordinary()) {
    const way = ways.slowest(clock, start);
    if (way) candidates.set(way.steps.map(({ step, skipped }) => `${step.id}${skipped ? '?' : ''}`).join(' '), way);
  }
  let worst: WorstWay | null = null;
  for (const way of candidates.values()) {
    const minutes = worstLength(
      procedure,
      way.steps.flatMap(({ takes }) => takes),
      count,
      moments,
    );
    if (!worst || minutes > worst.minutes) worst = { way, minutes };
  }
  return worst;
}

/** How long durations one after the other take at worst, in minutes of the count. */
export function worstMinutes(procedure: Procedure, durations: readonly Duration[], count: Count, today: string): number {
  if (isPlain(procedure, durations, count)) return durations.reduce(plainClock, 0);
  const counts = [...durations.map((one) => countOf(procedure, one)), count];
  return worstLength(procedure, durations, count, new Moments(counts, today));
}

/** Whether, at the worst moment to start, the first is over later than the second. */
export function isLonger(procedure: Procedure, first: Duration, second: Duration, today: string): boolean {
  return exceeds(worstMinutes(procedure, [first], countOf(procedure, second), today), second.minutes);
}

/** More, by more than a rounding error. */
export function exceeds(minutes: number, limit: number): boolean {
  return minutes > limit + 1e-6;
}

function isPlain(procedure: Procedure, durations: readonly Duration[], count: Count): boolean {
  return durations.every((duration) => countOf(procedure, duration) === count);
}

/** Time as it passes from an instant on: business time in the calendar of each duration. */
function calendarClock(procedure: Procedure): Clock {
  return (at, takes) => {
    const calendar = countOf(procedure, takes);
    return calendar ? (addBusinessMinutes(calendar, at, takes.minutes) ?? at + takes.minutes) : at + takes.minutes;
  };
}

function worstLength(procedure: Procedure, durations: readonly Duration[], count: Count, moments: Moments): number {
  const clock = calendarClock(procedure);
  const before = [0];
  for (const { minutes } of durations) before.push((before.at(-1) ?? 0) + minutes);
  const length = before.at(-1) ?? 0;
  let worst = 0;
  for (const start of moments.critical(before, length)) {
    const end = durations.reduce(clock, start);
    worst = Math.max(worst, count ? businessMinutesBetween(count, start, end) : end - start);
  }
  return worst;
}

/** The moments to start that are worth a look. */
class Moments {
  readonly #calendars: readonly Calendar[];
  readonly #first: number;
  /** Starts of weeks (Monday 00:00 UTC) in which something changes: clocks, or a closed date. */
  readonly #special: readonly number[];

  constructor(counts: readonly Count[], today: string) {
    this.#calendars = [...new Set(counts)].flatMap((count) => count ?? []);
    const day = startOfDate(today);
    this.#first = day - weekdayIndex(day / minutesPerDay) * minutesPerDay;
    const special: number[] = [];
    const closed = this.#calendars.flatMap((calendar) => calendar.closed.map(startOfDate));
    for (let week = this.#first; week < this.#first + 53 * minutesPerWeek; week += minutesPerWeek) {
      const changes = this.#calendars.some(({ zone }) => offsetAt(zone, week) !== offsetAt(zone, week + minutesPerWeek));
      if (changes || closed.some((date) => date >= week && date < week + minutesPerWeek)) special.push(week);
    }
    this.#special = special;
  }

  /** Openings and closings of one ordinary week. */
  ordinary(): readonly number[] {
    const week = this.#ordinaryWeeks()[0] ?? this.#first;
    return this.#edgesOf(week, week + minutesPerWeek);
  }

  /** Every opening and closing of the weeks that matter, less what may have passed by then; and a minute later. */
  critical(before: readonly number[], length: number): ReadonlySet<number> {
    const shifts = [...new Set(before)];
    const moments = new Set<number>();
    const reach = Math.ceil(length / minutesPerWeek) + 1;
    const weeks = new Set(this.#ordinaryWeeks());
    for (const week of this.#special) {
      for (let back = -1; back <= Math.min(reach, 60); back++) weeks.add(week - back * minutesPerWeek);
    }
    for (const week of weeks) {
      for (const edge of this.#edgesOf(week, week + minutesPerWeek)) {
        for (const shift of shifts) moments.add(edge - shift).add(edge - shift + 1);
      }
    }
    return moments;
  }

  /** The first week of each distance between the zones in which nothing changes. */
  #ordinaryWeeks(): readonly number[] {
    const weeks = new Map<string, number>();
    for (let week = this.#first; week < this.#first + 53 * minutesPerWeek; week += minutesPerWeek) {
      if (this.#special.includes(week)) continue;
      const key = this.#calendars.map(({ zone }) => offsetAt(zone, week)).join(' ');
      if (!weeks.has(key)) weeks.set(key, week);
    }
    return [...weeks.values()];
  }

  #edgesOf(from: number, to: number): readonly number[] {
    const edges = this.#calendars.flatMap((calendar) =>
      openingsBetween(calendar, from, to).flatMap((open) => [open.from, open.to]),
    );
    return [...new Set(edges)];
  }
}
