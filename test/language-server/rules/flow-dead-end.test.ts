import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (steps: string) =>
  findingsOf(
    `role csm
trigger complaint { when "It hurts" judged by csm -> first }
level first "First" { owner csm ${steps} }
resolution resolved { require "Fixed" judged by csm }`,
    { rule: 'flow/dead-end' },
  );

describe('flow/dead-end', () => {
  it('fires on a last step that goes nowhere, at its name, and offers a way', async () => {
    const [finding, ...others] = await of('action "Look" action work "Work" by csm');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'error',
      at: 'work',
      element: 'first.work',
      message: "'Work' is the last step in 'First', and nothing comes after it. Say where to go, such as -> resolved.",
    });
    expect(finding?.fix?.result).toContain('action work "Work" by csm -> resolved }');
  });

  it('fires at the last step of a block when the whole is last', async () => {
    const findings = await of('decide "Fixable?" { "Yes" -> resolved otherwise { action ask "Ask" } }');
    expect(findings).toMatchObject([{ at: 'ask', message: expect.stringMatching(/^'Ask' is the last step in 'First'/) }]);
  });

  it('fires at an answer with nothing in it', async () => {
    const findings = await of('decide "Fixable?" { "Yes" -> resolved "No" {} }');
    expect(findings).toMatchObject([
      { at: '"No"', message: expect.stringMatching(/^The answer 'No' to 'Fixable\?' is the last in 'First', and nothing/) },
    ]);
  });

  it('fires on lanes, waits, approvals and messages that are last', async () => {
    expect(await of('parallel both { lane "a" { action "x" } lane "b" { action "y" } }')).toMatchObject([{ at: 'both' }]);
    expect(await of('wait "Answer" up to 1 h else -> resolved')).toMatchObject([{ at: 'wait' }]);
    expect(await of('approve money "Money" by csm { approved -> resolved rejected {} }')).toMatchObject([
      { message: expect.stringMatching(/^'Money' rejected is the last in 'First'/) },
    ]);
    expect(await of('notify csm')).toMatchObject([{ at: 'notify' }]);
    expect(await of('follow other')).toHaveLength(0);
  });

  it('fires on a last step whose way is skipped with it', async () => {
    const findings = await of('action work "Work" when nps < 0 -> resolved');
    expect(findings).toMatchObject([
      {
        at: 'work',
        message:
          "Nothing comes after 'Work' in 'First' when its condition does not hold. Add a step after it that says where to go then, such as action \"Go on\" -> resolved.",
        fix: {
          title: 'Add a step that says where to go',
          result: expect.stringContaining('-> resolved  action "Go on" -> resolved'),
        },
      },
    ]);
  });

  it('keeps quiet where every way goes on', async () => {
    expect(
      await of(`action "a" when nps < 0 -> resolved
        decide "b" { "x" { action "c" } "y" {} otherwise -> resolved }
        approve "d" by csm { approved {} rejected { action "e" } }
        parallel { lane "f" { action "g" } lane "h" {} }
        wait "i" up to 1 h else { action "j" }
        decide "k" { "l" { action "m" } otherwise {} } -> resolved`),
    ).toEqual([]);
  });

  it('keeps quiet about resolutions, closures and steps that nothing leads to', async () => {
    const text = `role csm trigger t { when nps < 0 -> first }
level first { owner csm action "Work" -> resolved action "Never" }
resolution resolved { require "x" judged by csm action "Tell" } closure closed { action "Learn" }`;
    expect(await findingsOf(text, { rule: 'flow/dead-end' })).toEqual([]);
  });
});
