import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { procedureOf } from './procedure-of.js';

const examples = readdirSync('examples').filter((file) => file.endsWith('.sop'));
const files = Object.fromEntries(examples.map((file) => [`./${file}`, readFileSync(`examples/${file}`, 'utf8')]));

const schema: unknown = JSON.parse(readFileSync('docs/schema/procedure.schema.json', 'utf8'));
if (typeof schema !== 'object' || schema === null) throw new Error('The schema is no object.');
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** What is wrong with a Procedure, in the schema's eyes. */
function faults(procedure: unknown): readonly string[] {
  // Through JSON, as readers get it: an undefined property would be a fault that the object hides.
  return validate(JSON.parse(JSON.stringify(procedure)))
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

describe('the schema of the Procedure holds', () => {
  for (const file of examples) {
    it(`for ${file} and its variants`, async () => {
      const text = files[`./${file}`] ?? '';
      const procedure = await procedureOf(text, { files });
      expect(faults(procedure)).toEqual([]);
      for (const variant of procedure.variants) expect(faults(await procedureOf(text, { files, variant }))).toEqual([]);
    });
  }

  it('for every construct of the language', async () => {
    const text = readFileSync('test/language-server/compile/everything.sop', 'utf8');
    const others = { './other.sop': 'sop other "Other" { status retired }' };
    const procedure = await procedureOf(text, { files: others });
    expect(faults(procedure)).toEqual([]);
    for (const variant of procedure.variants) expect(faults(await procedureOf(text, { files: others, variant }))).toEqual([]);
  });

  it('for unfinished texts', async () => {
    const text = readFileSync('test/language-server/compile/everything.sop', 'utf8');
    for (let end = 0; end < text.length; end += 211) expect(faults(await procedureOf(text.slice(0, end)))).toEqual([]);
  });

  it('and tells a field that is not in it', async () => {
    expect(faults({ ...(await procedureOf('')), extra: 1 })).toEqual([
      ' must NOT have additional properties {"additionalProperty":"extra"}',
    ]);
  });
});
