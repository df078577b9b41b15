import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) =>
  findingsOf(
    `role agent "Agent" { calendar office } calendar office { timezone "UTC" open mon to fri 09:00 to 17:00 }
${text} resolution done { require "x" judged by agent }`,
    { rule: 'time/order' },
  );

describe('time/order', () => {
  it('fires on each promise that is later than the next one, at the one that comes too late', async () => {
    expect(
      await of(
        'level first "Desk" { owner agent acknowledge within 2 h respond within 1 h resolve within 30 min action "a" -> done }',
      ),
    ).toMatchObject([
      {
        level: 'error',
        at: 'acknowledge',
        message:
          "'Desk' promises to acknowledge within 2 h, but to respond within 1 h already. Promise to acknowledge sooner, or to respond later.",
        related: [{ at: 'respond', message: 'To respond within 1 h.' }],
      },
      { at: 'respond', message: expect.stringContaining('but to resolve within 30 min already') },
    ]);
  });

  it('looks at severities and the header too', async () => {
    expect(
      await findingsOf('sop help "Help" { diagnose within 2 days workaround within 1 day }', { rule: 'time/order' }),
    ).toMatchObject([
      {
        at: 'diagnose',
        message: expect.stringContaining(
          "'Help' promises to diagnose within 2 days, but to offer a workaround within 1 day already",
        ),
      },
    ]);
    expect(await of('severity bad "Bad" { workaround within 2 days resolve within 1 day }')).toHaveLength(1);
  });

  it('looks at a level as merged, at what the block changes', async () => {
    expect(
      await of(
        'severity bad "Bad" level first { owner agent respond within 2 h resolve within 8 h for bad { resolve within 1 h } action "a" -> done }',
      ),
    ).toMatchObject([
      {
        at: 'resolve',
        message:
          "For 'Bad', 'first' promises to respond within 2 h, but to resolve within 1 h already. Promise to respond sooner, or to resolve later.",
        related: [{ at: 'respond' }],
      },
    ]);
  });

  it('compares business and clock time at the worst moment', async () => {
    expect(
      await of('level first { owner agent respond within 4 business h resolve within 8 h action "a" -> done }'),
    ).toHaveLength(1);
    expect(await of('level first { owner agent respond within 4 business h resolve within 3 days action "a" -> done }')).toEqual(
      [],
    );
    expect(await of('level first { owner agent respond within 8 h resolve within 1 business day action "a" -> done }')).toEqual(
      [],
    );
  });

  it('keeps quiet about equal ones, later answers and single ones', async () => {
    expect(
      await of(
        'level first { owner agent acknowledge within 1 h respond within 60 min reply within 1 min resolve within 1 h action "a" -> done }',
      ),
    ).toEqual([]);
  });
});
