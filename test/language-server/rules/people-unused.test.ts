import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (more: string, options = {}) =>
  findingsOf(
    `sop help {} ${more} role agent trigger call { when nps < 0 -> first }
level first { owner agent action "a" -> done } resolution done { require "x" judged by agent }`,
    { rule: 'people/unused', ...options },
  );

describe('people/unused', () => {
  it('fires on each kind of thing that nobody uses, and fades it', async () => {
    const findings = await of(`role idle "Idle" team empty channel chat template mail { body "x" } calendar office { open always }
source tool { provides mine } metric mine { count } threshold low when nps < 0 severity bad { when nps < 0 }`);
    expect(findings.map(({ at }) => at)).toEqual(['idle', 'empty', 'chat', 'mail', 'office', 'tool', 'mine', 'low', 'bad']);
    expect(findings[0]).toMatchObject({
      level: 'hint',
      unused: true,
      message: "Nobody uses the role 'Idle'. Use it, or remove it.",
    });
    expect(findings[5]).toMatchObject({ message: "Nothing uses what the source 'tool' provides. Use it, or remove it." });
  });

  it('counts uses of every kind', async () => {
    expect(
      await of(`team people { calendar office contact via chat } role other { team people backup third } role third role fourth
channel chat calendar office { open always } template mail { body "About {mine}" } metric mine { count } metric theirs { count } source tool { provides mine }
threshold low when theirs > 3 severity bad { when low resolve within 1 day } severity good
level more { owner other for good { resolve within 2 h } notify fourth using mail when not low -> done }`),
    ).toEqual([]);
  });

  it('keeps quiet about libraries, and what comes from one', async () => {
    expect(await findingsOf('role idle', { rule: 'people/unused' })).toEqual([]);
    expect(
      await findingsOf('import "./people.sop" sop help {}', { rule: 'people/unused', files: { './people.sop': 'role idle' } }),
    ).toEqual([]);
  });

  it('tells what a variant declares and nobody uses', async () => {
    expect(
      await of('variant smb when segment is smb { role idle "Idle" role busy "Busy" override level first { owner busy } }'),
    ).toMatchObject([{ at: 'idle', message: "In the variant 'smb': Nobody uses the role 'Idle'. Use it, or remove it." }]);
  });

  it('counts what only a variant uses, and not what a variant leaves out', async () => {
    expect(await of('role other variant smb when segment is smb { override level first { owner other } }')).toEqual([]);
  });
});
