import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (flow: string) =>
  findingsOf(
    `sop escalation "Escalation" {}
role csm
trigger complaint { when "It hurts" judged by csm -> first }
${flow}
resolution resolved "Resolved" { require "Fixed" judged by csm }
closure closed "Closed" { action "Learn" }`,
    { rule: 'flow/unresolved' },
  );

describe('flow/unresolved', () => {
  it('fires on a level that only goes round, at its name', async () => {
    expect(
      await of('level first "First" { owner csm action a "A" decide "Again?" { "Yes" -> a otherwise -> a } }'),
    ).toMatchObject([
      {
        level: 'error',
        at: 'first',
        element: 'first',
        message:
          "From 'First' no resolution can be reached: its steps lead nowhere else. Lead to it, such as with -> resolved, or add an escalation to a level that does.",
        related: [],
      },
    ]);
  });

  it('fires where the way gets stuck, not on what leads there', async () => {
    const findings = await of(`level first "First" { owner csm action "A" -> second }
level second "Second" { owner csm action "B" -> third }
level third "Third" { owner csm action "C" -> second }`);
    expect(findings).toMatchObject([
      {
        at: 'second',
        message: expect.stringMatching(/^From 'Second' no resolution can be reached: it only leads to 'Third' and round again\./),
      },
    ]);
  });

  it('fires on a level that goes to the end without a resolution', async () => {
    const findings = await of(`level first { owner csm decide "Spam?" { "Yes" -> second otherwise -> resolved } }
level second "Second" { owner csm action "Say so" -> closed }`);
    expect(findings).toMatchObject([
      {
        at: 'second',
        message: expect.stringMatching(/^From 'Second' no resolution can be reached: it leads to 'Closed' without one\./),
      },
    ]);
  });

  it('fires on a step that never comes out again, in a level that does', async () => {
    const findings = await of(`level first { owner csm decide "Which?" { "x" -> resolved otherwise -> loop }
      action loop "Loop" -> again  action again "Again" -> loop }`);
    expect(findings).toMatchObject([
      { at: 'loop', message: expect.stringMatching(/^From 'Loop' no resolution can be reached\./) },
    ]);
  });

  it('counts escalations, de-escalations and other procedures', async () => {
    expect(
      await of(
        'level first { owner csm escalate after 1 h -> second action a "A" -> a } level second { owner csm action "B" -> resolved }',
      ),
    ).toEqual([]);
    expect(await of('level first { owner csm action "A" -> escalation }')).toEqual([]);
  });

  it('leaves dead ends to flow/dead-end, and no resolution at all to flow/start', async () => {
    expect(await of('level first { owner csm action "A" }')).toEqual([]);
    expect(
      await findingsOf('sop a {} role csm trigger t { when nps < 0 -> l } level l { owner csm action a "A" -> a }', {
        rule: 'flow/unresolved',
      }),
    ).toEqual([]);
  });

  it('keeps quiet about a block that ends at a closure', async () => {
    expect(
      await of('level first { owner csm decide "Spam?" { "Yes" { action "Say so" -> closed } otherwise -> resolved } }'),
    ).toEqual([]);
  });
});
