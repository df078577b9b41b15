import { expect, it } from 'vitest';
import { messages, open, textAt, withCode } from '../workspace-helper.js';

async function twice(contents: Record<string, string> | string): Promise<string[]> {
  return messages(await open(contents), 'name/twice');
}

it('stands at the second name and points to the first', async () => {
  const opened = await open('role csm\nrole csm');
  expect(messages(opened, 'name/twice')).toEqual(["'csm' is already the name of a role, declared in line 1."]);
  const [found] = withCode(opened, 'name/twice');
  expect(found?.range).toEqual({ start: { line: 1, character: 5 }, end: { line: 1, character: 8 } });
  expect(found?.relatedInformation).toEqual([
    {
      message: 'The first one',
      location: {
        uri: 'file:///work/main.sop',
        range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
      },
    },
  ]);
});

it.each([
  ['team t team t', "'t' is already the name of a team, declared in line 1."],
  ['level end {} closure end {}', "'end' is already the name of a level, declared in line 1."],
  ['resolution a {} level a {}', "'a' is already the name of a resolution, declared in line 1."],
  [
    'level l { action a "A" decide d "D" { otherwise { wait a "W" } } }',
    "'a' is already the name of a step in 'l', declared in line 1.",
  ],
  ['metric m { flag } threshold m when arr > 1 USD', "'m' is already the name of a metric, declared in line 1."],
  ['metric m { one of a, b, a }', "'a' stands twice among the values of 'm'."],
  ['variant v when arr > 1 USD {} variant v when arr > 2 USD {}', "'v' is already the name of a variant, declared in line 1."],
  ['role r variant v when arr > 1 USD { role r }', "'r' is already the name of a role, declared in line 1."],
  [
    'level l { action a "A" } variant v when arr > 1 USD { override level l { insert after a { action a "B" } } }',
    "'a' is already the name of a step in 'l', declared in line 1.",
  ],
])('finds %s', async (text, message) => {
  expect(await twice(text)).toEqual([message]);
});

it.each([
  ['names of different kinds', 'role a team a level a { action a "A" } severity a trigger a "A" {}'],
  ['steps of different levels', 'level l { action a "A" } level k { action a "A" }'],
  ['what shadows the standard library', 'role customer metric arr { money USD } threshold churn-threat when arr > 1 USD'],
  ['values of different metrics', 'metric m { one of a, b } metric n { one of a, b }'],
  [
    'a step that takes the place of one in the file',
    'level l { action a "A" } variant v when arr > 1 USD { override level l { action a "B" } }',
  ],
  ['the same name in two variants', 'variant v when arr > 1 USD { role r } variant w when arr > 2 USD { role r }'],
])('allows %s', async (_what, text) => {
  expect(await twice(text)).toEqual([]);
});

it('finds what an imported file declares already', async () => {
  expect(await twice({ 'main.sop': 'import "./p.sop" role csm severity s', 'p.sop': '\nrole csm severity s' })).toEqual([
    "'csm' is already the name of a role, declared in 'p.sop', line 2.",
  ]);
  expect(await twice({ 'main.sop': 'import "./p.sop" sop same {}', 'p.sop': 'sop same {}' })).toEqual([
    "'same' is already the name of a procedure, declared in 'p.sop', line 1.",
  ]);
});

it('finds what two imported files both declare, at the second import', async () => {
  const opened = await open({ 'main.sop': 'import "./a.sop" import "./b.sop"', 'a.sop': 'role csm', 'b.sop': 'role csm' });
  expect(messages(opened, 'name/twice')).toEqual(["'./b.sop' and './a.sop' both declare the role 'csm'."]);
  expect(withCode(opened, 'name/twice').map((found) => textAt(opened, found))).toEqual(['"./b.sop"']);
});

it('allows files that import each other, and one file imported twice', async () => {
  const contents = {
    'main.sop': 'import "./b.sop" import "./b.sop" sop a {} role x',
    'b.sop': 'import "./main.sop" sop b {} role y',
  };
  expect(await twice(contents)).toEqual([]);
});
