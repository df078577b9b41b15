/** A change of hands, day by day through the coming year: is it one instant, and is everybody there? */
import { calendarNamed, calendarOfRole, dateAfter, hoursKey, openingsBetween } from './calendar.js';
import { instantAt, localTime, minutesPerDay } from './calendar-zone.js';
import type { Calendar, Procedure, Step } from './procedure.js';
import { holdersOf } from './time-coverage.js';

export interface Mismatch {
  /** ISO date, in the zone of the first time. */
  readonly date: string;
  /** Index of the time that is another instant than the first. */
  readonly time: number;
  /** What the first time is there, as minute of the local day. */
  readonly minute: number;
}

export interface OffWork {
  readonly date: string;
  /** Who is off: the givers, or all who receive. */
  readonly who: 'giver' | 'receivers';
  readonly roles: readonly string[];
  /** The instant as local time of the first of them. */
  readonly minute: number;
  readonly zone: string | null;
}

const days = 365;

/** The first date of the coming year on which the times of a handoff are not one instant; null without one. */
export function firstMismatch(procedure: Procedure, step: Step, today: string): Mismatch | null {
  const times = step.times ?? [];
  const [first, ...others] = times;
  const zones = times.map(({ calendar }) => zoneOf(procedure, step, calendar));
  const zone = zones[0];
  if (!first || zone === undefined || others.length === 0) return null;
  for (let day = 0; day < days; day++) {
    const date = dateAfter(today, day);
    const instant = instantAt(zone, date, first.minute);
    for (const [index, other] of others.entries()) {
      const otherZone = zones[index + 1];
      if (otherZone === undefined) continue;
      const local = localTime(otherZone, instant);
      const isSame = [-1, 0, 1].some((shift) => instantAt(otherZone, dateAfter(local.date, shift), other.minute) === instant);
      if (!isSame) return { date, time: index + 1, minute: local.minute };
    }
  }
  return null;
}

/**
 * The first date of the coming year, of those on which givers and receivers work at all, on which the givers, or all who
 * receive, are off at the handoff's time; both ends of a shift count as at work. Null where nobody is, or hours are unknown.
 */
export function firstOffWork(procedure: Procedure, step: Step, today: string): OffWork | null {
  const time = step.times?.[0];
  const zone = time && zoneOf(procedure, step, time.calendar);
  const givers = step.responsible.flatMap((role) => holdersOf(procedure, role));
  const receivers = (step.to ?? []).flatMap((role) => holdersOf(procedure, role));
  const giving = calendarsOf(procedure, givers);
  const receiving = calendarsOf(procedure, receivers);
  if (!time || zone === undefined || !giving || !receiving) return null;
  const sides = { zone, minute: time.minute, giving, receiving };
  const key = JSON.stringify([zone, time.minute, today, giving.map(hoursKey), receiving.map(hoursKey)]);
  let found = knownOff.get(key);
  if (found === undefined) {
    found = searchOffWork(sides, today);
    if (knownOff.size >= mostKnown) knownOff.clear();
    knownOff.set(key, found);
  }
  if (!found) return null;
  return { ...found, roles: [...new Set(found.who === 'giver' ? givers : receivers)] };
}

/** A year is long, and the same hands change in many places: what was found for some hours and a time holds for all of them. */
const knownOff = new Map<string, Omit<OffWork, 'roles'> | null>();
const mostKnown = 1000;

interface Sides {
  readonly zone: string | null;
  readonly minute: number;
  readonly giving: readonly Calendar[];
  readonly receiving: readonly Calendar[];
}

function searchOffWork({ zone, minute, giving, receiving }: Sides, today: string): Omit<OffWork, 'roles'> | null {
  for (let day = 0; day < days; day++) {
    const date = dateAfter(today, day);
    const instant = instantAt(zone, date, minute);
    // 24:00 is still that day: the shift that ends then is the one that hands over.
    const asked = minute === minutesPerDay ? instant - 1 : instant;
    if (![giving, receiving].every((side) => side.some((calendar) => opensOn(calendar, date)))) continue;
    // Where the handoff is another day than where it is told, that day counts, too: Friday evening in New York is Saturday in Singapore.
    if (!giving.some((calendar) => worksOn(calendar, asked)) || !receiving.some((calendar) => worksOn(calendar, instant)))
      continue;
    for (const [who, calendars] of [
      ['giver', giving],
      ['receivers', receiving],
    ] as const) {
      if (calendars.some((calendar) => isAtWork(calendar, instant))) continue;
      const off = calendars[0]?.zone ?? null;
      return { date, who, minute: localTime(off, instant).minute, zone: off };
    }
  }
  return null;
}

/** The zone a time is told in: of its calendar, else the giver's; undefined where that is not known. */
function zoneOf(procedure: Procedure, step: Step, calendar: string | null): string | null | undefined {
  if (calendar !== null) return calendarNamed(procedure, calendar).zone;
  for (const role of step.responsible) {
    const own = calendarOfRole(procedure, role);
    if (own) return own.zone;
  }
  const zones = new Set(
    step.responsible.flatMap((role) => holdersOf(procedure, role)).map((role) => calendarOfRole(procedure, role)?.zone),
  );
  return zones.size === 1 ? [...zones][0] : undefined;
}

/** Null where somebody's hours are unknown. */
function calendarsOf(procedure: Procedure, roles: readonly string[]): readonly Calendar[] | null {
  const calendars = roles.flatMap((role) => calendarOfRole(procedure, role) ?? []);
  return calendars.length === roles.length && roles.length > 0 ? calendars : null;
}

/** Whether it is open at all on the local date of an instant. */
function worksOn(calendar: Calendar, instant: number): boolean {
  return opensOn(calendar, localTime(calendar.zone, instant).date);
}

/** Whether it is open at all on a date of its own zone. */
function opensOn(calendar: Calendar, date: string): boolean {
  const from = instantAt(calendar.zone, date, 0);
  return openingsBetween(calendar, from, instantAt(calendar.zone, dateAfter(date, 1), 0)).length > 0;
}

/** The minute of opening and the minute of closing count. */
function isAtWork(calendar: Calendar, instant: number): boolean {
  return openingsBetween(calendar, instant - 1, instant + 1).length > 0;
}
