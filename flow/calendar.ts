/**
 * When a calendar is open, and how business time runs in it. Instants are minutes since 1970-01-01 00:00 UTC.
 *
 * A calendar is open at an instant when local clocks show a time of one of its openings: in the hour that clocks show twice
 * both count, the hour they skip never comes. An opening belongs to the date it begins on: a night shift that begins before
 * a closed date runs to its end, one that would begin on it does not happen. A calendar without openings says nothing: it is
 * never open, and questions that need an opening answer null.
 */
import { clip, type Interval, union } from './calendar-intervals.js';
import {
  dayOf,
  isoDate,
  knownZone,
  minutesPerDay,
  minutesPerWeek,
  offsetSpans,
  startOfYear,
  weekdayIndex,
  weekdays,
  yearOf,
} from './calendar-zone.js';
import type { Calendar, Opening, Procedure } from './procedure.js';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What applies where nobody has a calendar: Monday to Friday, 09:00 to 17:00 UTC. */
export const standardCalendar: Calendar = {
  id: '',
  name: null,
  title: null,
  range: nowhere,
  selection: nowhere,
  zone: 'UTC',
  always: false,
  openings: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 9 * 60, to: 17 * 60 }],
  closed: [],
};

/** The calendar of that name; the standard one for null, and for a name that the procedure does not have. */
export function calendarNamed(procedure: Procedure, name: string | null): Calendar {
  return procedure.calendars.find((calendar) => calendar.name === name && name !== null) ?? standardCalendar;
}

/** The hours of a role: its own calendar, else its team's; null when nothing is known about them. */
export function calendarOfRole(procedure: Procedure, role: string): Calendar | null {
  const declared = procedure.roles.find((candidate) => candidate.name === role);
  const name = declared?.calendar ?? procedure.teams.find((team) => team.name === declared?.team)?.calendar ?? null;
  const calendar = procedure.calendars.find((candidate) => candidate.name === name);
  return calendar && hasOpenings(calendar) ? calendar : null;
}

/** Whether anything is known about its hours. */
export function hasOpenings(calendar: Calendar): boolean {
  return calendar.always || calendar.openings.some((opening) => opening.days.length > 0);
}

/** Whether it is open at that instant; the closing minute itself is closed. */
export function isOpen(calendar: Calendar, instant: number): boolean {
  const { intervals } = hoursOfYear(calendar, yearOf(instant));
  const interval = intervals[firstEndingAfter(intervals, instant)];
  return interval !== undefined && interval.from <= instant;
}

/** The first open instant from there on, which may be that instant itself; null when there is none. */
export function nextOpening(calendar: Calendar, instant: number): number | null {
  if (!Number.isFinite(instant) || !hasOpenings(calendar)) return null;
  const first = yearOf(instant);
  for (let year = first; year <= first + furthestYears; year++) {
    const { intervals } = hoursOfYear(calendar, year);
    const interval = intervals[firstEndingAfter(intervals, instant)];
    if (interval) return Math.max(interval.from, instant);
  }
  return null;
}

/**
 * The earliest instant by which so many open minutes have passed. It always lies in open hours, the closing minute
 * counted as open; null when the calendar has no openings (or none for a century).
 */
export function addBusinessMinutes(calendar: Calendar, from: number, minutes: number): number | null {
  if (!Number.isFinite(from) || !Number.isFinite(minutes) || !hasOpenings(calendar)) return null;
  let left = Math.max(0, minutes);
  const firstYear = yearOf(from);
  for (let year = firstYear; year <= firstYear + furthestYears; year++) {
    const hours = hoursOfYear(calendar, year);
    const passed = openMinutesBefore(hours, from);
    const reached = passed + left;
    if (reached > hours.total) {
      left = reached - hours.total;
      continue;
    }
    const { intervals, opened } = hours;
    // The first opening that ends no earlier than the start and by whose end enough minutes have passed.
    let low = firstEndingAfter(intervals, from, true);
    let high = intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((opened[middle + 1] ?? 0) >= reached) high = middle;
      else low = middle + 1;
    }
    const interval = intervals[low];
    if (interval) return Math.max(from, interval.from + reached - (opened[low] ?? 0));
    left = 0;
  }
  return null;
}

/** The latest instant from which so many open minutes pass until `to`; null when the calendar has no openings (or too few). */
export function subtractBusinessMinutes(calendar: Calendar, to: number, minutes: number): number | null {
  if (!Number.isFinite(to) || !Number.isFinite(minutes) || !hasOpenings(calendar)) return null;
  if (minutes <= 0) return to;
  let left = minutes;
  const lastYear = yearOf(to);
  for (let year = lastYear; year >= lastYear - furthestYears; year--) {
    const { intervals, opened, total } = hoursOfYear(calendar, year);
    const passed = year === lastYear ? openMinutesBefore({ intervals, opened, total }, to) : total;
    if (passed < left) {
      left -= passed;
      continue;
    }
    const target = passed - left;
    // The last opening before which no more than that has passed.
    let low = 0;
    let high = intervals.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((opened[middle] ?? 0) <= target) low = middle;
      else high = middle - 1;
    }
    return (intervals[low]?.from ?? to) + target - (opened[low] ?? 0);
  }
  return null;
}

/** Open minutes between two instants; zero when the second is not the later one. */
export function businessMinutesBetween(calendar: Calendar, from: number, to: number): number {
  if (!(to > from) || !hasOpenings(calendar)) return 0;
  let sum = 0;
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const hours = hoursOfYear(calendar, year);
    sum += openMinutesBefore(hours, to) - openMinutesBefore(hours, from);
  }
  return sum;
}

