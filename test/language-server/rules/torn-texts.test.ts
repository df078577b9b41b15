/** However torn a text is, no rule fails on what is left of it: cut off anywhere, or with words missing. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../language-server/rules/all-rules.js';
import { runRules } from '../../../language-server/rules/run-rules.js';
import { procedureOf } from '../compile/procedure-of.js';
import { correctProcedure } from './correct-procedure.js';
import { rich } from './rich.js';

const texts = [rich, ...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'))];

/** What goes wrong when the rules run over a text and its first variant: failures are logged, never thrown. */
async function failures(text: string): Promise<string[]> {
  const log: string[] = [];
  const base = await procedureOf(text);
  const [first] = base.variants;
  const variants = first === undefined ? [] : [await procedureOf(text, { variant: first })];
  const lines = text.split('\n');
  await runRules(
    base,
    variants,
    {
      today: '2026-11-23',
      log: (message) => log.push(message),
      textAt: ({ start, end }) =>
        lines
          .slice(start.line, end.line + 1)
          .join('\n')
          .slice(start.character),
    },
    allRules,
  );
  return log.filter((message) => message.includes(' failed: '));
}

const words = (text: string) => text.match(/"""[\s\S]*?"""|"[^"\n]*"|[\w.-]+|\s+|./g) ?? [];

describe('no rule fails', () => {
  it('on a text that is cut off', async () => {
    const cut = fc.tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(cut, async ([text, share]) => {
        expect(await failures(text.slice(0, Math.floor(text.length * share)))).toEqual([]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('on a text with words missing, doubled or in the wrong place', async () => {
    const torn = fc.tuple(
      fc.oneof(fc.constantFrom(...texts), correctProcedure),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'swap')), { minLength: 1, maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(torn, async ([text, changes]) => {
        const parts = words(text);
        for (const [at, other, change] of changes) {
          const [i, j] = [at % parts.length, other % parts.length];
          if (change === 'drop') parts[i] = '';
          else if (change === 'double') parts[i] = `${parts[i]} ${parts[i]}`;
          else [parts[i], parts[j]] = [parts[j] ?? '', parts[i] ?? ''];
        }
        expect(await failures(parts.join(''))).toEqual([]);
      }),
      { numRuns: 250, seed: 2 },
    );
  });
});
