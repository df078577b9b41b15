import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (levels: string) =>
  findingsOf(
    `role agent "Agent" role lead "Lead" role dri "Case owner" { one of agent, lead } trigger call { when nps < 0 -> first }
${levels} resolution done { require "x" judged by agent }`,
    { rule: 'people/unfilled' },
  );

describe('people/unfilled', () => {
  it('fires at the first step that nobody can do yet', async () => {
    expect(
      await of(
        'level first { owner agent action "a" action work "Work" by dri assign dri to lead action "More" by dri -> done }',
      ),
    ).toMatchObject([
      {
        level: 'warning',
        at: 'work',
        message:
          "'Case owner' has to do 'Work', but on some way nobody has been made 'Case owner' by then. Put assign dri to one of Agent, Lead before it, or let another role do it.",
        related: [
          { at: 'dri', message: "'Case owner' is filled at run time." },
          { at: 'assign', message: 'Filled here, which comes too late or not on every way.' },
        ],
      },
    ]);
  });

  it('fires on what the owner does where nobody is named, and in the resolution', async () => {
    expect(await of('level first { owner dri notify lead "x" -> done }')).toMatchObject([{ at: 'notify' }]);
    expect(
      await of(
        'level first { owner agent action "x" -> done } resolution other { require "x" judged by agent action end "End" by dri } level second { owner agent action "y" -> other } trigger late { when nps > 5 -> second }',
      ),
    ).toMatchObject([{ at: 'end' }]);
  });

  it('fires when a branch, a skipped assign or an escalation leaves it open', async () => {
    expect(
      await of(
        'level first { owner agent decide "?" { "a" { assign dri to lead } otherwise {} } action work "Work" by dri -> done }',
      ),
    ).toHaveLength(1);
    expect(
      await of('level first { owner agent assign dri to lead when nps < 0 action work "Work" by dri -> done }'),
    ).toHaveLength(1);
    expect(
      await of(
        'level first { owner agent escalate after 1 h -> second decide "?" { "a" { assign dri to lead -> done } otherwise -> done } } level second { owner agent action work "Work" by dri -> done }',
      ),
    ).toHaveLength(1);
  });

  it('keeps quiet where every way fills it: in all branches, in one lane, before the escalation', async () => {
    expect(
      await of(
        'level first { owner agent decide "?" { "a" { assign dri to lead } otherwise { assign dri to agent } } action work "Work" by dri -> done }',
      ),
    ).toEqual([]);
    expect(
      await of(
        'level first { owner agent parallel { lane "a" { assign dri to lead } lane "b" { action "b" } } action work "Work" by dri -> done }',
      ),
    ).toEqual([]);
    expect(
      await of(
        'level first { owner dri escalate after 1 h -> second assign dri to lead action "a" -> done } level second { owner dri action "b" -> done }',
      ),
    ).toEqual([]);
  });

  it('keeps quiet about being paged, told or asked', async () => {
    expect(
      await of('level first { owner agent page dri for 5 min then lead notify dri handoff "x" by agent to dri -> done }'),
    ).toEqual([]);
  });
});
