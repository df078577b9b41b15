import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../flow/procedure.js';
import { keepStale } from '../../../language-server/compile/keep-stale.js';
import { procedureOf } from './procedure-of.js';
import { Typing } from './typing.js';

const examples = readdirSync('examples').filter((file) => file.endsWith('.sop'));
const read = (file: string) => readFileSync(`examples/${file}`, 'utf8');
const files = Object.fromEntries(examples.map((file) => [`./${file}`, read(file)]));

describe('of a whole text', () => {
  for (const file of examples) {
    it(`${file} changes nothing: edges found again from the steps are those of the text`, async () => {
      const procedure = await procedureOf(read(file), { files });
      expect(keepStale(procedure, procedure)).toEqual(procedure);
      for (const variant of procedure.variants) {
        const other = await procedureOf(read(file), { files, variant });
        expect(keepStale(other, other)).toEqual(other);
      }
    });
  }
});

/** All prefixes and all words take minutes: asked for by `SOP_EVERY_PLACE=1`. Else a sample. */
const everyPlace = process.env.SOP_EVERY_PLACE !== undefined;

/** Whatever is shown must hold together. */
function expectWhole(procedure: Procedure): void {
  const elements = [procedure.triggers, procedure.levels, procedure.resolutions, procedure.closures, procedure.steps].flat();
  const ids = new Set(elements.map((element) => element.id));
  expect(ids.size).toBe(elements.length);
  const procedures = new Set(procedure.procedures.map(({ name }) => name));
  expect(new Set(procedure.edges.map((edge) => edge.id)).size).toBe(procedure.edges.length);
  for (const edge of procedure.edges) {
    expect(ids.has(edge.from), edge.id).toBe(true);
    expect(edge.kind === 'convert' ? procedures.has(edge.to) : ids.has(edge.to), edge.id).toBe(true);
  }
  for (const step of procedure.steps) {
    expect(ids.has(step.parent), step.id).toBe(true);
    if (step.container) expect(ids.has(step.container.step), step.id).toBe(true);
  }
}

describe('typing from the first to the last character', () => {
  for (const file of examples) {
    it(`${file} loses no step that the finished text has`, async () => {
      const text = read(file);
      const typing = new Typing(files);
      const finished = await typing.show(text);
      const final = new Set(finished.steps.map((step) => step.id));
      typing.clear();
      const seen = new Set<string>();
      for (let end = 1; end <= text.length; end += everyPlace ? 1 : 23 + (end % 11)) {
        const shown = await typing.show(text.slice(0, end));
        expectWhole(shown);
        for (const id of seen) {
          if (!shown.steps.some((step) => step.id === id))
            throw new Error(`${id} is lost after ${JSON.stringify(text.slice(Math.max(0, end - 120), end))}`);
        }
        for (const step of shown.steps) if (final.has(step.id)) seen.add(step.id);
      }
      expect((await typing.show(text)).steps.map((step) => step.id)).toEqual(finished.steps.map((step) => step.id));
    }, 600_000);
  }
});

describe('one word deleted', () => {
  for (const file of examples) {
    it(`${file} keeps every step but the one it belongs to`, async () => {
      const text = read(file);
      const typing = new Typing(files);
      const finished = await typing.show(text);
      const words = [...text.matchAll(/"[^"\n]*"|[\w-]+|->|[^\s\w]/g)];
      for (let i = 0; i < words.length; i += everyPlace ? 1 : 17) {
        const word = words[i];
        if (!word) continue;
        typing.clear();
        await typing.show(text);
        const shown = await typing.show(text.slice(0, word.index) + text.slice(word.index + word[0].length));
        expectWhole(shown);
        if (!typing.broken) continue;
        const lost = finished.steps.filter((step) => !shown.steps.some((other) => other.id === step.id));
        expect(lost.length, `${lost.map((step) => step.id).join(', ')} without ${word[0]} at ${word.index}`).toBeLessThanOrEqual(
          1,
        );
      }
    }, 600_000);
  }
});
