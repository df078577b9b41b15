/**
 * How long the units of business time are in a calendar: its week as it repeats, closed dates and daylight saving left out
 * of account, so that a promise is as long in winter as in summer.
 */

import { hasOpenings, standardCalendar, stretch } from './calendar.js';
import { type Interval, lengthOf, union } from './calendar-intervals.js';
import { minutesPerDay, minutesPerWeek, weekdays } from './calendar-zone.js';
import type { Calendar, TimeUnit } from './procedure.js';

/**
 * Minutes of an amount of time. Clock time: a day is 24 hours, a month 30 days. Business time: a day is the mean of the
 * calendar's open days, a week all its open minutes, a month 30/7 weeks; without a calendar, or in one without openings,
 * those of Monday to Friday 09:00–17:00.
 */
export function minutesOf(amount: number, unit: TimeUnit, business: boolean, calendar: Calendar | null): number {
  if (unit === 'minute') return amount;
  if (unit === 'hour') return amount * 60;
  const { day, week } = business ? businessUnits(calendar ?? standardCalendar) : { day: minutesPerDay, week: minutesPerWeek };
  if (unit === 'day') return amount * day;
  if (unit === 'week') return amount * week;
  return (amount * week * 30) / 7;
}

/** Open minutes of the mean open day and of the week. */
export function businessUnits(calendar: Calendar): { readonly day: number; readonly week: number } {
  let known = units.get(calendar);
  if (!known) {
    if (hasOpenings(calendar)) {
      const week = lengthOf(weekOf(calendar));
      const days = calendar.always ? 7 : new Set(calendar.openings.flatMap((opening) => opening.days)).size;
      known = { day: week / days, week };
    } else {
      known = businessUnits(standardCalendar);
    }
    units.set(calendar, known);
  }
  return known;
}

const units = new WeakMap<Calendar, { readonly day: number; readonly week: number }>();

const weeks = new WeakMap<Calendar, readonly Interval[]>();

/** The openings of its week in minutes from Monday 00:00 local time; what runs past Sunday comes round to Monday. */
export function weekOf(calendar: Calendar): readonly Interval[] {
  let week = weeks.get(calendar);
  if (!week) {
    week = calendar.always ? [{ from: 0, to: minutesPerWeek }] : union(calendar.openings.flatMap(openingsInWeek));
    weeks.set(calendar, week);
  }
  return week;
}

function openingsInWeek(opening: Calendar['openings'][number]): Interval[] {
  const { from, to } = stretch(opening);
  return opening.days.flatMap((day) => {
    const midnight = weekdays.indexOf(day) * minutesPerDay;
    const end = midnight + to;
    if (end <= minutesPerWeek) return [{ from: midnight + from, to: end }];
    return [
      { from: midnight + from, to: minutesPerWeek },
      { from: 0, to: end - minutesPerWeek },
    ];
  });
}