/** When it is open between two instants. */
export function openingsBetween(calendar: Calendar, from: number, to: number): Interval[] {
  const found: Interval[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const { intervals } = hoursOfYear(calendar, year);
    for (let i = firstEndingAfter(intervals, from); i < intervals.length; i++) {
      const open = intervals[i];
      if (!open || open.from >= to) break;
      found.push({ from: Math.max(open.from, from), to: Math.min(open.to, to) });
    }
  }
  return union(found);
}

/**
 * The openings of the week that starts on a date at 00:00 UTC, closed dates left out of account, as minutes of that week.
 * Two weeks half a year apart show both sides of daylight saving.
 */
export function openingsOfWeek(calendar: Calendar, startDate: string): Interval[] {
  const start = dayOf(startDate) * minutesPerDay;
  const everyDay = calendar.closed.length > 0 ? { ...calendar, closed: [] } : calendar;
  return openingsBetween(everyDay, start, start + minutesPerWeek).map(({ from, to }) => ({ from: from - start, to: to - start }));
}

/** Whether any opening begins on that local date: false for closed dates and days off. */
export function opensOn(calendar: Calendar, date: string): boolean {
  if (calendar.closed.includes(date)) return false;
  const weekday = weekdays[weekdayIndex(dayOf(date))];
  return calendar.always || calendar.openings.some((opening) => weekday !== undefined && opening.days.includes(weekday));
}

// ------------------------------------------------------------------------------------------------- a year's openings

const furthestYears = 100;

interface Hours {
  readonly intervals: readonly Interval[];
  /** Open minutes of the year before each interval, and after the last. */
  readonly opened: readonly number[];
  readonly total: number;
}

const cache = new WeakMap<Calendar, Map<number, Hours>>();

/** Every compilation makes calendars anew: those with the same hours share what was found out about them. */
const cacheByHours = new Map<string, Map<number, Hours>>();
const mostCalendars = 500;

const keys = new WeakMap<Calendar, string>();

/** The same for calendars that are open at the same times. */
export function hoursKey(calendar: Calendar): string {
  let key = keys.get(calendar);
  if (key === undefined) {
    const { zone, always, openings, closed } = calendar;
    key = JSON.stringify([zone, always, openings.map(({ days, from, to }) => [days, from, to]), closed]);
    keys.set(calendar, key);
  }
  return key;
}

/** The openings of one UTC year, cut at its ends. */
function hoursOfYear(calendar: Calendar, year: number): Hours {
  let years = cache.get(calendar);
  if (!years) {
    const key = hoursKey(calendar);
    years = cacheByHours.get(key) ?? new Map<number, Hours>();
    if (cacheByHours.size >= mostCalendars) cacheByHours.clear();
    cacheByHours.set(key, years);
    cache.set(calendar, years);
  }
  let hours = years.get(year);
  if (!hours) {
    hours = findHours(calendar, year);
    years.set(year, hours);
  }
  return hours;
}

/** Where clocks keep one offset, local openings are openings in UTC shifted by it: cut at its ends they are exact. */
function findHours(calendar: Calendar, year: number): Hours {
  const closed = new Set(calendar.closed.map(dayOf));
  const found: Interval[] = [];
  for (const span of offsetSpans(knownZone(calendar.zone), year)) {
    const firstDay = Math.floor((span.from + span.offset) / minutesPerDay) - 1;
    const lastDay = Math.floor((span.to + span.offset) / minutesPerDay);
    for (let day = firstDay; day <= lastDay; day++) {
      if (closed.has(day)) continue;
      const midnight = day * minutesPerDay - span.offset;
      for (const opening of openingsOn(calendar, day)) {
        const from = Math.max(midnight + opening.from, span.from);
        const to = Math.min(midnight + opening.to, span.to);
        if (to > from) found.push({ from, to });
      }
    }
  }
  const intervals = clip(union(found), startOfYear(year), startOfYear(year + 1));
  const opened = [0];
  let total = 0;
  for (const interval of intervals) {
    total += interval.to - interval.from;
    opened.push(total);
  }
  return { intervals, opened, total };
}

const wholeDay: readonly Interval[] = [{ from: 0, to: minutesPerDay }];

/** The openings that begin on a day, in minutes from its midnight; past 1440 on the next day. */
function openingsOn(calendar: Calendar, day: number): readonly Interval[] {
  if (calendar.always) return wholeDay;
  const weekday = weekdays[weekdayIndex(day)];
  if (weekday === undefined) return [];
  return calendar.openings.filter((opening) => opening.days.includes(weekday)).map(stretch);
}

/** An opening as an interval: one that ends no later than it begins runs past midnight. */
export function stretch(opening: Opening): Interval {
  return { from: opening.from, to: opening.to > opening.from ? opening.to : opening.to + minutesPerDay };
}

/** Index of the first interval that ends after the instant (or, on demand, at it). */
function firstEndingAfter(intervals: readonly Interval[], instant: number, orAt = false): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = intervals[middle]?.to ?? 0;
    if (orAt ? end >= instant : end > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function openMinutesBefore(hours: Hours, instant: number): number {
  const index = firstEndingAfter(hours.intervals, instant);
  const interval = hours.intervals[index];
  const before = hours.opened[index] ?? hours.total;
  return interval ? before + Math.max(0, instant - interval.from) : before;
}

/** First instant of an ISO date, in UTC. */
export function startOfDate(date: string): number {
  return dayOf(date) * minutesPerDay;
}

/** The ISO date, in UTC, so many days after another. */
export function dateAfter(date: string, days: number): string {
  return isoDate(dayOf(date) + days);
}
