import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/never',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/never', () => {
  it('fires on bounds that exclude each other, and names the clash', async () => {
    expect(await of('health-score < 40 and health-score > 60')).toMatchObject([
      {
        level: 'error',
        at: 'health-score < 40 and health-score > 60',
        element: 't',
        message:
          "This can never hold: 'health-score < 40' and 'health-score > 60' exclude each other. Change one of them, or join them with 'or'.",
        related: [{ at: 'health-score < 40' }, { at: 'health-score > 60' }],
      },
    ]);
    expect(await places('health-score < 40 and health-score >= 40')).toHaveLength(1);
    expect(await places('nps-answer > 9 and nps-answer < 10')).toHaveLength(1);
  });

  it('fires on thresholds that exclude each other', async () => {
    expect(await of('at-risk and health-score >= 70', 'threshold at-risk "At risk" when health-score < 60')).toMatchObject([
      {
        message:
          "This can never hold: 'at-risk' (health-score < 60) and 'health-score >= 70' exclude each other. Change one of them, or join them with 'or'.",
      },
    ]);
  });

  it('names the pair among several parts', async () => {
    expect(await of('nps < 0 and segment is smb and churn-threat and segment is enterprise')).toMatchObject([
      {
        message:
          "'nps < 0 and segment is smb and churn-threat and segment is enterprise' can never hold: 'segment is smb' and 'segment is enterprise' exclude each other. Change one of them, or join them with 'or'.",
      },
    ]);
  });

  it('says so when only all parts together do', async () => {
    expect(await of('(nps < 0 or churn-threat) and nps > 3 and not churn-threat')).toMatchObject([
      {
        message:
          "'(nps < 0 or churn-threat) and nps > 3 and not churn-threat' can never hold: each part can, but not all of them at once. Change one of them.",
      },
    ]);
  });

  it('fires on an alternative that never comes, at the alternative', async () => {
    expect(await places('nps < 0 or (health-score < 40 and health-score > 60)')).toEqual([
      'health-score < 40 and health-score > 60',
    ]);
  });

  it('fires on a band turned round, an impossible bound, and a text that contradicts itself', async () => {
    expect(await of('health-score between 60 and 40')).toMatchObject([
      { message: "'health-score between 60 and 40' can never hold: the lower bound goes first. Change it." },
    ]);
    expect(await places('health-score < 0')).toEqual(['health-score < 0']);
    expect(await places('"He cries" judged by csm and not "He cries" judged by csm')).toHaveLength(1);
  });

  it('fires on what was held and is not', async () => {
    expect(await places('health-score < 40 for 14 days and health-score > 60')).toHaveLength(1);
    expect(await places('sla-breaches >= 3 within 7 days and sla-breaches < 2 within 30 days')).toHaveLength(1);
  });

  it('leaves a bound out of range to its own rule, and a threshold to its declaration', async () => {
    expect(await places('nps > 120')).toEqual([]);
    expect(await places('off or nps < 3', 'threshold off when health-score < 40 and health-score > 60')).toEqual([
      'health-score < 40 and health-score > 60',
    ]);
  });

  it('leaves alone what can be', async () => {
    expect(await places('health-score <= 40 and health-score >= 40')).toEqual([]);
    expect(await places('health-score > 40 and health-score < 41')).toEqual([]);
    expect(await places('health-score < 40 and nps > 60')).toEqual([]);
    expect(await places('nps drops by 20 points within 90 days and nps rises by 20 points within 90 days')).toEqual([]);
    expect(await places('health-score < 60 and not health-score < 60 for 14 days')).toEqual([]);
    expect(await places('first-response-time > 4 h and first-response-time < 4 business hours')).toEqual([]);
    expect(await places('"He cries" judged by csm and not "She cries" judged by csm')).toEqual([]);
    expect(await places('loop', 'threshold loop when loop and nps < 3')).toEqual([]);
  });
});
