/**
 * Local time and back. An instant is a number of minutes since 1970-01-01 00:00 UTC; a day is a number of days since then.
 * Zones that nobody knows count as UTC.
 */
import { IANAZone } from 'luxon';
import type { Weekday } from './procedure.js';

export const minutesPerDay = 1440;
export const minutesPerWeek = 7 * minutesPerDay;

/** Monday first. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface LocalTime {
  /** ISO date. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Minute of the local day. */
  readonly minute: number;
}

/** A time in which a zone keeps one distance to UTC. */
export interface OffsetSpan {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Minutes that local clocks are ahead of UTC. */
  readonly offset: number;
}

/** The zone to reckon with: the one given where it exists, else UTC. */
export function knownZone(zone: string | null): string {
  return zone !== null && isZone(zone) ? zone : 'UTC';
}

const zones = new Map<string, boolean>();
/** Whether there is such an IANA zone. */
export function isZone(zone: string): boolean {
  let known = zones.get(zone);
  if (known === undefined) {
    known = IANAZone.isValidZone(zone);
    zones.set(zone, known);
  }
  return known;
}

/** First instant of a year, in UTC. */
export function startOfYear(year: number): number {
  return Date.UTC(year, 0, 1) / 60_000;
}

/** The UTC year of an instant. */
export function yearOf(instant: number): number {
  if (instant >= lastYear.from && instant < lastYear.to) return lastYear.year;
  const year = new Date(instant * 60_000).getUTCFullYear();
  if (!Number.isNaN(year)) lastYear = { year, from: startOfYear(year), to: startOfYear(year + 1) };
  return year;
}

/** The year asked for last: most questions are about the same. */
let lastYear = { year: 1970, from: 0, to: startOfYear(1971) };

/** Number of the day of an ISO date. */
export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000);
}

/** ISO date of a day. */
export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Monday is 0. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const spansByZone = new Map<string, Map<number, readonly OffsetSpan[]>>();
/** The offsets of a zone over a UTC year, without holes. */
export function offsetSpans(zone: string, year: number): readonly OffsetSpan[] {
  let byYear = spansByZone.get(zone);
  if (!byYear) {
    byYear = new Map();
    spansByZone.set(zone, byYear);
  }
  let spans = byYear.get(year);
  if (!spans) {
    spans = findSpans(zone, startOfYear(year), startOfYear(year + 1));
    byYear.set(year, spans);
  }
  return spans;
}

/** Clocks never change twice within a few days, so a look every three days finds every change; halving finds its minute. */
function findSpans(zone: string, start: number, end: number): OffsetSpan[] {
  const known = IANAZone.create(knownZone(zone));
  const offsetOf = (instant: number) => Math.round(known.offset(instant * 60_000));
  const spans: OffsetSpan[] = [];
  let from = start;
  let offset = offsetOf(start);
  for (let seen = start; seen < end; ) {
    const next = Math.min(seen + 3 * minutesPerDay, end);
    if (offsetOf(next) !== offset) {
      let before = seen;
      let after = next;
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (offsetOf(middle) === offset) before = middle;
        else after = middle;
      }
      if (after < end) {
        spans.push({ from, to: after, offset });
        from = after;
        offset = offsetOf(after);
      }
    }
    seen = next;
  }
  spans.push({ from, to: end, offset });
  return spans;
}

/** Minutes that local clocks are ahead of UTC at an instant. */
export function offsetAt(zone: string | null, instant: number): number {
  const spans = offsetSpans(knownZone(zone), yearOf(instant));
  return spans.find((span) => instant < span.to)?.offset ?? spans.at(-1)?.offset ?? 0;
}

/** What local clocks show at an instant. */
export function localTime(zone: string | null, instant: number): LocalTime {
  const local = instant + offsetAt(zone, instant);
  const day = Math.floor(local / minutesPerDay);
  return {
    date: isoDate(day),
    weekday: weekdays[weekdayIndex(day)] ?? 'mon',
    minute: local - day * minutesPerDay,
  };
}

/**
 * The first instant at which local clocks show this time or, where they skip it (the hour lost in spring), have passed it.
 * `minute` counts from local midnight; 1440 is the end of the day.
 */
export function instantAt(zone: string | null, date: string, minute: number): number {
  const local = dayOf(date) * minutesPerDay + minute;
  const before = offsetAt(zone, local - minutesPerDay);
  const after = offsetAt(zone, local + minutesPerDay);
  if (before === after) return local - before;
  const change = offsetSpans(knownZone(zone), yearOf(local)).find(
    (span) => span.offset === after && span.from > local - 2 * minutesPerDay,
  );
  const early = local - before;
  if (!change || early < change.from) return early;
  return Math.max(local - after, change.from);
}
