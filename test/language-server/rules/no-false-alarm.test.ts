/** What is right is left alone: the shipped examples, and five hundred procedures that keep their promises. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctProcedure } from './correct-procedure.js';
import { findingsOf } from './findings-of.js';

const alarms = async (text: string, files: Readonly<Record<string, string>> = {}) =>
  (await findingsOf(text, { files }))
    .filter(({ level }) => level === 'error' || level === 'warning')
    .map(({ code, range, message }) => `${range.start.line + 1}: ${code}: ${message}`);

describe('the shipped examples', () => {
  const names = readdirSync('examples').filter((name) => name.endsWith('.sop'));
  const files = Object.fromEntries(names.map((name) => [`./${name}`, readFileSync(`examples/${name}`, 'utf8')]));

  it.each(names)('%s raises no alarm', async (name) => {
    expect(await alarms(files[`./${name}`] ?? '', files)).toEqual([]);
  });
});

describe('correct procedures by chance', () => {
  it('raise no alarm, five hundred of them', async () => {
    const check = fc.asyncProperty(correctProcedure, async (text) => {
      expect(await alarms(text), text).toEqual([]);
    });
    await fc.assert(check, { numRuns: 500, seed: Number(process.env.SOP_SEED ?? 20_261_123), endOnFailure: true });
  }, 300_000);
});
