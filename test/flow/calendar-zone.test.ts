import { describe, expect, it } from 'vitest';
import { instantAt, knownZone, offsetAt } from '../../flow/calendar-zone.js';

const shown = (instant: number) => `${new Date(instant * 60_000).toISOString().slice(0, 16)}Z`;

describe('local time as an instant', () => {
  it('counts from midnight of the zone', () => {
    expect(shown(instantAt('Europe/London', '2026-07-01', 17 * 60))).toBe('2026-07-01T16:00Z');
    expect(shown(instantAt('Europe/London', '2026-12-01', 17 * 60))).toBe('2026-12-01T17:00Z');
    expect(shown(instantAt('Asia/Singapore', '2026-12-01', 60))).toBe('2026-11-30T17:00Z');
    expect(shown(instantAt(null, '2026-12-01', 1440))).toBe('2026-12-02T00:00Z');
  });
  it('takes the first of the hour that comes twice', () => {
    expect(shown(instantAt('Europe/London', '2026-10-25', 90))).toBe('2026-10-25T00:30Z');
    expect(shown(instantAt('Europe/London', '2026-10-25', 120))).toBe('2026-10-25T02:00Z');
  });
  it('takes the change of clocks for the hour that never comes', () => {
    expect(shown(instantAt('Europe/London', '2026-03-29', 59))).toBe('2026-03-29T00:59Z');
    expect(shown(instantAt('Europe/London', '2026-03-29', 90))).toBe('2026-03-29T01:00Z');
    expect(shown(instantAt('Europe/London', '2026-03-29', 120))).toBe('2026-03-29T01:00Z');
    expect(shown(instantAt('Europe/London', '2026-03-29', 150))).toBe('2026-03-29T01:30Z');
  });
  it('knows the days around a change of clocks', () => {
    expect(shown(instantAt('America/New_York', '2026-03-08', 9 * 60))).toBe('2026-03-08T13:00Z');
    expect(shown(instantAt('America/New_York', '2026-03-07', 9 * 60))).toBe('2026-03-07T14:00Z');
    expect(shown(instantAt('America/New_York', '2026-03-09', 9 * 60))).toBe('2026-03-09T13:00Z');
    expect(shown(instantAt('Australia/Lord_Howe', '2026-04-05', 12 * 60))).toBe('2026-04-05T01:30Z');
  });
  it('is UTC in a zone that nobody knows', () => {
    expect(knownZone('Europe/Londn')).toBe('UTC');
    expect(offsetAt('Europe/Londn', 0)).toBe(0);
  });
});
