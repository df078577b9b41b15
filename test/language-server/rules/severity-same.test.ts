import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(`role csm role lead ${text}`, { rule: 'severity/same' });
const places = async (text: string) => (await of(text)).map((finding) => finding.at);

describe('severity/same', () => {
  it('fires on two beside each other with the same targets and people, at the second', async () => {
    expect(
      await of(
        'severity a "High" { owner csm acknowledge within 1 h } severity b "Medium" { acknowledge within 60 min owner csm }',
      ),
    ).toMatchObject([
      {
        level: 'info',
        at: 'b',
        element: 'b',
        message:
          "'Medium' has the same targets and people as 'High', so it makes no difference which one a case gets. Give them different targets, or make one of the two.",
        related: [{ at: 'a' }],
      },
    ]);
    expect(await places('severity a { update csm, lead every 1 day } severity b { update lead, csm every 24 h }')).toEqual(['b']);
    expect(await places('severity a { informed lead } severity b { informed lead }')).toEqual(['b']);
  });

  it('leaves alone those without any target or person, and those that differ', async () => {
    expect(await places('severity a severity b')).toEqual([]);
    expect(await places('severity a { owner csm } severity b { owner lead }')).toEqual([]);
    expect(await places('severity a { owner csm } severity b { consulted csm }')).toEqual([]);
    expect(await places('severity a { acknowledge within 1 h } severity b { acknowledge within 1 business hour }')).toEqual([]);
    expect(await places('severity a { acknowledge within 1 h } severity b { respond within 1 h }')).toEqual([]);
    expect(await places('severity a { owner csm } severity b { owner lead } severity c { owner csm }')).toEqual([]);
  });

  it("leaves alone those that a level's 'for' tells apart", async () => {
    const level = 'level l { owner csm for a { resolve within 1 h } }';
    expect(await places(`severity a { owner csm } severity b { owner csm } ${level}`)).toEqual([]);
  });
});
