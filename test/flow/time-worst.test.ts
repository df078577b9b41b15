import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessMinutes, businessMinutesBetween, calendarNamed, startOfDate } from '../../flow/calendar.js';
import type { Duration } from '../../flow/procedure.js';
import { lengthText } from '../../flow/time-text.js';
import { countOf, isLonger, worstMinutes } from '../../flow/time-worst.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

const today = '2026-11-23';
const withSteps = (steps: string) =>
  procedureOf(
    `role dub { calendar dublin } role bos { calendar boston }
calendar dublin { timezone "Europe/Dublin" open mon to fri 09:00 to 17:00 closed 2026-12-25 }
calendar boston { timezone "America/New_York" open mon to thu 10:00 to 14:00, open sat 08:00 to 12:00 }
level first { owner dub ${steps} }`.replace('14:00, open', '14:00 open'),
  );

const amounts = [30, 60, 90, 120, 240, 480];

describe('worstMinutes', () => {
  it('is at least what a walk from every quarter of an hour finds', async () => {
    const step = fc.record({ minutes: fc.constantFrom(...amounts), kind: fc.constantFrom('clock', 'dub', 'bos') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('clock', 'dub', 'bos'),
        async (steps, promised) => {
          const written = [...steps, { minutes: 60, kind: promised }].map(
            ({ minutes, kind }) =>
              `action "a" by ${kind === 'bos' ? 'bos' : 'dub'} within ${minutes} ${kind === 'clock' ? '' : 'business '}min`,
          );
          const procedure = await withSteps(written.join('\n'));
          const durations = procedure.steps.flatMap(({ within }) => within ?? []);
          const takes = durations.slice(0, -1);
          const last = durations.at(-1);
          if (!last) throw new Error('no promise');
          const count = countOf(procedure, last);
          const add = (at: number, { business, calendar, minutes }: Duration): number =>
            business ? (addBusinessMinutes(calendarNamed(procedure, calendar), at, minutes) ?? at) : at + minutes;
          let walked = 0;
          const from = startOfDate('2026-11-30');
          for (let start = from; start < from + 7 * 1440; start += 15) {
            const end = takes.reduce(add, start);
            walked = Math.max(walked, count ? businessMinutesBetween(count, start, end) : end - start);
          }
          expect(worstMinutes(procedure, takes, count, today)).toBeGreaterThanOrEqual(walked - 1e-3);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts closed dates of the coming year', async () => {
    const procedure = await withSteps('action "a" within 1 business h');
    const [takes] = procedure.steps.flatMap(({ within }) => within ?? []);
    // From Thursday 24 December 17:00 to Monday 28 December 10:00.
    expect(takes && worstMinutes(procedure, [takes], null, today)).toBe(89 * 60);
    // From Friday to Monday, and the hour that clocks are put back in October.
    expect(takes && worstMinutes(procedure, [takes], null, '2027-01-10')).toBe(66 * 60);
  });

  it('adds up what is counted alike', async () => {
    const procedure = await withSteps('action "a" within 1 business day action "b" within 3 business h');
    const [first, second] = procedure.steps.flatMap(({ within }) => within ?? []);
    if (!first || !second) throw new Error('no durations');
    expect(worstMinutes(procedure, [first, second], countOf(procedure, first), today)).toBe(11 * 60);
    expect(isLonger(procedure, first, second, today)).toBe(true);
    expect(isLonger(procedure, second, first, today)).toBe(false);
    expect(isLonger(procedure, first, first, today)).toBe(false);
  });
});

describe('lengthText', () => {
  it('stays in the unit of the promise where that is round, else takes a smaller one', async () => {
    const { calendars } = await withSteps('action "a" within 1 business h');
    const dublin = calendars.find(({ name }) => name === 'dublin') ?? null;
    expect(lengthText(660, 'hour', dublin)).toBe('11 business hours');
    expect(lengthText(480, 'day', dublin)).toBe('1 business day');
    expect(lengthText(500, 'day', dublin)).toBe('8.33 business hours');
    expect(lengthText(30, 'hour', dublin)).toBe('30 business min');
    expect(lengthText(4440, 'day', null)).toBe('74 h');
    expect(lengthText(4 * 1440, 'day', null)).toBe('4 days');
    expect(lengthText(253.5 * 60, 'week', null)).toBe('10 days 13.5 h');
    expect(lengthText(253.5 * 60, 'hour', null)).toBe('253.5 h');
    expect(lengthText(10.5 * 1440, 'week', null)).toBe('1.5 weeks');
    expect(lengthText(1590, 'hour', null)).toBe('26.5 h');
    expect(lengthText(125, 'minute', null)).toBe('2 h 5 min');
  });
});
