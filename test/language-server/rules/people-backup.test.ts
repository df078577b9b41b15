import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (level: string, files?: Record<string, string>) =>
  findingsOf(
    `${files ? 'import "./people.sop"' : ''} role alone "Alone" { reports to lead } role lead "Lead" { backup alone } role any { one of alone, lead }
severity bad "Bad" { when nps < 0 } severity good
level first "First" { ${level} action "a" -> done } resolution done { require "x" judged by alone }`,
    { rule: 'people/backup', ...(files ? { files } : {}) },
  );

describe('people/backup', () => {
  it('fires on an owner that nobody stands in for, at the owner, and offers a backup', async () => {
    const [finding, ...others] = await of('owner alone resolve within 1 h');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'warning',
      at: 'alone',
      message:
        "'First' makes a promise, but its owner 'Alone' has no backup: on a day off nobody keeps it. Add 'backup' and a role to 'Alone', such as backup lead.",
      related: [{ at: 'alone', message: "'Alone' is here." }],
    });
    expect(finding?.fix?.result).toContain('role alone "Alone" { backup lead  reports to lead }');
  });

  it('fires for any target, in a block for a severity too', async () => {
    expect(await of('owner alone update lead every 4 h')).toHaveLength(1);
    expect(await of('owner alone for bad { resolve within 1 h }')).toHaveLength(1);
    expect(await of('owner lead resolve within 1 h for bad { owner alone }')).toMatchObject([{ at: 'alone' }]);
  });

  it('names a role of another file without a fix', async () => {
    expect(await of('owner other resolve within 1 h', { './people.sop': 'role other "Other"' })).toMatchObject([
      { at: 'other', related: [], fix: null },
    ]);
  });

  it('keeps quiet about a backup, a role that is filled, and a level without a target', async () => {
    expect(await of('owner lead resolve within 1 h')).toEqual([]);
    expect(await of('owner any resolve within 1 h')).toEqual([]);
    expect(await of('owner alone escalate after 1 h -> first')).toEqual([]);
  });
});
