import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const flow = `role csm "CSM"
level one "First line" { owner csm action start "Start" -> done }
level two "Second line" { owner csm action "Go on" -> done }
resolution done { require "x" judged by csm }`;
const of = (triggers: string) => findingsOf(`${triggers}\n${flow}`, { rule: 'trigger/judgement-only' });
const places = async (triggers: string) => (await of(triggers)).map((finding) => finding.at);

describe('trigger/judgement-only', () => {
  it('fires on a trigger that nothing measures and no example shows', async () => {
    expect(await of('trigger cry "Complaint" { when "He cries" judged by csm -> one }')).toMatchObject([
      {
        level: 'info',
        at: 'cry',
        element: 'cry',
        message:
          "'Complaint' rests on judgement alone, with nothing to measure and no example. Add a test, such as 'first-response-time > 4 h', or an 'example \"…\"' of a case.",
      },
    ]);
    expect(await places('trigger cry { when "He cries" judged by csm or not ("She cries" for 3 days) -> one }')).toEqual(['cry']);
    expect(await places('trigger cry { when "He cries" judged by csm not example "He sighs" -> one }')).toEqual(['cry']);
    expect(await of('trigger cry "Cry" { -> one }')).toMatchObject([
      {
        message:
          "'Cry' says neither when it fires nor gives an example. Add a test, such as 'first-response-time > 4 h', or an 'example \"…\"' of a case.",
      },
    ]);
  });

  it('leaves alone a trigger with a test or an example', async () => {
    expect(await places('trigger cry { when "He cries" judged by csm example "In an email" -> one }')).toEqual([]);
    expect(await places('trigger cry { when "He cries" judged by csm and churn-threat -> one }')).toEqual([]);
    expect(await places('trigger cry { when "He cries" judged by csm or low -> one } threshold low when nps < 3')).toEqual([]);
  });
});
