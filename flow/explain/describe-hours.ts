/** Open hours in words. */
import { isOpen, nextOpening } from '../calendar.js';
import { localTime } from '../calendar-zone.js';
import type { Calendar, Weekday } from '../procedure.js';

const names: Record<Weekday, string> = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' };
const order: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Mon–Fri 09:00–17:30, Europe/London". */
export function describeHours(calendar: Calendar): string {
  const zone = calendar.zone ?? 'UTC';
  if (calendar.always) return `always, ${zone}`;
  if (calendar.openings.length === 0) return 'not known';
  const spans = calendar.openings.map((opening) => `${describeDays(opening.days)} ${clock(opening.from)}–${clock(opening.to)}`);
  return `${spans.join(' and ')}, ${zone}`;
}

/** "14:05 on Monday there, at work" for an instant in minutes since 1970-01-01 00:00 UTC. */
export function describeNow(calendar: Calendar, instant: number): string {
  const local = localTime(calendar.zone, instant);
  const now = `${names[local.weekday]} ${clock(Math.floor(local.minute))}`;
  if (isOpen(calendar, instant)) return `${now}, at work`;
  const opening = nextOpening(calendar, instant);
  if (opening === null) return `${now}, off work`;
  const next = localTime(calendar.zone, opening);
  const day = next.date === local.date ? '' : `${names[next.weekday]} `;
  return `${now}, off work until ${day}${clock(next.minute)}`;
}

/** "09:05" for a minute of the day. */
export function clock(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** "Mon–Fri", "Sat, Sun". */
function describeDays(days: readonly Weekday[]): string {
  const indexes = [...new Set(days.map((day) => order.indexOf(day)))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  const name = (index: number): string => names[order[index] ?? 'mon'];
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`)).join(', ');
}
