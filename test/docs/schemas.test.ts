import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { json } from '../../cli/formats/json.js';
import { OpenFiles } from '../../cli/open-files.js';
import { arrange } from '../../diagram/arrange.js';
import { roleChartOf } from '../../diagram/role-chart.js';
import { swimlanesOf } from '../../diagram/views/swimlanes.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

const examples = readdirSync('examples').filter((file) => file.endsWith('.sop'));
const files = Object.fromEntries(examples.map((file) => [`./${file}`, readFileSync(`examples/${file}`, 'utf8')]));

/** What is wrong with a value, in the eyes of one of the schemas under `docs/schema/`. */
function faultsBy(name: string): (value: unknown) => readonly string[] {
  const schema: unknown = JSON.parse(readFileSync(`docs/schema/${name}.schema.json`, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is no schema.`);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  return (value) =>
    validate(JSON.parse(JSON.stringify(value)))
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

describe('the schema of the Drawing', () => {
  const faults = faultsBy('drawing');
  for (const file of examples) {
    it(`holds for ${file} and its variants`, async () => {
      const text = files[`./${file}`] ?? '';
      const procedure = await procedureOf(text, { files });
      expect(faults(arrange(procedure))).toEqual([]);
      for (const variant of procedure.variants) expect(faults(arrange(await procedureOf(text, { files, variant })))).toEqual([]);
    });
  }
  it('holds for a level that shows its header only', async () => {
    const procedure = await procedureOf(files['./saas-enterprise.sop'] ?? '', { files });
    expect(faults(arrange(procedure, { collapsed: new Set(['frontline']) }))).toEqual([]);
  });
  it('holds for swimlanes and for who reports to whom', async () => {
    expect(faults(swimlanesOf(await procedureOf(files['./saas-enterprise.sop'] ?? '', { files })))).toEqual([]);
    const chart = roleChartOf(await procedureOf(files['./people.sop'] ?? '', { files }));
    expect(chart.lines.map(({ kind }) => kind)).toContain('reports');
    expect(faults(chart)).toEqual([]);
  });
  it('tells a box without a place', () => {
    expect(faults({ version: 1, width: 1, height: 1, boxes: [{ id: 'a', kind: 'action' }], lines: [] })).not.toEqual([]);
  });
});

describe('the schema of the findings', () => {
  const faults = faultsBy('findings');
  it('holds for what `sop check --format json` prints', async () => {
    const inputs = examples.map((file) => ({
      path: `examples/${file}`,
      location: `${process.cwd()}/examples/${file}`,
      bytes: new TextEncoder().encode(files[`./${file}`]?.replace('version', 'verion')),
    }));
    const checked = await new OpenFiles(process.cwd(), '2026-11-23').check(inputs);
    expect(checked.findings.length).toBeGreaterThan(0);
    expect(faults(JSON.parse(json.print(checked, { colours: false, failOn: 'error' })))).toEqual([]);
  }, 60_000);
});
