import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const flow = `role csm "CSM"
level one "First line" { owner csm action start "Start" -> done }
level two "Second line" { owner csm action "Go on" -> done }
resolution done { require "x" judged by csm }`;
const of = (triggers: string) => findingsOf(`${triggers}\n${flow}`, { rule: 'trigger/conflict' });
const places = async (triggers: string) => (await of(triggers)).map((finding) => finding.at);

const two = (a: string, b: string) => places(`trigger a { when ${a} -> one }\ntrigger b { when ${b} -> two }`);

describe('trigger/conflict', () => {
  it('fires on the later of two for the same cases that start in different places', async () => {
    const text = 'trigger low "Low" { when health-score < 40 -> one }\ntrigger bad "Bad" { when not health-score >= 40 -> two }';
    expect(await of(text)).toMatchObject([
      {
        level: 'warning',
        at: 'bad',
        element: 'bad',
        message:
          "'Bad' and 'Low' fire in exactly the same cases (e.g. health-score = 0), but one leads to 'Second line' and the other to 'First line'. Tell them apart, or keep one.",
        related: [{ at: 'low', message: 'Fires in the same cases.' }],
      },
    ]);
    expect(await two('"He cries" judged by csm', '"He cries" judged by csm')).toEqual(['b']);
    expect(await two('not (nps < 3 and churn-threat)', 'nps >= 3 or not churn-threat')).toEqual(['b']);
  });

  it('leaves alone cases that only overlap, one place, and conditions that never hold', async () => {
    expect(await two('health-score < 40', 'health-score < 60')).toEqual([]);
    expect(await two('health-score < 40', 'health-score <= 40')).toEqual([]);
    expect(await two('health-score < 40', 'health-score < 40 for 3 days')).toEqual([]);
    expect(await two('"He cries" judged by csm', '"She cries" judged by csm')).toEqual([]);
    expect(await two('nps < 3 and nps > 4', 'csat < 2 and csat > 3')).toEqual([]);
    expect(await places('trigger a { when nps < 3 -> one } trigger b { when nps < 3 -> one.start }')).toEqual([]);
  });
});
