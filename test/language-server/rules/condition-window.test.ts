import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/window',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/window', () => {
  it('fires on a change without a time', async () => {
    expect(await of('nps drops by 20 points')).toMatchObject([
      {
        level: 'warning',
        at: 'nps drops by 20 points',
        element: 't',
        message: "'nps drops by 20 points' does not say in which time. Add it, such as 'within 90 days'.",
      },
    ]);
    expect(await of('nps rises by 20 points for 30 days')).toMatchObject([
      {
        message:
          "'nps rises by 20 points' is a change, which happens within a time and is not held for one. Write 'within 30 days'.",
      },
    ]);
  });

  it('fires on a window over what neither counts nor changes, at the window', async () => {
    expect(await of('health-score < 40 within 14 days')).toMatchObject([
      {
        at: 'within 14 days',
        message:
          "'health-score < 40' neither counts nor changes, so 'within 14 days' says nothing about it. Leave it out, or write 'for 14 days' if it must hold that long.",
      },
    ]);
    expect(await places('"He cries" judged by csm within 3 days')).toEqual(['within 3 days']);
    expect(await places('churn-threat within 3 days')).toEqual(['within 3 days']);
    expect(await places('low within 3 days', 'threshold low when health-score < 40')).toEqual(['within 3 days']);
  });

  it('says in the guard of a step that a limit goes before it', async () => {
    const text = 'role csm\nlevel l { owner csm action "Call" when health-score < 40 within 1 h }';
    expect(await findingsOf(text, { rule: 'condition/window' })).toMatchObject([
      {
        at: 'within 1 h',
        element: 'l.action:call',
        message:
          "'within 1 h' belongs to the condition before it here, but 'health-score < 40' neither counts nor changes. If it is the step's limit, put it before 'when'.",
      },
    ]);
  });

  it('leaves alone counts, changes and what they are grouped in', async () => {
    expect(await places('sla-breaches >= 3 within 30 days or nps drops by 20 points within 90 days')).toEqual([]);
    expect(await places('(nps drops by 20 points) within 90 days')).toEqual([]);
    expect(await places('often within 3 days', 'threshold often when sla-breaches > 3')).toEqual([]);
    expect(await places('health-score < 40 for 14 days')).toEqual([]);
    const guard = 'role csm\nlevel l { owner csm action "Call" within 1 h when health-score < 40 }';
    expect(await findingsOf(guard, { rule: 'condition/window' })).toEqual([]);
  });
});
