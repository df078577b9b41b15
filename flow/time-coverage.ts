/** Hours of the week when nobody of a group of roles is at work, in UTC. */
import { calendarOfRole, dateAfter, openingsOfWeek, startOfDate } from './calendar.js';
import { gaps, type Interval, union } from './calendar-intervals.js';
import { minutesPerDay, minutesPerWeek, weekdayIndex } from './calendar-zone.js';
import type { Procedure } from './procedure.js';

export interface Uncovered {
  /** In minutes from Monday 00:00 UTC. */
  readonly hours: readonly Interval[];
  /** ISO date of the Monday, where the present week is covered and a later one is not (clocks change in between). */
  readonly from: string | null;
}

/** The roles that stand for one: itself, or those that fill it. */
export function holdersOf(procedure: Procedure, role: string): readonly string[] {
  const holders = new Set<string>();
  const open = [role];
  const seen = new Set(open);
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const oneOf = procedure.roles.find((candidate) => candidate.name === name)?.oneOf ?? [];
    if (oneOf.length === 0) holders.add(name);
    for (const other of oneOf) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return [...holders];
}

/** Who answers for what a role owns: whoever holds it, and their backups. */
export function answeringFor(procedure: Procedure, role: string): readonly string[] {
  const holders = holdersOf(procedure, role);
  const backups = [role, ...holders].flatMap(
    (name) => procedure.roles.find((candidate) => candidate.name === name)?.backup ?? [],
  );
  return [...new Set([...holders, ...backups.flatMap((backup) => holdersOf(procedure, backup))])];
}

/** Hours that no role covers, closed dates left out of account; null when all are covered or somebody's hours are unknown. */
export function uncoveredHours(procedure: Procedure, roles: readonly string[], today: string): Uncovered | null {
  const calendars = roles.map((role) => calendarOfRole(procedure, role));
  if (calendars.length === 0 || calendars.some((calendar) => calendar === null)) return null;
  const known = calendars.flatMap((calendar) => calendar ?? []);
  const monday = dateAfter(today, -weekdayIndex(startOfDate(today) / minutesPerDay));
  const gapsIn = (start: string) => gaps(union(...known.map((calendar) => openingsOfWeek(calendar, start))), 0, minutesPerWeek);
  for (let week = 0; week < 53; week++) {
    const start = dateAfter(monday, 7 * week);
    const hours = gapsIn(start);
    if (hours.length === 0) continue;
    if (week === 0) return { hours, from: null };
    // Clocks change on a Sunday: the week after shows the hours of every day.
    const next = dateAfter(start, 7);
    const after = gapsIn(next);
    return lengthOf(after) > lengthOf(hours) ? { hours: after, from: next } : { hours, from: start };
  }
  return null;
}

function lengthOf(hours: readonly Interval[]): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri 00:00–08:00 and 16:00–24:00, Sat–Sun all day". */
export function weekHoursText(hours: readonly Interval[]): string {
  const days = names.map((name, day) => ({ first: name, last: name, text: dayText(hours, day) }));
  const groups: { first: string; last: string; text: string }[] = [];
  for (const day of days) {
    const group = groups.at(-1);
    if (group?.text === day.text) group.last = day.last;
    else groups.push(day);
  }
  return groups
    .filter(({ text }) => text !== '')
    .map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text}`)
    .join(', ');
}

function dayText(hours: readonly Interval[], day: number): string {
  const start = day * minutesPerDay;
  const parts = hours
    .map(({ from, to }) => ({ from: Math.max(from - start, 0), to: Math.min(to - start, minutesPerDay) }))
    .filter(({ from, to }) => to > from);
  if (parts.length === 1 && parts[0]?.from === 0 && parts[0].to === minutesPerDay) return 'all day';
  return parts.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(' and ');
}

/** `06:30`; 1440 is `24:00`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
