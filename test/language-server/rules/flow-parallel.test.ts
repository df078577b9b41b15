import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (first: string, more = '') =>
  findingsOf(`role agent level first { owner agent ${first} } resolution done { require "x" judged by agent } ${more}`, {
    rule: 'flow/parallel',
  });

describe('flow/parallel', () => {
  it('fires on a jump out of a lane, at its target', async () => {
    expect(
      await of(
        'parallel both "Both" { lane "One" { decide "?" { "Yes" -> later otherwise {} } } lane "Two" { action "b" } } action later "Later" -> done',
      ),
    ).toMatchObject([
      {
        level: 'error',
        at: 'later',
        message:
          "The jump to 'Later' leaves the lane 'One' while the other lanes go on. Let the lane end, and decide after the 'parallel' where to go.",
        related: [{ at: 'both', message: "The lanes of 'Both'." }],
      },
    ]);
  });

  it('fires on a jump into a lane, from a step, a trigger or an escalation, and from lane to lane', async () => {
    const lanes = 'parallel both { lane "One" { action a "A" } lane "Two" { action b "B" } }';
    expect(await of(`${lanes} decide "?" { "Again" -> a otherwise -> done }`)).toMatchObject([
      { at: 'a', message: expect.stringMatching(/^The jump to 'A' leads into the lane 'One' past the other lanes\./) },
    ]);
    expect(
      await of(`escalate after 1 h -> first.b ${lanes} action "c" -> done`, 'trigger call { when nps < 0 -> first.a }'),
    ).toHaveLength(2);
    expect(
      await of('parallel both { lane "One" { action a "A" -> b } lane "Two" { action b "B" } } action "c" -> done'),
    ).toHaveLength(1);
  });

  it('keeps quiet about jumps within a lane, and to the whole', async () => {
    expect(
      await of(
        'parallel both { lane "One" { action a "A" decide "?" { "x" -> a otherwise { parallel { lane "in" { action "d" } } } } } lane "Two" {} } decide "?" { "Again" -> both otherwise -> done }',
      ),
    ).toEqual([]);
  });
});
