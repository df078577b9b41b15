import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (severities: string, level = '') =>
  findingsOf(
    `role agent ${severities} level first "First" { owner agent ${level} action "a" -> done } resolution done { require "x" judged by agent }`,
    {
      rule: 'time/business-hours',
    },
  );

describe('time/business-hours', () => {
  it('fires on business time of the most severe severity', async () => {
    expect(
      await of(
        'severity bad "Bad" { respond within 4 business hours resolve within 2 days } severity good { respond within 4 business hours }',
      ),
    ).toMatchObject([
      {
        level: 'warning',
        at: 'respond',
        message:
          "The time to respond for 'Bad', 4 business hours, stands still out of hours, though no severity is higher. Promise clock time, such as 4 hours.",
        related: [],
      },
    ]);
  });

  it('fires on a level for it', async () => {
    expect(
      await of(
        'severity bad "Bad" severity good',
        'for bad, good { resolve within 1 business day } for good { respond within 1 business day }',
      ),
    ).toMatchObject([
      {
        at: 'resolve',
        message: expect.stringMatching(/^The time to resolve for 'Bad' in 'First', 1 business day, stands still/),
      },
    ]);
  });

  it('keeps quiet about cadences, clock time, and what a level promises to all', async () => {
    expect(
      await of(
        'severity bad { update agent every 4 business hours respond within 4 h }',
        'resolve within 1 business day for bad { update agent every 1 business h }',
      ),
    ).toEqual([]);
  });
});
