import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (first: string, more = '') =>
  findingsOf(
    `role agent "Agent" { calendar office } calendar office { timezone "UTC" open mon to fri 09:00 to 17:00 }
severity bad "Bad" { when nps < 0 } severity good "Good"
level first "First" { owner agent ${first} action "a" -> done } level top "Top" { owner agent action "z" -> done }
resolution done { require "x" judged by agent } ${more}`,
    { rule: 'time/late-escalation' },
  );

describe('time/late-escalation', () => {
  it('fires when the escalation comes after the time to resolve', async () => {
    expect(await of('resolve within 4 h escalate after 5 h -> top')).toMatchObject([
      {
        level: 'warning',
        at: 'escalate',
        message: "'First' must resolve within 4 h, but escalates only after 5 h. Escalate by then at the latest.",
        related: [{ at: 'resolve', message: 'Resolve within 4 h.' }],
      },
    ]);
  });

  it('fires when there is none though there is a higher level', async () => {
    expect(await of('resolve within 4 h escalate when nps < 0 -> top')).toMatchObject([
      {
        at: 'resolve',
        message: "'First' must resolve within 4 h, but does not say what happens if that fails. Add escalate after 4 h -> top.",
        related: [{ at: 'top', message: "'Top' is the next level." }],
      },
    ]);
  });

  it('fires for a severity that resolves sooner', async () => {
    expect(await of('for bad { resolve within 1 h } resolve within 4 h escalate after 4 h -> top')).toMatchObject([
      {
        at: 'escalate',
        message: expect.stringMatching(/^For 'Bad', 'First' must resolve within 1 h, but escalates only after 4 h\./),
      },
    ]);
    expect(
      await of('for bad { resolve within 1 h escalate after 1 h -> top } resolve within 4 h escalate after 4 h -> top'),
    ).toEqual([]);
  });

  it('compares business and clock time', async () => {
    expect(await of('resolve within 8 h escalate after 8 business h -> top')).toHaveLength(1);
    expect(await of('resolve within 8 business h escalate after 8 h -> top')).toEqual([]);
  });

  it('keeps quiet about the top level, and a level without a time to resolve', async () => {
    expect(await of('escalate after 9 h -> top')).toEqual([]);
    expect(
      await of(
        'resolve within 4 h escalate after 4 h -> top',
        'level beyond { owner agent resolve within 1 h action "b" -> done }',
      ),
    ).toEqual([]);
  });
});
