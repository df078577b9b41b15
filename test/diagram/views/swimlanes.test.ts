import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { qualityOf } from '../../../diagram/quality.js';
import { roleChartOf } from '../../../diagram/role-chart.js';
import { swimlanesOf } from '../../../diagram/views/swimlanes.js';
import { procedureOf } from '../../language-server/compile/procedure-of.js';
import { generatedProcedure } from '../generated-procedures.js';

const examples = new URL('../../../examples/', import.meta.url);
const people = readFileSync(new URL('people.sop', examples), 'utf8');
const texts = readdirSync(examples)
  .filter((name) => name.endsWith('.sop') && name !== 'people.sop')
  .map((name) => [name, readFileSync(new URL(name, examples), 'utf8')] as const);
const generated = Array.from({ length: 20 }, (_, seed) => [`seed ${seed}`, generatedProcedure(seed)] as const);

it.each([...texts, ...generated])('draws %s in lanes without a line through a step or a title', async (_, text) => {
  const procedure = await procedureOf(text, { files: { './people.sop': people } });
  const drawing = swimlanesOf(procedure);
  expect(drawing.lines.map((line) => line.id)).toEqual(procedure.edges.map((edge) => edge.id));
  const steps = {
    ...drawing,
    boxes: drawing.boxes.filter((box) => box.kind !== 'lane').map(({ parent: _parent, ...box }) => box),
  };
  const quality = qualityOf(steps);
  expect(quality).toMatchObject({ boxesOverlapping: [], labelsOverlapping: [], linesThroughBoxes: [], textCut: [] });
  expect(qualityOf(drawing)).toMatchObject({ boxesOverlapping: [], linesThroughTitles: [] });
});

it('puts a step in the lane of who does it', async () => {
  const procedure = await procedureOf(`sop x "X" { owner csm } role csm "CSM" role lead "Lead"
level first { owner csm action one "One" action two "Two" by lead -> done } resolution done { -> over } closure over "Over"`);
  const { boxes } = swimlanesOf(procedure);
  expect(boxes.find((box) => box.id === 'first.one')?.parent).toBe('lane:csm');
  expect(boxes.find((box) => box.id === 'first.two')?.parent).toBe('lane:lead');
});

it('draws who reports to whom', async () => {
  const procedure = await procedureOf(
    `role vp "VP" role lead "Lead" { reports to vp } role csm "CSM" { reports to lead } role other "Other"`,
  );
  const drawing = roleChartOf(procedure);
  const pairs = drawing.lines.map((line) => [line.from, line.to]);
  const id = (name: string): string => procedure.roles.find((role) => role.name === name)?.id ?? '';
  expect(pairs).toEqual([
    [id('vp'), id('lead')],
    [id('lead'), id('csm')],
  ]);
  expect(qualityOf(drawing)).toMatchObject({ boxesOverlapping: [], linesThroughBoxes: [] });
});
