import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (branches: string, more = '', guard = '') =>
  findingsOf(
    `role csm\n${more}\nlevel l { owner csm\n  decide how "How is it?" ${guard} {\n    ${branches}\n  }\n  action help "Help" -> done }\nresolution done { require nps > 3 }`,
    { rule: 'decision/shadowed' },
  );
const places = async (branches: string, more = '', guard = '') => (await of(branches, more, guard)).map((finding) => finding.at);

describe('decision/shadowed', () => {
  it('fires on an answer whose cases an earlier one takes', async () => {
    expect(
      await of('"Fair" when health-score >= 50 -> help "Good" when health-score >= 80 -> done otherwise -> help'),
    ).toMatchObject([
      {
        level: 'warning',
        at: '"Good"',
        element: 'l.how',
        message:
          "'Good' is never the answer to 'How is it?': 'Fair' takes all its cases before. Move it up, narrow that, or leave it out.",
        related: [{ at: '"Fair"', message: 'Takes its cases.' }],
      },
    ]);
  });

  it('fires on an answer whose cases several earlier ones take together', async () => {
    expect(await of('"A" when nps < 3 -> help "B" when nps >= 3 -> done "C" when csat < 2 -> done')).toMatchObject([
      {
        at: '"C"',
        message:
          "'C' is never the answer to 'How is it?': 'A' and 'B' take all its cases before. Move it up, narrow those, or leave it out.",
        related: [{ at: '"A"' }, { at: '"B"' }],
      },
    ]);
    expect(await places('"A" when nps < 3 -> help "B" when nps >= 3 -> done otherwise -> done')).toEqual(['otherwise']);
    expect(
      await places('"A" when "He cries" judged by csm -> help "B" when "He cries" judged by csm -> done otherwise -> done'),
    ).toEqual(['"B"']);
  });

  it("fires on a measured answer after 'otherwise'", async () => {
    expect(await places('"A" when nps < 3 -> help otherwise -> done "B" when nps < 6 -> help')).toEqual(['"B"']);
  });

  it('leaves alone narrower answers first, overlaps, and answers that a human picks', async () => {
    expect(
      await places('"Good" when health-score >= 80 -> done "Fair" when health-score >= 50 -> help otherwise -> help'),
    ).toEqual([]);
    expect(
      await places('"A" when nps between 0 and 20 -> help "B" when nps between 10 and 30 -> done otherwise -> done'),
    ).toEqual([]);
    expect(await places('"A" when nps < 3 or nps >= 3 -> help "B" -> done')).toEqual([]);
    expect(await places('"A" -> help "B" -> done otherwise -> done')).toEqual([]);
    expect(await places('"A" when nps < 3 and churn-threat -> help "B" when nps < 3 -> done otherwise -> done')).toEqual([]);
  });
});
