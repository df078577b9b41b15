/** Calendars for tests: one with what is given, and arbitrary ones. */
import fc from 'fast-check';
import { standardCalendar } from '../../flow/calendar.js';
import { weekdays } from '../../flow/calendar-zone.js';
import type { Calendar } from '../../flow/procedure.js';

export function aCalendar(properties: Partial<Calendar> = {}): Calendar {
  return { ...standardCalendar, ...properties };
}

export const zoneNames = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
];

/** Calendars with one to three opening lines, across midnight too, and a few closed dates around the changes of clocks. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom(...zoneNames),
    openings: fc.array(
      fc.record({
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
        to: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    closed: fc.subarray(['2026-03-29', '2026-03-28', '2026-10-25', '2026-12-31', '2027-01-01', '2026-11-02']),
  })
  .map((properties) => aCalendar(properties));

/** Instants around which clocks change, years end, and ordinary ones; in whole minutes. */
export const instants = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08T07:00Z',
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-12-31T23:00Z',
      '2026-04-04T15:00Z',
      '2026-11-23T12:00Z',
    ),
    fc.integer({ min: -4000, max: 4000 }),
  )
  .map(([around, shift]) => Date.parse(around) / 60_000 + shift);
