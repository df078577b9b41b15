import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessMinutes, businessMinutesBetween, standardCalendar } from '../../flow/calendar.js';
import { businessUnits, minutesOf } from '../../flow/calendar-minutes.js';
import {
  leastBusinessTime,
  longestClockTime,
  longestClockTimeInYear,
  mostBusinessTime,
  mostBusinessTimeInYear,
} from '../../flow/calendar-worst.js';
import { aCalendar, calendars } from './a-calendar.js';

const monday = Date.parse('2026-11-23T00:00Z') / 60_000;

describe('the units of business time', () => {
  it('are eight hours a day and forty a week where nothing else is said', () => {
    expect(businessUnits(standardCalendar)).toEqual({ day: 480, week: 2400 });
    expect(minutesOf(2, 'day', true, null)).toBe(960);
    expect(minutesOf(1, 'month', true, null)).toBeCloseTo(2400 * (30 / 7));
    expect(minutesOf(1, 'month', false, null)).toBe(43_200);
    expect(minutesOf(4, 'hour', true, null)).toBe(240);
  });
  it('take the mean of the open days', () => {
    const short = aCalendar({
      openings: [
        { days: ['mon', 'tue'], from: 540, to: 1020 },
        { days: ['fri'], from: 540, to: 780 },
      ],
    });
    expect(businessUnits(short)).toEqual({ day: 400, week: 1200 });
  });
  it('count a night shift on the day it begins, and openings that overlap once', () => {
    expect(businessUnits(aCalendar({ openings: [{ days: ['sun'], from: 1320, to: 360 }] }))).toEqual({ day: 480, week: 480 });
    const twice = aCalendar({
      openings: [
        { days: ['mon'], from: 540, to: 720 },
        { days: ['mon'], from: 600, to: 780 },
      ],
    });
    expect(businessUnits(twice)).toEqual({ day: 240, week: 240 });
  });
  it('are those of the clock when it is always open, and the standard ones when nothing is known', () => {
    expect(businessUnits(aCalendar({ always: true, openings: [] }))).toEqual({ day: 1440, week: 10_080 });
    expect(businessUnits(aCalendar({ openings: [] }))).toEqual({ day: 480, week: 2400 });
  });
});

describe('the worst moment to start', () => {
  it('is Friday evening for a business hour', () => {
    expect(longestClockTime(standardCalendar, 60)).toEqual({ minutes: 65 * 60, start: 4 * 1440 + 17 * 60 });
  });
  it('is Friday evening for eight business hours, too', () => {
    expect(longestClockTime(standardCalendar, 480)).toEqual({ minutes: 72 * 60, start: 4 * 1440 + 17 * 60 });
  });
  it('is an opening for clock time', () => {
    expect(mostBusinessTime(standardCalendar, 24 * 60)?.minutes).toBe(480);
    expect(mostBusinessTime(standardCalendar, 25 * 60)?.minutes).toBe(540);
    expect(leastBusinessTime(standardCalendar, 24 * 60)?.minutes).toBe(0);
    expect(leastBusinessTime(standardCalendar, 65 * 60)?.minutes).toBe(60);
  });
  it('does not matter when it is always open', () => {
    const always = aCalendar({ always: true, openings: [] });
    expect(longestClockTime(always, 600)?.minutes).toBe(600);
    expect(mostBusinessTime(always, 600)?.minutes).toBe(600);
  });
  it('is unknown without openings', () => {
    const silent = aCalendar({ openings: [] });
    expect(longestClockTime(silent, 60)).toBeNull();
    expect(mostBusinessTime(silent, 60)).toBeNull();
    expect(longestClockTimeInYear(silent, 60, '2026-11-23')).toBeNull();
    expect(mostBusinessTimeInYear(silent, 60, '2026-11-23')).toBeNull();
  });
  it('is the evening before Christmas in a year with closed dates', () => {
    const london = aCalendar({ zone: 'Europe/London', closed: ['2026-12-25', '2026-12-28'] });
    const worst = longestClockTimeInYear(london, 60, '2026-11-23');
    expect(worst).toEqual({ minutes: (5 * 24 - 7) * 60, start: Date.parse('2026-12-24T17:00Z') / 60_000 });
  });
  it('gains an hour in the weekend in which clocks go back', () => {
    const london = aCalendar({ zone: 'Europe/London' });
    expect(longestClockTimeInYear(london, 60, '2026-11-23')?.minutes).toBe(66 * 60);
  });
  it('is no better than any start of a typical week, and reached by one', () => {
    fc.assert(
      fc.property(
        calendars.map((calendar) => ({ ...calendar, zone: 'UTC', closed: [] })),
        fc.integer({ min: 1, max: 15_000 }),
        (calendar, minutes) => {
          let longest = 0;
          let most = 0;
          for (let start = monday; start < monday + 10_080; start += 15) {
            longest = Math.max(longest, (addBusinessMinutes(calendar, start, minutes) ?? 0) - start);
            most = Math.max(most, businessMinutesBetween(calendar, start, start + minutes));
          }
          const worst = longestClockTime(calendar, minutes);
          expect(worst?.minutes).toBeGreaterThanOrEqual(longest);
          // Starts are looked at every quarter of an hour, when everything opens and closes.
          expect(worst?.minutes).toBe(longest);
          expect(mostBusinessTime(calendar, minutes)?.minutes).toBeGreaterThanOrEqual(most);
        },
      ),
      { numRuns: 40 },
    );
  });
});
