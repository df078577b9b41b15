import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (flow: string) =>
  findingsOf(
    `role csm
trigger complaint { when "It hurts" judged by csm -> first }
${flow}
resolution resolved { require "Fixed" judged by csm }`,
    { rule: 'flow/unreachable' },
  );

describe('flow/unreachable', () => {
  it('fires on a level that nothing leads to, not on what is in it, and fades it', async () => {
    const findings = await of(`level first { owner csm action "Work" -> resolved }
level second "Second" { owner csm action "Help" action "More" -> resolved }`);
    expect(findings).toMatchObject([
      {
        level: 'warning',
        at: 'second',
        unused: true,
        element: 'second',
        message: "No trigger leads to 'Second'. Lead to it with -> second from a trigger, a step or an escalation, or remove it.",
        related: [],
      },
    ]);
  });

  it('fires on a step after one that always goes elsewhere, and says it of the whole once', async () => {
    const findings = await of(`level first { owner csm action "Work" -> resolved
  decide late "Too late?" { "Yes" { action "Never" -> resolved } otherwise -> resolved } }`);
    expect(findings).toMatchObject([
      {
        at: 'late',
        message:
          "No trigger leads to 'Too late?': every way goes past it or ends before it. Lead to it with a '->', move it, or remove it.",
      },
    ]);
  });

  it('fires on the steps before the one that a level is entered at', async () => {
    const findings = await of(`level first { owner csm action "Work" -> second.later }
level second { owner csm action "Earlier" action later "Later" -> resolved }`);
    expect(findings.map(({ at }) => at)).toEqual(['action']);
  });

  it('fires on a resolution and a closure that nothing leads to', async () => {
    const findings = await of(`level first { owner csm action "Work" -> resolved }
resolution other { require "Fixed" judged by csm -> end } closure end { action "Learn" } closure done {}`);
    expect(findings.map(({ at }) => at)).toEqual(['other', 'end', 'done']);
  });

  it('counts escalations, de-escalations, reopenings, skipped steps and what a step in the middle escalates to', async () => {
    expect(
      await of(`level first { owner csm escalate after 1 h -> second  action "Work" when nps < 0 -> resolved action "Else" -> resolved }
level second { owner csm deescalate when nps > 0 -> third action "Work" -> resolved }
level third { owner csm action "Never started" when nps > 0 -> resolved action "Rest" -> resolved }
level fourth { owner csm escalate after 1 h -> fifth action "Work" -> resolved }
level fifth { owner csm action "Work" -> resolved }
resolution half { require "x" judged by csm reopen -> fourth action "y" }
level sixth { owner csm action "Work" -> half }
trigger other { when nps < 0 -> sixth }`),
    ).toEqual([]);
  });

  it('keeps quiet where nothing starts the procedure, or where a name does not resolve', async () => {
    expect(
      await findingsOf('sop a {} role csm level first { owner csm action "Work" -> first }', { rule: 'flow/unreachable' }),
    ).toEqual([]);
    expect(
      await of('level first { owner csm action "Work" -> secnd } level second { owner csm action "x" -> resolved }'),
    ).toEqual([]);
  });
});
