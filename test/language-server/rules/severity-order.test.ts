import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(text, { rule: 'severity/order' });
const two = (a: string, b: string) => of(`role csm "CSM" role lead severity high "High" { ${a} } severity low "Low" { ${b} }`);
const places = async (a: string, b: string) => (await two(a, b)).map((finding) => finding.at);

describe('severity/order', () => {
  it('fires on a slower target of the more severe one, at that target', async () => {
    expect(await two('acknowledge within 2 h', 'acknowledge within 1 h')).toMatchObject([
      {
        level: 'error',
        at: 'acknowledge',
        element: 'high',
        message:
          "'High' must acknowledge within 2 h, but 'Low', which is less severe, has to acknowledge within 1 h. Make the more severe one at least as quick.",
        related: [{ at: 'acknowledge', message: "'Low' is quicker." }],
      },
    ]);
    expect(await places('respond within 2 h resolve within 3 days', 'respond within 1 h resolve within 2 days')).toEqual([
      'respond',
      'resolve',
    ]);
  });

  it('looks past the next severity', async () => {
    const text = 'severity a { resolve within 8 h } severity b severity c { resolve within 4 h }';
    expect(await of(text)).toMatchObject([{ at: 'resolve', element: 'a' }]);
  });

  it('compares business and clock time at the worst moment to start', async () => {
    expect(await two('resolve within 8 business hours', 'resolve within 24 h')).toMatchObject([
      {
        message:
          "'High' must resolve within 8 business hours, but 'Low', which is less severe, has to resolve within 24 h; with closed hours in between, 8 business hours last up to 72 h. Make the more severe one at least as quick.",
      },
    ]);
    expect(await places('resolve within 8 h', 'resolve within 2 business days')).toEqual([]);
    expect(await places('resolve within 4 business hours', 'resolve within 1 business day')).toEqual([]);
    expect(await places('resolve within 2 business days', 'resolve within 8 business hours')).toEqual(['resolve']);
  });

  it('compares updates to the same people by their largest gap', async () => {
    expect(await two('update csm every 1 day', 'update lead, csm 3 times per day')).toMatchObject([
      {
        at: 'update',
        message:
          "'High' updates CSM every 1 day, but 'Low', which is less severe, updates lead, CSM 3 times per day. Make the more severe one at least as quick.",
      },
    ]);
    expect(await places('update csm every 8 h', 'update csm 3 times per day')).toEqual([]);
    expect(await places('update csm 2 times per day', 'update csm 3 times per week')).toEqual([]);
    expect(await places('update csm every 4 business hours', 'update csm every 1 day')).toEqual(['update']);
    expect(await places('update csm every 1 day', 'update csm every 1 business day')).toEqual([]);
    expect(await places('update csm every 1 day', 'update lead every 1 h')).toEqual([]);
  });

  it("compares 'once' only with 'once'", async () => {
    expect(await places('update csm once within 1 day', 'update csm every 1 h')).toEqual([]);
    expect(await places('update csm every 1 day', 'update csm once within 1 h')).toEqual([]);
    expect(await places('update csm once within 1 day', 'update csm once within 1 h')).toEqual(['update']);
  });

  it("compares the 'for' blocks of a level", async () => {
    const text = `role csm severity high "High" severity low "Low"
level l "Desk" { owner csm  resolve within 2 h  for high { resolve within 8 h }  for low { resolve within 4 h } }`;
    expect(await of(text)).toMatchObject([
      {
        at: 'resolve',
        element: 'l',
        message:
          "'High' must resolve within 8 h in 'Desk', but 'Low', which is less severe, has to resolve within 4 h. Make the more severe one at least as quick.",
      },
    ]);
    const own = `role csm severity high severity low level l { owner csm  resolve within 2 h  for high { resolve within 8 h } }`;
    expect(await of(own)).toHaveLength(1);
    const less = `role csm severity high "High" severity low "Low" level l "Desk" { owner csm  resolve within 8 h  for low { resolve within 2 h } }`;
    expect(await of(less)).toMatchObject([
      { at: 'resolve', message: expect.stringMatching(/^'High' must resolve within 8 h in 'Desk', but 'Low', .* 2 h\./) },
    ]);
    expect(await of(less.replace('within 2 h', 'within 2 days'))).toEqual([]);
  });

  it('leaves alone equal ones, other kinds and one severity alone', async () => {
    expect(await places('acknowledge within 60 min', 'acknowledge within 1 h')).toEqual([]);
    expect(await places('acknowledge within 2 h', 'respond within 1 h')).toEqual([]);
    expect(await places('acknowledge within 1 h', '')).toEqual([]);
    expect(await of('severity a { acknowledge within 1 h resolve within 2 h }')).toEqual([]);
    expect(
      await of('role csm severity a severity b level l { owner csm resolve within 2 h for a, b { resolve within 3 h } }'),
    ).toEqual([]);
  });
});
