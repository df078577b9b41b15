import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (levels: string) =>
  findingsOf(`role agent ${levels} resolution done { require "x" judged by agent }`, { rule: 'flow/endless' });

describe('flow/endless', () => {
  it('fires on a loop that nothing ends, where it goes back', async () => {
    expect(await of('level first { owner agent action a "A" action b "B" notify agent "C" -> a }')).toMatchObject([
      {
        level: 'error',
        at: 'notify',
        message:
          "'C' goes back to 'A' for ever: A → B → C → A. Put a decision, an approval, a wait or a condition into the loop, or lead out of it.",
        related: [{ at: 'a', message: "It goes back to 'A'." }],
      },
    ]);
  });

  it('fires across levels, on a step that leads to itself, and through lanes', async () => {
    expect(
      await of('level first { owner agent action a "A" -> second } level second { owner agent action b "B" -> first }'),
    ).toMatchObject([{ at: 'b' }]);
    expect(await of('level first { owner agent action a "A" -> a }')).toMatchObject([
      { message: expect.stringContaining("'A' goes back to itself for ever: A → A.") },
    ]);
    expect(await of('level first { owner agent parallel p "P" { lane "x" { action "A" } } action b "B" -> p }')).toMatchObject([
      { at: 'b' },
    ]);
  });

  it('keeps quiet when something in it can let go', async () => {
    for (const step of [
      'decide "?" { "x" -> done otherwise {} }',
      'approve "?" by agent { approved -> done rejected {} }',
      'wait "x" up to 1 h else -> done',
      'action "x" when nps < 0',
    ]) {
      expect(await of(`level first { owner agent action a "A" ${step} action b "B" -> a }`)).toEqual([]);
    }
  });

  it('keeps quiet about escalations back and forth', async () => {
    expect(
      await of(
        'level first { owner agent escalate after 1 h -> second action "A" -> done } level second { owner agent deescalate when nps > 0 -> first action "B" -> done }',
      ),
    ).toEqual([]);
  });
});
