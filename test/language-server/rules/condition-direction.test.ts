import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/direction',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/direction', () => {
  it('fires on the good side, at the test', async () => {
    expect(await of('health-score > 80')).toMatchObject([
      {
        level: 'info',
        at: 'health-score > 80',
        element: 't',
        message:
          "'Health score' is worse when lower, but this trigger answers to the good side: 'health-score > 80'. Turn the comparison round, unless good news is meant.",
      },
    ]);
    expect(await places('first-response-time < 4 h for 3 days')).toEqual(['first-response-time < 4 h for 3 days']);
    expect(await places('nps rises by 20 points within 30 days')).toEqual(['nps rises by 20 points within 30 days']);
    expect(await places('not health-score < 40')).toEqual(['health-score < 40']);
    expect(await places('fine', 'threshold fine when health-score > 80')).toEqual(['fine']);
  });

  it('fires on an escalation, also for a severity', async () => {
    const text = `role csm severity s
level l { owner csm escalate when nps > 80 -> m for s { escalate when nps > 90 -> m } } level m { owner csm }`;
    expect(
      (await findingsOf(text, { rule: 'condition/direction' })).map(({ at, message }) => [
        at,
        message.includes('this escalation'),
      ]),
    ).toEqual([
      ['nps > 80', true],
      ['nps > 90', true],
    ]);
  });

  it('leaves alone the bad side, bands, and metrics without a bad side', async () => {
    expect(await places('health-score < 40 and first-response-time > 4 h and nps drops by 20 points within 30 days')).toEqual([]);
    expect(await places('health-score >= 40 and health-score < 60')).toEqual([]);
    expect(await places('health-score between 40 and 60')).toEqual([]);
    expect(await places('arr > 100 USD and time-to-renewal < 90 days')).toEqual([]);
    expect(await places('mood > 3', 'metric mood { score 0 to 7 }')).toEqual([]);
  });

  it('leaves alone what is meant to be good: goals, guards, requirements, de-escalations', async () => {
    const text = `sop a { goal nps > 80 } role csm
level l { owner csm deescalate when nps > 80 -> l action "A" when nps > 80 -> r } resolution r { require nps > 80 }`;
    expect(await findingsOf(text, { rule: 'condition/direction' })).toEqual([]);
  });
});
