import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (steps: string) =>
  findingsOf(
    `role agent "Agent" role lead "Lead" trigger call { when nps < 0 -> first }
level first { owner lead ${steps} } resolution done { require "x" judged by agent }`,
    { rule: 'people/four-eyes' },
  );
const out = '{ approved -> done rejected -> done }';

describe('people/four-eyes', () => {
  it('fires when the approver did the nearest action, by name or as the owner', async () => {
    expect(await of(`action work "Work" by lead notify agent approve pay "Pay" ${out}`)).toMatchObject([
      {
        level: 'warning',
        at: 'pay',
        message: "'Lead' approves 'Pay', but also does 'Work' right before it. Let somebody else approve, with 'by'.",
        related: [{ at: 'work', message: "'Work' is done by 'Lead'." }],
      },
    ]);
  });

  it('looks at every way, past what may be skipped, and through lanes', async () => {
    expect(await of(`action "x" by lead action "y" by agent when nps < 0 approve "Pay" by lead ${out}`)).toHaveLength(1);
    expect(
      await of(`decide "?" { "a" { action "x" by lead } otherwise { action "y" by agent } } approve "Pay" by lead ${out}`),
    ).toHaveLength(1);
    expect(
      await of(`parallel { lane "a" { action "x" by lead } lane "b" { action "y" by agent } } approve "Pay" by lead ${out}`),
    ).toHaveLength(1);
  });

  it('keeps quiet when somebody else did the nearest one', async () => {
    expect(await of(`action "x" by lead action "y" by agent approve "Pay" by lead ${out}`)).toEqual([]);
    expect(await of(`approve "Pay" by lead ${out}`)).toEqual([]);
  });

  it('keeps quiet about what only follows a rejection: no way comes by twice', async () => {
    expect(
      await of('action "x" by agent approve pay "Pay" by lead { approved -> done rejected { action "Again" by lead -> pay } }'),
    ).toEqual([]);
  });
});
