import { describe, expect, it } from 'vitest';
import { changed } from './clean.js';
import { findingsOf } from './findings-of.js';

describe('a title that is long', () => {
  const title = 'Repair it, and '.repeat(20_000).trim();
  const short = `'${title.slice(0, 79)}…'`;

  it('is cut in messages and in what they point to', async () => {
    const [finding] = await findingsOf(changed(['"Repair it" within 4 h', `"${title}" within 9 h`]), { rule: 'time/budget' });
    expect(finding?.message).toContain(`${short.slice(1, -1)} 9 h. Give`);
    expect(finding?.related).toMatchObject([{ message: `${short} takes the most of it.` }]);
  });

  it('is cut where a variant is named', async () => {
    const [finding] = await findingsOf(
      `${changed()}\nvariant smb "${title}" when segment is smb { override level desk { resolve within 2 h } }`,
      { rule: 'time/budget' },
    );
    expect(finding?.message).toMatch(new RegExp(`^In the variant ${short} \\(smb\\): `));
  });

  it('stays as it is up to 80 characters', async () => {
    const whole = 'a'.repeat(76).concat(' end');
    const [finding] = await findingsOf(changed(['"Repair it" within 4 h', `"${whole}" within 9 h`]), { rule: 'time/budget' });
    expect(finding?.message).toContain(whole);
  });
});
