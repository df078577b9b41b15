/** The rules over whole procedures, and again after one edit, without the server around them. */
import { compile } from '../language-server/compile/compile.js';
import { isDocument } from '../language-server/generated/ast.js';
import { allRules } from '../language-server/rules/all-rules.js';
import { runRules } from '../language-server/rules/run-rules.js';
import { documentOf } from './compile-text.js';
import { labelEdit, procedureOfLines, stepEdit } from './generate.js';
import { quantile, type Tell, timesOf, yardstick } from './measure.js';

const part = 'rules';
const surroundings = { today: '2026-11-23' };

export async function benchRules(tell: Tell): Promise<void> {
  for (const [name, lines, levels, bound] of [
    ['30 lines', 30, undefined, undefined],
    ['300 lines', 300, undefined, { median: 50 }],
    ['1,000 lines with 40 levels', 1000, 40, undefined],
    ['3,000 lines', 3000, undefined, { median: 500 }],
  ] as const) {
    const text = procedureOfLines(lines, levels);
    const first = await procedure(text, 0);
    await runRules(first, [], surroundings);
    const samples: number[] = [];
    for (let round = 1; round <= (lines > 1000 ? 5 : 10); round++) {
      yardstick.measure();
      // Another text altogether as far as caches know: every title differs.
      const fresh = await procedure(text.replaceAll(' "', ` "${'abcdefghij'[round % 10]}`), round);
      const start = performance.now();
      await runRules(fresh, [], surroundings);
      samples.push(performance.now() - start);
    }
    tell({ part, name: `full check, ${name}`, ...timesOf(samples), ...(bound ? { bound } : {}) });
  }
  await again(tell);
}

/** One edit in 3,000 lines: what an edit cannot have changed need not be checked again. */
async function again(tell: Tell): Promise<void> {
  const text = procedureOfLines(3000);
  await runRules(await procedure(text, 0), [], surroundings);
  const samples: number[] = [];
  const byRule = new Map<string, number[]>();
  for (let round = 0; round < 10; round++) {
    yardstick.measure();
    const edited = await procedure((round % 2 === 0 ? labelEdit : stepEdit)(text, round), round);
    const start = performance.now();
    await runRules(edited, [], surroundings);
    samples.push(performance.now() - start);
    if (round % 3 !== 0) continue;
    const next = await procedure(labelEdit(text, round + 1), round);
    for (const rule of allRules) {
      const began = performance.now();
      await runRules(next, [], surroundings, [rule]);
      byRule.set(rule.id, [...(byRule.get(rule.id) ?? []), performance.now() - began]);
    }
  }
  tell({ part, name: 're-check after one edit, 3,000 lines', ...timesOf(samples), bound: { median: 150 } });
  const slowest = [...byRule].sort(([, one], [, other]) => quantile(other, 0.5) - quantile(one, 0.5)).slice(0, 4);
  for (const [id, taken] of slowest) tell({ part, name: `of it ${id}`, ...timesOf(taken) });
}

async function procedure(text: string, _round: number) {
  const root = (await documentOf(text, false)).parseResult.value;
  if (!isDocument(root)) throw new Error('Not a procedure.');
  return compile(root);
}
