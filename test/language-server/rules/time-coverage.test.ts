import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const people = `role agent "Agent" { calendar day }
role night "Night desk" { calendar night }
role lead "Lead" { calendar day backup night }
role unknown "Somebody"
role anyone "Anyone" { one of agent, night }
calendar day { timezone "UTC" open mon to fri 08:00 to 20:00 }
calendar night { timezone "UTC" open mon to fri 20:00 to 08:00 open sat, sun 08:00 to 08:00 }
calendar dublin { timezone "Europe/Dublin" open mon to sun 08:00 to 20:00 }
calendar rest { timezone "UTC" open mon to sun 20:00 to 08:00 }
role irish "Irish" { calendar dublin backup resting }
role resting "Resting" { calendar rest }
resolution done { require "x" judged by agent }
trigger call { when nps < 0 -> start }`;

const of = (flow: string, today = '2026-11-23') => findingsOf(`${people} ${flow}`, { rule: 'time/coverage', today });

describe('time/coverage', () => {
  it('lists the hours when nobody is at work, at the owner', async () => {
    expect(await of('level start "Desk" { owner agent resolve within 4 h action "a" -> done }')).toMatchObject([
      {
        level: 'warning',
        at: 'agent',
        message:
          "'Desk' promises 'resolve within 4 h' by the clock, but 'Agent' is not at work at these hours (UTC): Mon–Fri 00:00–08:00 and 20:00–24:00, Sat–Sun all day. Name a backup for them, or promise business time.",
        related: [
          { at: 'resolve', message: 'The promise: resolve within 4 h.' },
          { at: 'day', message: "The hours of 'Agent'." },
        ],
      },
    ]);
  });

  it('keeps quiet when backup or the roles that fill it are there, and when somebody is unknown', async () => {
    for (const owner of ['anyone', 'lead', 'unknown']) {
      expect(await of(`level start { owner ${owner} resolve within 4 h action "a" -> done }`)).toEqual([]);
    }
  });

  it('keeps quiet about business time and a week or more, but not about updates by the clock', async () => {
    expect(await of('level start { owner agent resolve within 4 business h respond within 1 week action "a" -> done }')).toEqual(
      [],
    );
    expect(await of('level start { owner agent update lead every 4 h action "a" -> done }')).toHaveLength(1);
  });

  it('looks at promises for a severity, and at its owner', async () => {
    const findings = await of(
      'level start { owner lead for bad { owner agent respond within 1 h } action "a" -> done } severity bad "Bad"',
    );
    expect(findings).toMatchObject([
      { at: 'agent', message: expect.stringMatching(/^For 'Bad', 'start' promises 'respond within 1 h'/) },
    ]);
  });

  it('counts what severities promise from the start, only where a trigger starts', async () => {
    const bad = 'severity bad { acknowledge within 1 h resolve within 2 h }';
    expect(
      await of(`level start { owner agent action "a" -> next } level next { owner agent action "a" -> done } ${bad}`),
    ).toMatchObject([{ at: 'agent', message: expect.stringContaining("'start' promises 'acknowledge within 1 h'") }]);
    expect(await of('level start { owner agent action "a" -> done } severity bad { resolve within 2 h }')).toEqual([]);
  });

  it('leaves what a severity promises to the owner that it has in the level', async () => {
    const bad = 'severity bad "Bad" { acknowledge within 1 h }';
    expect(await of(`level start { owner agent for bad { owner lead } action "a" -> done } ${bad}`)).toEqual([]);
    expect(await of(`level start { owner lead for bad { owner agent } action "a" -> done } ${bad}`)).toMatchObject([
      { at: 'agent', message: expect.stringMatching(/^For 'Bad', 'start' promises 'acknowledge within 1 h'/) },
    ]);
  });

  it('finds hours that only summer time leaves open', async () => {
    const findings = await of('level start { owner irish resolve within 4 h action "a" -> done }');
    expect(findings).toMatchObject([
      { message: expect.stringContaining('in the week from 2027-03-29, when clocks differ: Mon–Sun 19:00–20:00.') },
    ]);
  });
});
