import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (first: string, header = '') =>
  findingsOf(
    `sop help "Help" { ${header} } role agent severity bad "Bad" { when nps < 0 } severity good
level first "First" { owner agent ${first} action "a" -> done }
resolution done { require "x" judged by agent }`,
    { rule: 'time/cadence' },
  );

describe('time/cadence', () => {
  it('fires on an update that would come after the end', async () => {
    expect(await of('resolve within 4 h update agent every 5 h')).toMatchObject([
      {
        level: 'warning',
        at: 'update',
        message:
          "'First' promises an update every 5 h, but to resolve within 4 h: no update would ever be sent. Send updates more often, or promise more time to resolve.",
        related: [{ at: 'resolve', message: 'Resolve within 4 h.' }],
      },
    ]);
  });

  it('fires for a severity that resolves sooner, at the update', async () => {
    expect(await of('for bad { resolve within 1 h } resolve within 8 h update agent every 4 h')).toMatchObject([
      {
        at: 'update',
        message: expect.stringMatching(/^For 'Bad', 'First' promises an update every 4 h, but to resolve within 1 h/),
      },
    ]);
    expect(
      await of('for bad { resolve within 1 h update agent every 30 min } resolve within 8 h update agent every 4 h'),
    ).toEqual([]);
  });

  it('holds it against the header where there is nothing nearer', async () => {
    expect(await of('update agent every 3 days', 'resolve within 2 days')).toHaveLength(1);
  });

  it('keeps quiet about other forms, equal times, and no time to resolve', async () => {
    expect(await of('resolve within 4 h update agent every 4 h update agent once within 9 h')).toEqual([]);
    expect(await of('update agent every 9 days')).toEqual([]);
  });
});
