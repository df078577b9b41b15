import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (first: string, second: string) =>
  findingsOf(
    `role agent "Agent" { reports to lead } role lead "Lead" { reports to boss } role boss "Boss" role peer "Peer"
severity bad "Bad" { when nps < 0 } severity good
level first "First" { ${first} action a "A" -> done } level second "Second" { ${second} action b "B" -> done }
resolution done { require "x" judged by agent }`,
    { rule: 'people/no-gain' },
  );

describe('people/no-gain', () => {
  it('fires on an escalation to the same owner', async () => {
    expect(await of('owner lead escalate after 1 h -> second', 'owner lead')).toMatchObject([
      {
        level: 'warning',
        at: 'escalate',
        message:
          "'First' escalates to 'Second', but 'Lead' owns both: nobody with more to say joins. Escalate to a level that somebody else owns, or put 'Second' 'beside' this one.",
        related: [{ at: 'lead', message: "Owner of 'Second'." }],
      },
    ]);
  });

  it('fires on an owner who reports to the present one, directly or not, in every form and into a step', async () => {
    expect(await of('owner boss escalate when nps < 0 -> second.b', 'owner agent')).toMatchObject([
      { message: expect.stringContaining("its owner 'Agent' reports to 'Boss'") },
    ]);
  });

  it('looks at the owners for a severity', async () => {
    expect(await of('owner agent escalate after 1 h -> second for bad { owner boss }', 'owner lead')).toMatchObject([
      { message: expect.stringMatching(/^For 'Bad', 'First' escalates to 'Second'/) },
    ]);
    expect(
      await of('owner agent escalate after 1 h -> second for bad { owner lead }', 'owner lead for bad { owner boss }'),
    ).toEqual([]);
  });

  it('keeps quiet about somebody above or aside, a level beside it, and its own steps', async () => {
    expect(await of('owner agent escalate after 1 h -> second', 'owner boss')).toEqual([]);
    expect(await of('owner agent escalate after 1 h -> second', 'owner peer')).toEqual([]);
    expect(await of('owner agent escalate after 1 h -> second', 'owner agent beside first')).toEqual([]);
    expect(await of('owner agent escalate after 1 h -> first.a', 'owner boss')).toEqual([]);
    expect(
      await of('owner agent', 'owner agent beside first escalate after 1 h -> third } level third { owner agent beside first'),
    ).toEqual([]);
  });
});
