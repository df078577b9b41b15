import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (branches: string, more = '', guard = '') =>
  findingsOf(
    `role csm\n${more}\nlevel l { owner csm\n  decide how "How is it?" ${guard} {\n    ${branches}\n  }\n  action help "Help" -> done }\nresolution done { require nps > 3 }`,
    { rule: 'decision/overlap' },
  );
const places = async (branches: string, more = '', guard = '') => (await of(branches, more, guard)).map((finding) => finding.at);

describe('decision/overlap', () => {
  it('fires on a band that begins inside its neighbour, at the later answer', async () => {
    expect(
      await of('"Bad" when health-score between 0 and 50 -> help "Good" when health-score between 40 and 100 -> done'),
    ).toMatchObject([
      {
        level: 'warning',
        at: '"Good"',
        element: 'l.how',
        message:
          "Both 'Bad' and 'Good' answer 'How is it?' in some cases, e.g. health-score = 40, and the first one is taken. Let one begin where the other ends.",
        related: [{ at: '"Bad"', message: "'Bad' answers it, too." }],
      },
    ]);
    expect(await places('"Bad" when health-score <= 40 -> help "Good" when health-score >= 40 -> done')).toEqual(['"Good"']);
    expect(
      await places(
        '"A" when segment in (smb, enterprise) -> help "B" when segment in (enterprise, strategic) -> done otherwise -> done',
      ),
    ).toEqual(['"B"']);
    expect(
      await places(
        '"A" when nps between 0 and 20 { action "X" } "B" when nps between 10 and 30 { action "Y" } otherwise -> done',
      ),
    ).toEqual(['"B"']);
  });

  it('leaves alone cascades', async () => {
    expect(await places('"A" when health-score >= 80 -> done "B" when health-score >= 50 -> help otherwise -> help')).toEqual([]);
    expect(await places('"A" when nps < 3 and churn-threat -> done "B" when nps < 3 -> help otherwise -> help')).toEqual([]);
    expect(await places('"B" when nps < 3 -> help "A" when nps < 1 -> done otherwise -> help')).toEqual([]);
  });

  it('leaves alone answers with one target, bands that meet, and answers that a human picks', async () => {
    expect(
      await places('"A" when nps between 0 and 20 -> help "B" when nps between 10 and 30 -> help otherwise -> done'),
    ).toEqual([]);
    expect(await places('"A" when nps < 3 -> help "B" when nps >= 3 -> done')).toEqual([]);
    expect(await places('"Yes" -> help "No" -> done otherwise -> help')).toEqual([]);
    expect(await places('"A" when nps < 3 -> help "B" -> done')).toEqual([]);
    expect(await places('"A" when nps between 0 and 20 { } "B" when nps between 10 and 30 { } otherwise -> done')).toEqual([]);
  });

  it('says which way out there is where two measures share cases, and speaks of nothing else', async () => {
    const [finding] = await findingsOf(
      `sop help { applies when segment is enterprise } level l { decide d "What now?" { "Big" when arr >= 100k USD -> done "Sick" when health-score < 40 -> l otherwise -> done } }
resolution done { require nps > 3 }`,
      { rule: 'decision/overlap' },
    );
    expect(finding?.message).toBe(
      "Both 'Big' and 'Sick' answer 'What now?' in some cases, e.g. arr = 100k USD, health-score = 0, and the first one is taken. If that is meant, say so in the second: '… and not (arr >= 100k USD)'.",
    );
  });
});
