import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../diagram/arrange.js';
import { type Quality, qualityOf } from '../../diagram/quality.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';
import { generatedProcedure } from './generated-procedures.js';

const examples = new URL('../../examples/', import.meta.url);
const people = readFileSync(new URL('people.sop', examples), 'utf8');

async function measured(text: string): Promise<Quality> {
  const procedure = await procedureOf(text, { files: { './people.sop': people } });
  const drawing = arrange(procedure, { mostSteps: 5000 });
  expect(drawing.lines.map((line) => line.id)).toEqual(procedure.edges.map((edge) => edge.id));
  return qualityOf(drawing);
}

const never = { boxesOverlapping: [], labelsOverlapping: [], linesThroughBoxes: [], linesThroughTitles: [], textCut: [] };

describe('the Flow view', () => {
  it.each(readdirSync(examples).filter((name) => name.endsWith('.sop')))('draws %s without a flaw', async (name) => {
    expect(await measured(readFileSync(new URL(name, examples), 'utf8'))).toMatchObject({ ...never, linesOnLines: [] });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('draws 20 generated procedures of size %i without a flaw', async (size) => {
    for (let round = 0; round < 20; round++) {
      const seed = round * 10 + size;
      expect({ seed, ...(await measured(generatedProcedure(seed))) }).toMatchObject({ seed, ...never });
    }
  });
});
