import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const withLevel = (level: string) => `role csm "Success Manager"
role lead "Team Lead"
trigger complaint { when "It hurts" judged by csm -> frontline }
${level}
resolution resolved { require "Fixed" judged by csm }`;

const of = (level: string) => findingsOf(withLevel(level), { rule: 'people/owner' });

describe('people/owner', () => {
  it('fires on a level without an owner, at its name', async () => {
    const findings = await of('level frontline "Frontline" { action "Work" by lead -> resolved }');
    expect(findings).toMatchObject([
      {
        level: 'error',
        at: 'frontline',
        message: "'Frontline' has no owner, so that nobody answers for it. Write 'owner' and one role in it, such as owner lead.",
        related: [],
        element: 'frontline',
      },
    ]);
  });

  it('offers to put one in', async () => {
    const [finding] = await of('level frontline "Frontline" {\n  action "Work" by lead -> resolved\n}');
    expect(finding?.fix?.title).toBe('Give it an owner');
    expect(finding?.fix?.result).toContain('level frontline "Frontline" {\n  owner lead\n  action "Work" by lead -> resolved\n}');
  });

  it('fires on two owners, at the second, however they are written', async () => {
    for (const owners of ['owner csm, lead', 'owner csm owner lead']) {
      expect(await of(`level frontline "Frontline" { ${owners} action "Work" -> resolved }`)).toMatchObject([
        {
          at: 'lead',
          message:
            "'Frontline' has 2 owners ('Success Manager' and 'Team Lead'), so that each may wait for the other. Keep one as 'owner', and name the others after 'consulted' or 'informed'.",
          related: [{ at: 'csm', message: 'The first owner.' }],
        },
      ]);
    }
  });

  it('fires on two owners for a severity', async () => {
    const findings = await of(
      'level frontline { owner csm for sev1 { owner csm, lead } action "Work" -> resolved } severity sev1 "Critical"',
    );
    expect(findings).toMatchObject([{ at: 'lead', message: expect.stringMatching(/^For 'Critical', 'frontline' has 2 owners/) }]);
  });

  it('keeps quiet about one owner, and another one for a severity', async () => {
    expect(await of('level frontline { owner csm for sev1 { owner lead } action "Work" -> resolved } severity sev1')).toEqual([]);
  });

  it('leaves a name that is not there to the one who reports it', async () => {
    expect(await of('level frontline { owner nobody action "Work" -> resolved }')).toEqual([]);
  });
});
