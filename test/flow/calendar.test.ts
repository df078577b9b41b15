import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  isOpen,
  nextOpening,
  openingsBetween,
  openingsOfWeek,
  opensOn,
  standardCalendar,
  subtractBusinessMinutes,
} from '../../flow/calendar.js';
import { isoDate, localTime, weekdays } from '../../flow/calendar-zone.js';
import type { Calendar } from '../../flow/procedure.js';
import { aCalendar, calendars, instants } from './a-calendar.js';

const at = (iso: string) => Date.parse(iso) / 60_000;
const shown = (instant: number | null) => (instant === null ? null : `${new Date(instant * 60_000).toISOString().slice(0, 16)}Z`);

const london = aCalendar({
  zone: 'Europe/London',
  openings: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 540, to: 1050 }],
  closed: ['2026-12-25', '2026-12-28'],
});
const nights = aCalendar({
  zone: 'UTC',
  openings: [{ days: ['mon', 'tue'], from: 22 * 60, to: 6 * 60 }],
  closed: ['2026-11-24'],
});
const always = aCalendar({ always: true, openings: [] });
const silent = aCalendar({ openings: [] });

describe('open hours', () => {
  it('are Monday to Friday 09:00 to 17:00 UTC where nothing else is said', () => {
    expect(isOpen(standardCalendar, at('2026-11-23T09:00Z'))).toBe(true);
    expect(isOpen(standardCalendar, at('2026-11-23T16:59Z'))).toBe(true);
    expect(isOpen(standardCalendar, at('2026-11-23T17:00Z'))).toBe(false);
    expect(isOpen(standardCalendar, at('2026-11-22T12:00Z'))).toBe(false);
  });
  it('follow daylight saving of the zone', () => {
    expect(shown(nextOpening(london, at('2026-10-23T20:00Z')))).toBe('2026-10-26T09:00Z');
    expect(shown(nextOpening(london, at('2026-10-22T20:00Z')))).toBe('2026-10-23T08:00Z');
  });
  it('leave out closed dates', () => {
    expect(shown(nextOpening(london, at('2026-12-24T18:00Z')))).toBe('2026-12-29T09:00Z');
    expect(opensOn(london, '2026-12-25')).toBe(false);
    expect(opensOn(london, '2026-12-24')).toBe(true);
    expect(opensOn(london, '2026-12-26')).toBe(false);
  });
  it('of a night shift belong to the date it begins on', () => {
    expect(
      openingsBetween(nights, at('2026-11-23T00:00Z'), at('2026-11-30T00:00Z')).map(({ from, to }) => [shown(from), shown(to)]),
    ).toEqual([['2026-11-23T22:00Z', '2026-11-24T06:00Z']]);
  });
  it('cross the turn of the year', () => {
    const shift = aCalendar({ openings: [{ days: ['thu'], from: 22 * 60, to: 6 * 60 }] });
    expect(shown(addBusinessMinutes(shift, at('2026-12-31T23:00Z'), 180))).toBe('2027-01-01T02:00Z');
  });
  it('never end for a calendar that is always open', () => {
    expect(shown(addBusinessMinutes(always, at('2026-12-31T23:00Z'), 1440))).toBe('2027-01-01T23:00Z');
    expect(businessMinutesBetween(always, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toBe(365 * 1440);
  });
  it('run from noon to noon where an opening ends when it begins', () => {
    const round = aCalendar({ openings: [{ days: ['mon'], from: 720, to: 720 }] });
    expect(isOpen(round, at('2026-11-24T11:59Z'))).toBe(true);
    expect(isOpen(round, at('2026-11-24T12:00Z'))).toBe(false);
  });
  it('are unknown, not an error, without any opening', () => {
    expect(isOpen(silent, 0)).toBe(false);
    expect(nextOpening(silent, 0)).toBeNull();
    expect(addBusinessMinutes(silent, 0, 60)).toBeNull();
    expect(businessMinutesBetween(silent, 0, 1000)).toBe(0);
  });
  it('are those of UTC in a zone that nobody knows', () => {
    expect(isOpen(aCalendar({ zone: 'Mars/Olympus' }), at('2026-11-23T09:00Z'))).toBe(true);
  });
  it('survive numbers that are no instants', () => {
    expect(addBusinessMinutes(london, Number.NaN, 60)).toBeNull();
    expect(nextOpening(london, Number.POSITIVE_INFINITY)).toBeNull();
    expect(addBusinessMinutes(london, at('2026-11-23T09:00Z'), 1e12)).toBeNull();
  });
  it('of a week leave closed dates out of account and show the side of daylight saving', () => {
    const monday = (date: string) => openingsOfWeek(london, date)[0];
    expect(monday('2026-12-28')).toEqual({ from: 540, to: 1050 });
    expect(monday('2026-06-01')).toEqual({ from: 480, to: 990 });
  });
});

describe('business time', () => {
  it('runs backwards as it runs forwards', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 5000 }), (calendar, from, minutes) => {
        const end = addBusinessMinutes(calendar, from, minutes);
        const back = end === null ? null : subtractBusinessMinutes(calendar, end, minutes);
        if (end === null || back === null) return;
        expect(back).toBeGreaterThanOrEqual(from);
        expect(addBusinessMinutes(calendar, back, minutes)).toBe(end);
      }),
    );
  });
  it('ends at the closing minute when the day is just used up', () => {
    expect(shown(addBusinessMinutes(london, at('2026-11-23T09:00Z'), 510))).toBe('2026-11-23T17:30Z');
    expect(shown(addBusinessMinutes(london, at('2026-11-23T09:00Z'), 511))).toBe('2026-11-24T09:01Z');
  });
  it('waits for the opening even when nothing is added', () => {
    expect(shown(addBusinessMinutes(london, at('2026-11-22T09:00Z'), 0))).toBe('2026-11-23T09:00Z');
  });

  /** Local clock and calendar only: what a person with a list of openings would do, minute by minute. */
  function openByTheClock(calendar: Calendar, instant: number): boolean {
    const local = DateTime.fromMillis(instant * 60_000, { zone: calendar.zone ?? 'UTC' });
    const minute = local.hour * 60 + local.minute;
    const today = { date: local.toISODate(), weekday: weekdays[local.weekday - 1] };
    const yesterday = {
      date: isoDate(Math.floor(Date.parse(`${today.date}T00:00Z`) / 86_400_000) - 1),
      weekday: weekdays[(local.weekday + 5) % 7],
    };
    return calendar.openings.some((opening) => {
      const over = opening.to <= opening.from;
      const begins = (day: { date: string | null; weekday: string | undefined }) =>
        opening.days.some((name) => name === day.weekday) && !calendar.closed.includes(day.date ?? '');
      return (
        (begins(today) && minute >= opening.from && (over || minute < opening.to)) ||
        (over && begins(yesterday) && minute < opening.to)
      );
    });
  }

  it('agrees with a minute-by-minute simulation', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 300 }), (calendar, start, minutes) => {
        let simulated: number | null = null;
        let left = minutes;
        let open = 0;
        for (let now = start; now < start + 1500; now++) {
          const here = openByTheClock(calendar, now);
          expect(isOpen(calendar, now)).toBe(here);
          if (simulated === null && left === 0 && (here || (now > start && openByTheClock(calendar, now - 1)))) simulated = now;
          if (here) {
            open++;
            if (left > 0) left--;
          }
        }
        expect(businessMinutesBetween(calendar, start, start + 1500)).toBe(open);
        const added = addBusinessMinutes(calendar, start, minutes);
        const closing = minutes === 0 && added === start && !isOpen(calendar, start);
        if (simulated !== null && !closing) expect(added).toBe(simulated);
        else if (!closing) expect(added === null || added >= start + 1499).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
  it('never runs backwards: a later start or more minutes never end earlier', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(5000), fc.nat(20_000), fc.nat(5000), (calendar, start, later, minutes, more) => {
        const end = addBusinessMinutes(calendar, start, minutes) ?? 0;
        expect(end).toBeGreaterThanOrEqual(start);
        expect(addBusinessMinutes(calendar, start + later, minutes)).toBeGreaterThanOrEqual(end);
        expect(addBusinessMinutes(calendar, start, minutes + more)).toBeGreaterThanOrEqual(end);
      }),
    );
  });
  it('never lands outside open hours, and has used exactly what was added', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(200_000), (calendar, start, minutes) => {
        const end = addBusinessMinutes(calendar, start, minutes) ?? 0;
        expect(isOpen(calendar, end) || isOpen(calendar, end - 1)).toBe(true);
        expect(businessMinutesBetween(calendar, start, end)).toBe(minutes);
      }),
    );
  });
  it('finds the next opening: open there, closed until then', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, start) => {
        const next = nextOpening(calendar, start) ?? 0;
        expect(isOpen(calendar, next)).toBe(true);
        expect(businessMinutesBetween(calendar, start, next)).toBe(0);
      }),
    );
  });
  it('tells local time as clocks do', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, instant) => {
        const local = DateTime.fromMillis(instant * 60_000, { zone: calendar.zone ?? 'UTC' });
        expect(localTime(calendar.zone, instant)).toEqual({
          date: local.toISODate(),
          weekday: weekdays[local.weekday - 1],
          minute: local.hour * 60 + local.minute,
        });
      }),
    );
  });
});
