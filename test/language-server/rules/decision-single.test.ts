import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (branches: string, more = '', guard = '') =>
  findingsOf(
    `role csm\n${more}\nlevel l { owner csm\n  decide how "How is it?" ${guard} {\n    ${branches}\n  }\n  action help "Help" -> done }\nresolution done { require nps > 3 }`,
    { rule: 'decision/single' },
  );
const places = async (branches: string, more = '', guard = '') => (await of(branches, more, guard)).map((finding) => finding.at);

describe('decision/single', () => {
  it('fires on fewer than two answers', async () => {
    expect(await of('"Bad" -> help')).toMatchObject([
      {
        level: 'warning',
        at: 'how',
        element: 'l.how',
        message:
          "'How is it?' has one answer only, so nothing is decided. Add another, such as 'otherwise', or make it an action.",
      },
    ]);
    expect(await of('')).toMatchObject([
      { message: "'How is it?' has no answers, so nothing is decided. Add another, such as 'otherwise', or make it an action." },
    ]);
    expect(await places('otherwise -> help')).toEqual(['how']);
  });

  it('leaves alone two answers and more', async () => {
    expect(await places('"Bad" -> help otherwise -> done')).toEqual([]);
    expect(await places('"Bad" -> help "Good" -> done "Fair" -> done')).toEqual([]);
  });
});
