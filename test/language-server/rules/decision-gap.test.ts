import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (branches: string, more = '', guard = '') =>
  findingsOf(
    `role csm\n${more}\nlevel l { owner csm\n  decide how "How is it?" ${guard} {\n    ${branches}\n  }\n  action help "Help" -> done }\nresolution done { require nps > 3 }`,
    { rule: 'decision/gap' },
  );
const places = async (branches: string, more = '', guard = '') => (await of(branches, more, guard)).map((finding) => finding.at);

describe('decision/gap', () => {
  it('fires on a case that no measured answer takes, with that case', async () => {
    expect(await of('"Bad" when health-score < 40 -> help "Good" when health-score > 40 -> done')).toMatchObject([
      {
        level: 'error',
        at: 'how',
        element: 'l.how',
        related: [],
        message:
          "'How is it?' has no answer for some cases, e.g. health-score = 40. Add a branch for these cases, or 'otherwise'.",
      },
    ]);
    expect((await of('"A" when segment is smb -> help "B" when segment is enterprise -> done'))[0]?.message).toContain(
      'e.g. segment is mid-market.',
    );
    expect((await of('"A" when churn-threat -> help "B" when nps < 0 -> done'))[0]?.message).toContain(
      'e.g. not churn-threat, nps = 0.',
    );
    expect((await of('"A" when low -> help "B" when nps >= 3 -> done', 'threshold low when nps < 0'))[0]?.message).toContain(
      'e.g. nps = 0.',
    );
    expect(
      (await of('"A" when "He cries" judged by csm -> help "B" when "He sighs" judged by csm -> done'))[0]?.message,
    ).toContain('e.g. not "He cries", not "He sighs".');
  });

  it("offers 'otherwise' after the last answer", async () => {
    const [finding] = await of('"Bad" when health-score < 40 -> help\n    "Good" when health-score > 40 -> done');
    expect(finding?.fix?.title).toBe("Add 'otherwise'");
    expect(finding?.fix?.result).toContain('"Good" when health-score > 40 -> done\n    otherwise -> done\n  }');
  });

  it('leaves alone answers that take every case', async () => {
    expect(await places('"Bad" when health-score < 40 -> help "Good" when health-score >= 40 -> done')).toEqual([]);
    expect(await places('"A" when segment is smb -> help "B" when segment is not smb -> done')).toEqual([]);
    expect(await places('"A" when churn-threat -> help "B" when not churn-threat -> done')).toEqual([]);
  });

  it("leaves alone decisions with 'otherwise', or with an answer that a human picks", async () => {
    expect(await places('"Bad" when health-score < 40 -> help otherwise -> done')).toEqual([]);
    expect(await places('"Bad" when health-score < 40 -> help "Good" -> done')).toEqual([]);
    expect(await places('"Yes" -> help "No" -> done')).toEqual([]);
  });

  it('takes into account what is known at the decision', async () => {
    const bands = '"Bad" when health-score < 40 -> help "Fair" when health-score between 40 and 60 -> done';
    expect(await places(bands)).toEqual(['how']);
    expect(await places(bands, '', 'when health-score < 50')).toEqual([]);
    const inside = `"Low" when health-score < 60 { decide deep "How low?" { "A" when health-score < 30 -> help "B" when health-score between 30 and 60 -> done } } otherwise -> done`;
    expect(await places(inside)).toEqual([]);
    const beside = `"High" when health-score >= 60 -> done otherwise { decide deep "How low?" { "A" when health-score < 30 -> help "B" when health-score between 30 and 60 -> done } }`;
    expect(await places(beside)).toEqual([]);
  });
});
