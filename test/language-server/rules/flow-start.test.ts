import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(text, { rule: 'flow/start' });
const role = 'role csm';
const trigger = 'trigger complaint { when "It hurts" judged by csm -> frontline }';
const level = 'level frontline "Frontline" { owner csm action "Work" -> frontline }';
const resolution = 'resolution resolved { require "Fixed" judged by csm }';

describe('flow/start', () => {
  it('fires on a procedure that nothing starts, at its name', async () => {
    expect(await of(`sop escalation "Escalation" { version "1" } ${role} ${level} ${resolution}`)).toMatchObject([
      {
        level: 'error',
        at: 'escalation',
        message:
          'Nothing starts \'Escalation\': it has no trigger. Add one, such as trigger complaint "Complaint received" { when "The customer complains" judged by … -> frontline }.',
        related: [],
      },
    ]);
  });

  it('fires on a procedure that never says what resolved means', async () => {
    expect(await of(`sop escalation "Escalation" { version "1" } ${role} ${trigger} ${level}`)).toMatchObject([
      {
        at: 'escalation',
        message: expect.stringMatching(/^'Escalation' never says what resolved means: it has no resolution\./),
      },
    ]);
  });

  it('tells both', async () => {
    expect(await of(`sop escalation { version "1" } ${role}`)).toHaveLength(2);
  });

  it('keeps quiet about a whole procedure and about a library', async () => {
    expect(await of(`sop escalation { version "1" } ${role} ${trigger} ${level} ${resolution}`)).toEqual([]);
    expect(await of(role)).toEqual([]);
  });

  it('names the variant that takes the last trigger away', async () => {
    const variant = 'variant smb when segment is smb { omit complaint }';
    expect(await of(`sop escalation { version "1" } ${role} ${trigger} ${level} ${resolution} ${variant}`)).toMatchObject([
      { message: expect.stringMatching(/^In the variant 'smb': Nothing starts 'escalation'/) },
    ]);
  });
});
