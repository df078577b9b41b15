import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (handoff: string, today = '2026-11-23') =>
  findingsOf(
    `role dub "Dublin desk" { calendar dublin }
role bos "Boston desk" { calendar boston }
role sin "Singapore desk" { calendar singapore }
role late "Late desk" { calendar lates }
role unknown "Somebody"
role dri "Owner" { one of dub, bos }
calendar dublin "Dublin" { timezone "Europe/Dublin" open mon to fri 08:00 to 16:00 closed 2026-11-24 }
calendar boston "Boston" { timezone "America/New_York" open mon to fri 11:00 to 18:00 }
calendar singapore "Singapore" { timezone "Asia/Singapore" open mon to fri 07:00 to 15:00 }
calendar lates { timezone "UTC" open mon to fri 16:00 to 00:00 }
calendar utc { timezone "UTC" open always }
trigger call { when nps < 0 -> start }
level start { owner dub ${handoff} -> done }
resolution done { require "x" judged by dub }`,
    { rule: 'time/handoff', today },
  );

describe('time/handoff', () => {
  it('fires when the giver is off work, on the first such day', async () => {
    expect(await of('handoff eod "End of day" by dub to bos at 16:30')).toMatchObject([
      {
        level: 'warning',
        at: 'eod',
        message:
          "On 2026-11-23 'Dublin desk' is off work when 'End of day' is due: it is 16:30 in Europe/Dublin then. Move the handoff to a time when both sides work, or change the hours.",
        related: [{ at: 'dub', message: "'Dublin desk' and their hours." }],
      },
    ]);
  });

  it('leaves out a day that is free where the handoff is told, or where it arrives', async () => {
    const shifts = `calendar pacific "Auckland" { timezone "Pacific/Auckland" open mon to fri 08:00 to 17:00 }
role auckland "Auckland desk" { calendar pacific }
role anywhere "Whoever has it" { one of dub, auckland }`;
    // Friday evening in Boston is Saturday in Auckland.
    expect(await of(`handoff "x" by bos to auckland at 17:00 } ${shifts} level other { owner dub`)).toEqual([]);
    // Sunday afternoon in Dublin is Monday in Auckland.
    expect(await of(`handoff "x" by anywhere to bos at 16:00 in dublin } ${shifts} level other { owner dub`)).toEqual([]);
  });

  it('leaves days out on which one side does not work at all', async () => {
    expect(await of('handoff "x" by dub to bos at 16:30', '2026-11-24')).toMatchObject([
      { message: expect.stringMatching(/^On 2026-11-25/) },
    ]);
  });

  it('counts both ends of a shift, all year, until clocks change on one side only', async () => {
    // 16:00 in Dublin is 11:00 in Boston, but 12:00 for some weeks.
    expect(await of('handoff "x" by dub to bos at 16:00')).toEqual([]);
    expect(await of('handoff "x" by bos to late at 11:00')).toMatchObject([
      { message: expect.stringMatching(/^On 2027-03-15 'Late desk' is off work when 'x' is due: it is 15:00 in UTC then/) },
    ]);
    expect(await of('handoff "x" by dub to bos at 15:30')).toMatchObject([
      { message: expect.stringMatching(/^On 2026-11-23 'Boston desk' is off work .* 10:30 in America\/New_York/) },
    ]);
  });

  it('needs one receiver at work, and one of the roles that fill one', async () => {
    expect(await of('handoff "x" by dub to sin, bos at 16:00')).toEqual([]);
    expect(await of('handoff "x" by dri to bos at 16:00 in dublin')).toEqual([]);
  });

  it('claims nothing about unknown hours', async () => {
    expect(await of('handoff "x" by dub to unknown at 23:00')).toEqual([]);
    expect(await of('handoff "x" by unknown to bos at 23:00 in utc')).toEqual([]);
    expect(await of('handoff "x" by unknown to bos at 23:00')).toEqual([]);
  });

  it('takes the owner for the giver where nobody is named', async () => {
    expect(await of('handoff "x" to bos at 16:00')).toEqual([]);
    expect(await of('handoff "x" to bos at 17:00')).toHaveLength(1);
  });

  it('counts midnight as the end of the day', async () => {
    expect(await of('handoff "x" by late to sin at 24:00')).toEqual([]);
  });

  it('fires when several times are not one instant on some date', async () => {
    expect(await of('handoff "x" by dub to sin at 08:00 in dublin, 16:00 in singapore')).toMatchObject([
      {
        message:
          "The times of 'x' are not one instant: on 2027-03-28 08:00 in 'Dublin' is 15:00, not 16:00 in 'Singapore'. Tell it in one zone, or correct the other time.",
        related: [{ at: '16:00 in singapore', message: 'Told as 16:00.' }],
      },
    ]);
    expect(await of('handoff "x" by dub to late at 23:30 in utc, 07:30 in singapore')).not.toMatchObject([
      { message: expect.stringContaining('not one instant') },
    ]);
  });
});
