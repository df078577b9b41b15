/**
 * A clean procedure is broken in one place at a time, at least twice for each rule, and exactly that rule answers; what a
 * fault brings with it by its nature is listed beside it.
 */
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../language-server/rules/all-rules.js';
import { findingsOf } from './findings-of.js';
import { broken, files, mutations } from './mutations.js';
import { rich } from './rich.js';

describe('the clean procedure', () => {
  it('has no finding', async () => {
    expect(await findingsOf(rich)).toEqual([]);
  });

  it('is broken for every rule', () => {
    expect(Object.keys(mutations)).toEqual(allRules.map(({ id }) => id));
  });
});

describe.each(Object.entries(mutations))('%s', (id, ways) => {
  it.each(ways)('answers to %j', async (mutation) => {
    const codes = new Set((await findingsOf(broken(mutation), { files })).map(({ code }) => code));
    expect([...codes].toSorted().join(' ')).toBe([id, ...(mutation.implies ?? [])].toSorted().join(' '));
  });
});
