/**
 * Clock time and business time against each other, at the worst moment to start.
 *
 * Where all is clock time, or all is business time of one calendar, minutes are added: that is exact. Otherwise ways are
 * walked through the calendars from moments of the coming year. The slowest ways are found from openings and closings of an
 * ordinary week; those found are then walked from every moment from which one of their business steps would begin or
 * end at an opening or closing: of ordinary weeks on each side of daylight saving, then of weeks in which clocks change or a date is
 * closed, and those before them. A start between two such moments is never worse than both. The larger the procedure, the
 * fewer of these moments are tried, the likeliest first: a finding always shows a real way and a real length.
 */
import {
  addBusinessMinutes,
  businessMinutesBetween,
  calendarNamed,
  openingsBetween,
  startOfDate,
  subtractBusinessMinutes,
} from './calendar.js';
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
  const moments = momentsOf(procedure, [...durations.map((one) => countOf(procedure, one)), count], today);
  const clock = calendarClock(procedure);
  const back = backwardsClock(procedure);
  const budget = budgetOf(procedure);
  const candidates = new Map<string, Way>();
  for (const start of spread(moments.ordinary(), Math.max(2, Math.floor(budget / ways.size)))) {
    const way = ways.slowest(clock, start);
    if (way) candidates.set(way.steps.map(({ step, skipped }) => `${step.id}${skipped ? '?' : ''}`).join(' '), way);
  }
  let worst: WorstWay | null = null;
  for (const way of candidates.values()) {
    const takes = way.steps.flatMap((step) => step.takes);
    const minutes = worstLength(takes, { clock, back, count, moments, walks: budget / candidates.size });
    if (!worst || minutes > worst.minutes) worst = { way, minutes };
  }
  return worst;
}

/** Additions of business time that a single question may cost. */
function budgetOf(procedure: Procedure): number {
  return Math.min(8000, Math.max(600, 400_000 / (procedure.steps.length + 1)));
}

/** So many of a list, evenly. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]).flatMap((one) =>
    one === undefined ? [] : [one],
  );
}

/** How long durations one after the other take at worst, in minutes of the count. */
export function worstMinutes(procedure: Procedure, durations: readonly Duration[], count: Count, today: string): number {
  if (isPlain(procedure, durations, count)) return durations.reduce(plainClock, 0);
  const moments = momentsOf(procedure, [...durations.map((one) => countOf(procedure, one)), count], today);
  return worstLength(durations, {
    clock: calendarClock(procedure),
    back: backwardsClock(procedure),
    count,
    moments,
    walks: budgetOf(procedure),
  });
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
  return clockOf(procedure, (calendar, at, minutes) => addBusinessMinutes(calendar, at, minutes), 1);
}

/** The same backwards. */
function backwardsClock(procedure: Procedure): Clock {
  return clockOf(procedure, (calendar, at, minutes) => subtractBusinessMinutes(calendar, at, minutes), -1);
}

function clockOf(
  procedure: Procedure,
  inHours: (calendar: Calendar, at: number, minutes: number) => number | null,
  sign: 1 | -1,
): Clock {
  const counts = new Map<Duration, Count>();
  return (at, takes) => {
    let calendar = counts.get(takes);
    if (calendar === undefined) {
      calendar = countOf(procedure, takes);
      counts.set(takes, calendar);
    }
    const plain = at + sign * takes.minutes;
    return calendar ? (inHours(calendar, at, takes.minutes) ?? plain) : plain;
  };
}

interface Walk {
  readonly clock: Clock;
  /** The clock backwards: from when a duration is over to when it has to start. */
  readonly back: Clock;
  readonly count: Count;
  readonly moments: Moments;
  /** Additions that may be spent. */
  readonly walks: number;
}

/** Minutes, too few to show. */
const aMoment = 1e-6;

function worstLength(durations: readonly Duration[], { clock, count, moments, walks, back }: Walk): number {
  let left = Math.max(20, walks / Math.max(1, 2 * durations.length));
  let worst = 0;
  const look = (start: number): void => {
    const end = durations.reduce(clock, start);
    worst = Math.max(worst, count ? businessMinutesBetween(count, start, end) : end - start);
  };
  const length = durations.reduce(plainClock, 0);
  // From the edges at which it starts to those at which it ends: each walked back to where it would have to start.
  for (const edges of moments.edges(length)) {
    for (let passed = 0; passed <= durations.length; passed++) {
      const before = durations.slice(0, passed).reverse();
      for (const edge of edges) {
        if (left-- < 0) return worst;
        const start = before.reduce(back, edge);
        look(start);
        // A moment more, and what would end at a closing ends after the next opening.
        look(start + aMoment);
      }
    }
  }
  return worst;
}

const known = new WeakMap<Procedure, Map<string, Moments>>();

/** Made once for the same calendars. */
function momentsOf(procedure: Procedure, counts: readonly Count[], today: string): Moments {
  let ofProcedure = known.get(procedure);
  if (!ofProcedure) {
    ofProcedure = new Map();
    known.set(procedure, ofProcedure);
  }
  const calendars = [...new Set(counts)].flatMap((count) => count ?? []);
  const key = [today, ...calendars.map(({ id }) => id).sort()].join(' ');
  let moments = ofProcedure.get(key);
  if (!moments) {
    moments = new Moments(calendars, today);
    ofProcedure.set(key, moments);
  }
  return moments;
}

/** The moments to start that are worth a look. */
class Moments {
  readonly #calendars: readonly Calendar[];
  readonly #first: number;
  /** Starts of weeks (Monday 00:00 UTC) in which something changes: clocks, or a closed date. */
  readonly #special: readonly number[];
  readonly #edges = new Map<number, readonly number[]>();
  #ordinaryStarts: readonly number[] | null = null;

  constructor(calendars: readonly Calendar[], today: string) {
    this.#calendars = calendars;
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

  /** Openings and closings: of ordinary weeks, of special ones, and of those before them that `length` minutes reach back to. */
  *edges(length: number): Generator<readonly number[]> {
    const reach = Math.min(Math.ceil(length / minutesPerWeek), 12);
    const before = this.#special.flatMap((week) =>
      Array.from({ length: reach }, (_, back) => week - (back + 1) * minutesPerWeek),
    );
    for (const weeks of [this.#ordinaryWeeks(), this.#special, [...new Set(before)]]) {
      yield weeks.flatMap((week) => this.#edgesOf(week, week + minutesPerWeek));
    }
  }

  /** The first week of each distance between the zones in which nothing changes. */
  #ordinaryWeeks(): readonly number[] {
    if (this.#ordinaryStarts) return this.#ordinaryStarts;
    const weeks = new Map<string, number>();
    for (let week = this.#first; week < this.#first + 53 * minutesPerWeek; week += minutesPerWeek) {
      if (this.#special.includes(week)) continue;
      const key = this.#calendars.map(({ zone }) => offsetAt(zone, week)).join(' ');
      if (!weeks.has(key)) weeks.set(key, week);
    }
    this.#ordinaryStarts = [...weeks.values()];
    return this.#ordinaryStarts;
  }

  #edgesOf(from: number, to: number): readonly number[] {
    let edges = this.#edges.get(from);
    if (!edges) {
      const all = this.#calendars.flatMap((calendar) =>
        openingsBetween(calendar, from, to).flatMap((open) => [open.to, open.from]),
      );
      edges = [...new Set(all)];
      this.#edges.set(from, edges);
    }
    return edges;
  }
}
