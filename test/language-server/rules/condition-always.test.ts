import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/always',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/always', () => {
  it('fires on a condition that every value satisfies', async () => {
    expect(await of('health-score >= 0')).toMatchObject([
      {
        level: 'warning',
        at: 'health-score >= 0',
        element: 't',
        message:
          "'health-score >= 0' always holds, so it decides nothing: 'Health score' goes from 0 to 100. Leave it out, or narrow it.",
      },
    ]);
    expect(await of('nps < 0 or nps >= 0')).toMatchObject([
      {
        message:
          "'nps < 0 or nps >= 0' always holds, so it decides nothing: every case satisfies it. Leave it out, or narrow it.",
      },
    ]);
  });

  it('fires on a part that takes nothing away, at the part', async () => {
    expect(await places('nps < 0 and (churn-threat or not churn-threat)')).toEqual(['churn-threat or not churn-threat']);
    expect(await places('not (health-score < 40 and health-score > 60)')).toEqual([
      'not (health-score < 40 and health-score > 60)',
    ]);
  });

  it('knows that the last severity is the least there is', async () => {
    const severities = 'severity a { when nps < 3 } severity b';
    expect(await places('severity is at least b and nps < 2', severities)).toEqual(['severity is at least b']);
    expect(await places('severity is at least a and nps < 2', severities)).toEqual([]);
    expect(await places('severity is at least b and nps < 2', 'severity a { when nps < 3 } severity b { when nps < 4 }')).toEqual(
      [],
    );
  });

  it('leaves a bound out of range to its own rule', async () => {
    expect(await places('csat >= 0')).toEqual([]);
  });

  it('leaves alone what can fail', async () => {
    expect(await places('health-score > 0')).toEqual([]);
    expect(await places('nps < 0 or nps > 0')).toEqual([]);
    expect(await places('churn-threat')).toEqual([]);
    expect(await places('health-score < 40 for 14 days or health-score >= 40 for 14 days')).toEqual([]);
  });
});
