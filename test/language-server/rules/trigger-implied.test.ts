import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const flow = `role csm "CSM"
level one "First line" { owner csm action start "Start" -> done }
level two "Second line" { owner csm action "Go on" -> done }
resolution done { require "x" judged by csm }`;
const of = (triggers: string) => findingsOf(`${triggers}\n${flow}`, { rule: 'trigger/implied' });
const places = async (triggers: string) => (await of(triggers)).map((finding) => finding.at);

const two = (a: string, b: string) => places(`trigger a { when ${a} -> one }\ntrigger b { when ${b} -> one }`);

describe('trigger/implied', () => {
  it('fires on the narrower of two with one target', async () => {
    const text =
      'trigger worst "Very low" { when health-score < 40 -> one }\ntrigger low "Low" { when health-score < 60 -> one }';
    expect(await of(text)).toMatchObject([
      {
        level: 'warning',
        at: 'worst',
        element: 'worst',
        message:
          "'Very low' can only fire when 'Low' does (health-score < 60), and both lead to 'First line'. Leave it out, send it elsewhere, or narrow the other.",
        related: [{ at: 'low', message: 'Fires in all its cases.' }],
      },
    ]);
  });

  it('fires with thresholds, windows and judged texts', async () => {
    expect(
      await places(
        'threshold low when health-score < 60 trigger a { when low and nps < 3 -> one } trigger b { when health-score <= 60 -> one }',
      ),
    ).toEqual(['a']);
    expect(await two('health-score < 40 for 14 days', 'health-score < 60 for 14 days')).toEqual(['a']);
    expect(await two('health-score < 60', 'health-score < 60 for 14 days')).toEqual(['b']);
    expect(await two('sla-breaches >= 3 within 7 days', 'sla-breaches >= 3 within 30 days')).toEqual(['a']);
    expect(await two('"He cries" judged by csm and nps < 3', '"He cries" judged by csm')).toEqual(['a']);
    expect(await two('first-response-time > 4 business hours', 'first-response-time > 4 h')).toEqual(['a']);
  });

  it('fires on the later of two that hold in the same cases', async () => {
    expect(await two('health-score < 60', 'not health-score >= 60')).toEqual(['b']);
  });

  it('takes a level and its first step for one target', async () => {
    expect(await places('trigger a { when nps < 3 -> one } trigger b { when nps < 2 -> one.start }')).toEqual(['b']);
  });

  it('leaves alone what fires in other cases, or leads elsewhere', async () => {
    expect(await two('health-score < 60', 'nps < 3')).toEqual([]);
    expect(await two('health-score < 60 and nps < 3', 'health-score < 40')).toEqual([]);
    expect(await two('health-score < 60 for 7 days', 'nps < 60 for 14 days')).toEqual([]);
    expect(await two('"He cries" judged by csm', '"She cries" judged by csm')).toEqual([]);
    expect(await two('arr > 90000 USD', 'health-score < 3')).toEqual([]);
    expect(await places('trigger a { when nps < 3 -> one } trigger b { when nps < 2 -> two }')).toEqual([]);
    expect(await two('nps < 3 and nps > 4', 'nps < 3')).toEqual([]);
  });
});
