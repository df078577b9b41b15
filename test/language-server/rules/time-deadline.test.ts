import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (steps: string, deadline: string, more = '') =>
  findingsOf(
    `sop help "Help" {}
role agent "Agent" { calendar office }
calendar office { timezone "UTC" open mon to fri 09:00 to 17:00 }
calendar always { timezone "UTC" open always }
trigger call "Call" { when nps < 0 -> first }
trigger other "Other" { when nps > 50 -> second }
level first { owner agent ${steps} }
level second { owner agent action elsewhere "Elsewhere" within 1 day -> done }
resolution done "Done" { require "x" judged by agent -> over }
closure over "Over" { action "Learn" }
deadline law "The law" { ${deadline} } ${more}`,
    { rule: 'time/deadline' },
  );

describe('time/deadline', () => {
  it('fires when a way reaches none of the steps, and shows it', async () => {
    expect(
      await of(
        'action look "Look" decide "Known?" { "Yes" -> done otherwise -> answer } action answer "Answer" -> done',
        'of call within 8 weeks met by first.answer',
      ),
    ).toMatchObject([
      {
        level: 'error',
        at: 'law',
        message:
          "'The law' can be missed: a case of 'Call' can end in 'Over' without 'Answer': Look → Known? → Learn. Lead this way through it, or add a step on it to 'met by'.",
        related: [{ at: 'call', message: "'Call' starts the way." }],
      },
    ]);
  });

  it('fires when the slowest way is too slow', async () => {
    expect(
      await of(
        'action "Look" within 2 days action answer "Answer" within 2 days -> done',
        'of call within 3 days met by first.answer',
      ),
    ).toMatchObject([
      {
        at: 'law',
        message:
          "'The law' is due within 3 days, but from 'Call' the slowest way to 'Answer' takes 4 days: Look 2 days → Answer 2 days. Give its steps less time.",
      },
    ]);
  });

  it('counts from all triggers unless some are named', async () => {
    expect(await of('action answer "Answer" -> done', 'within 8 weeks met by first.answer')).toMatchObject([
      { message: expect.stringContaining("a case of 'Other'") },
    ]);
    expect(await of('action answer "Answer" -> done', 'within 8 weeks met by first.answer, second.elsewhere')).toEqual([]);
    expect(await of('action "Answer" -> done', 'within 8 weeks met by done')).toEqual([]);
    expect(await of('action "Answer" -> second', 'within 1 day met by second')).toEqual([]);
  });

  it('takes a step that may be skipped as skipped, and all lanes as walked', async () => {
    expect(
      await of('action answer "Answer" when nps < 0 action "Rest" -> done', 'of call within 8 weeks met by first.answer'),
    ).toHaveLength(1);
    expect(
      await of(
        'parallel { lane "x" { action answer "Answer" } lane "y" { action "z" } } action "Rest" -> done',
        'of call within 8 weeks met by first.answer',
      ),
    ).toEqual([]);
  });

  it('fires on a way into another procedure', async () => {
    expect(
      await of(
        'decide "x" { "Fraud" -> help otherwise -> answer } action answer "Answer" -> done',
        'of call within 8 weeks met by first.answer',
      ),
    ).toMatchObject([{ message: expect.stringContaining("can end in 'Help' without 'Answer': x.") }]);
  });

  it("counts business time in its calendar, else in the responsible role's", async () => {
    const steps = 'action answer "Answer" within 2 business days -> done';
    expect(await of(steps, 'of call within 2 business days met by first.answer')).toEqual([]);
    expect(await of(steps, 'of call within 2 business days in always met by first.answer')).toMatchObject([
      { message: expect.stringContaining('takes 4 business days: Answer 2 business days') },
    ]);
  });
});
