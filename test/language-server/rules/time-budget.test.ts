import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const around = (flow: string, more = '') => `sop help "Help" { version "1" ${more.includes('targets:') ? more.slice(8) : ''} }
role agent "Agent" { calendar office backup lead }
role lead "Lead" { calendar office }
role nurse "Nurse" { calendar clinic }
external role patient "Patient"
calendar office { timezone "UTC" open mon to fri 09:00 to 17:00 }
calendar clinic { timezone "UTC" open mon to sun 06:00 to 10:00 }
trigger call "Call" { when "It hurts" judged by agent -> first }
${flow}
level top "Top" { owner lead action "Decide" by lead -> done }
resolution done "Done" { require "Better" judged by agent -> over }
closure over { action "Learn" }`;

const of = (flow: string, header = '') => findingsOf(around(flow, header && `targets:${header}`), { rule: 'time/budget' });
const messages = async (flow: string, header = '') => (await of(flow, header)).map(({ message }) => message);

describe('time/budget of a level', () => {
  it('names the slowest way out, each step with its share, and how many have no limit', async () => {
    expect(
      await of(`level first "Desk" { owner agent resolve within 4 h
        action "Ask" within 30 min
        decide "Known?" { "Yes" { action "Look up" within 1 h } otherwise { action research "Research" within 4 h } }
        action "Answer" -> done }`),
    ).toMatchObject([
      {
        level: 'error',
        at: 'resolve',
        element: 'first',
        message:
          "'Desk' must resolve within 4 h, but its slowest way out takes 4.5 h: Ask 30 min → Research 4 h (2 steps on it have no limit and count as zero). Give its steps less time, or promise more.",
        related: [{ at: 'research', message: "'Research' takes the most of it." }],
      },
    ]);
  });

  it('keeps quiet when the slowest way takes just as long as promised', async () => {
    expect(
      await messages('level first { owner agent resolve within 4 h action "a" within 3 h action "b" within 60 min -> done }'),
    ).toEqual([]);
  });

  it('counts the slowest lane, every hop of a page as often as it repeats, and the limit of a wait on both exits', async () => {
    expect(
      await messages(
        'level first { owner agent resolve within 2 h parallel { lane "x" { action "a" within 1 h } lane "y" { action "b" within 90 min } } action "c" within 40 min -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 2 h 10 min: b 90 min → c 40 min')]);
    expect(
      await messages(
        'level first { owner agent resolve within 29 min page agent for 10 min then lead for 5 min repeat 2 -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 30 min: Page Agent 30 min')]);
    for (const wait of [
      'wait "x" up to 3 h else -> top  action "y" -> done',
      'wait "x" up to 3 h else { action "z" -> done } -> done',
    ]) {
      expect(await messages(`level first { owner agent resolve within 2 h ${wait} }`)).toEqual([
        expect.stringContaining('takes 3 h: x 3 h'),
      ]);
    }
  });

  it('takes a step that may be skipped as done, and as skipped with its way', async () => {
    expect(
      await messages(
        'level first { owner agent resolve within 2 h action "a" within 1 h when nps < 0 -> done action "b" within 3 h -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 3 h: b 3 h')]);
  });

  it('visits a step of a loop once', async () => {
    expect(
      await messages(
        'level first { owner agent resolve within 2 h action work "a" within 1 h decide "Good?" within 30 min { "Yes" -> done otherwise -> work } }',
      ),
    ).toEqual([]);
  });

  it('leaves escalations out, and what happens after the level', async () => {
    expect(
      await messages(
        'level first { owner agent resolve within 2 h escalate after 9 h -> second action "a" within 1 h -> second } level second { owner lead action "b" within 9 h -> done }',
      ),
    ).toEqual([]);
  });

  it('holds the first message to an external role against acknowledge and respond', async () => {
    expect(
      await of(`level first "Desk" { owner agent acknowledge within 30 min respond within 1 h
        notify lead "Look" within 20 min
        notify patient "Hello" within 20 min
        notify patient "Again" within 9 h -> done }`),
    ).toMatchObject([
      {
        at: 'acknowledge',
        message:
          "'Desk' must acknowledge within 30 min, but the slowest way to its first message to a customer takes 40 min: Look 20 min → Hello 20 min. Send the message sooner, or promise more time.",
      },
    ]);
  });

  it('counts the first message of all lanes', async () => {
    expect(
      await messages(
        'level first { owner agent acknowledge within 1 h parallel { lane "x" { notify patient "a" within 1 h } lane "y" { action "b" within 5 h notify patient "c" } } action "d" -> done }',
      ),
    ).toEqual([]);
    expect(
      await messages(
        'level first { owner agent acknowledge within 1 h parallel { lane "x" { notify patient "a" within 1 h when nps < 0 } lane "y" { action "b" within 5 h } } notify patient "d" within 5 min -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 5 h 5 min: b 5 h → d 5 min')]);
  });

  it('goes on from a step that is jumped to from elsewhere', async () => {
    expect(
      await messages(
        'level first { owner agent action "a" -> second.late } level second "Second" { owner lead resolve within 1 h action "b" -> done action late "c" within 2 h -> done }',
      ),
    ).toEqual([expect.stringMatching(/^'Second' must resolve within 1 h, .* takes 2 h: c 2 h/)]);
  });

  it('looks at a level as merged with its severities, at the promise of the block', async () => {
    const findings = await of(
      'level first "Desk" { owner agent resolve within 4 h for bad { resolve within 1 h } action "a" within 2 h -> done } severity bad "Bad" { when nps < 0 } severity good',
    );
    expect(findings.map(({ message, range }) => [message, range.start.character])).toEqual([
      [expect.stringMatching(/^For 'Bad', 'Desk' must resolve within 1 h, but its slowest way out takes 2 h: a 2 h/), 62],
    ]);
  });
});

describe('time/budget in business time', () => {
  it('adds up business time of one calendar', async () => {
    expect(
      await messages(
        'level first { owner agent resolve within 8 business hours action "a" within 1 business day action "b" within 3 business h -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 11 business hours: a 1 business day → b 3 business h')]);
  });

  it('counts clock time as the open hours it can take at worst', async () => {
    expect(await messages('level first { owner agent resolve within 1 business day action "a" within 1 day -> done }')).toEqual(
      [],
    );
    expect(
      await messages('level first { owner agent resolve within 8 business hours action "a" within 2 days -> done }'),
    ).toEqual([expect.stringContaining('takes 16 business hours: a 2 days')]);
  });

  it('counts business time as what it can take on the clock at worst: over the weekend', async () => {
    expect(await messages('level first { owner agent resolve within 64 h action "a" within 1 business h -> done }')).toEqual([
      expect.stringContaining('takes 65 h: a 1 business h'),
    ]);
    expect(await messages('level first { owner agent resolve within 65 h action "a" within 1 business h -> done }')).toEqual([]);
    expect(
      await messages(
        'level first { owner agent resolve within 65 h action "a" within 30 min action "b" within 1 business h -> done }',
      ),
    ).toEqual([expect.stringContaining('takes 65.5 h')]);
  });

  it('walks through the calendars of everybody on the way', async () => {
    // The worst: the agent is done at 10:00, when the nurse has just gone; she goes on from 06:00 the next day.
    expect(
      await messages(
        'level first { owner agent resolve within 2 business days action "a" within 1 business h by agent action "b" within 2 business h by nurse -> done }',
      ),
    ).toEqual([]);
    expect(
      await messages(
        'level first { owner agent resolve within 1 business h action "a" within 1 business h by agent action "b" within 4 business h by nurse -> done }',
      ),
    ).toEqual([expect.stringMatching(/takes 9 business hours: a 1 business h → b 4 business h/)]);
  });
});

describe('time/budget from a trigger', () => {
  const flow = `level first { owner agent action "a" within 1 h -> second } level second { owner lead action slow "b" within 2 h notify patient "c" within 1 h -> done }`;

  it('holds the whole way against the header, at its promise', async () => {
    expect(await of(flow, 'resolve within 3 h acknowledge within 3 h')).toMatchObject([
      {
        at: 'resolve',
        element: expect.any(String),
        message:
          "'Help' must resolve within 3 h, but from 'Call' the slowest way to a resolution takes 4 h: a 1 h → b 2 h → c 1 h. Give its steps less time, or promise more.",
        related: [
          { at: 'call', message: "'Call' starts the way." },
          { at: 'slow', message: "'b' takes the most of it." },
        ],
      },
      {
        at: 'acknowledge',
        message: expect.stringMatching(
          /^'Help' must acknowledge within 3 h, but from 'Call' the slowest way to the first message to a customer takes 4 h/,
        ),
      },
    ]);
  });

  it('holds it against severities that the trigger can have', async () => {
    const bad = 'severity bad "Bad" { when nps < 0 respond within 1 h } severity good "Good" { respond within 1 h }';
    expect((await of(`${flow} ${bad}`)).map(({ message }) => message.slice(0, 14))).toEqual(["'Bad' must res", "'Good' must re"]);
    const text = around(`${flow} ${bad}`).replace('judged by agent ->', 'judged by agent severity good ->');
    expect((await findingsOf(text, { rule: 'time/budget' })).map(({ message }) => message.slice(0, 14))).toEqual([
      "'Good' must re",
    ]);
  });

  it('keeps quiet about promises that hold, and does not count what follows the resolution', async () => {
    expect(await messages(flow, 'resolve within 4 h respond within 4 h')).toEqual([]);
  });

  it('survives forty decisions in a row, in a loop too', async () => {
    const steps = Array.from(
      { length: 40 },
      (_, i) =>
        `decide d${i} "${i}?" { "x" { action "x${i}" within 1 h } "y" { action "y${i}" within 2 h } otherwise { action "z${i}" } }`,
    ).join('\n');
    expect(
      await messages(
        `level first { owner agent resolve within 79 h ${steps} decide "Again?" { "Yes" -> d0 otherwise -> done } }`,
      ),
    ).toEqual([expect.stringContaining('takes 80 h: y0 2 h → y1 2 h')]);
  });
});
