import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../flow/procedure.js';
import { compile } from '../../../language-server/compile/compile.js';
import { documentOf, procedureOf } from './procedure-of.js';

const base = `
role csm role lead external role customer
severity sev1 { acknowledge within 10 min informed lead } severity sev2
threshold hot when nps < 10
trigger a "A" { when hot severity sev1 cooldown 1 day example "Ring" -> low }
trigger b { when nps < 20 -> high }
level low "Low" {
  owner csm  consulted lead
  acknowledge within 1 h  resolve within 4 h
  update customer every 4 h
  for sev1, sev2 { resolve within 1 h }
  escalate after 4 h -> high
  escalate when hot -> high
  action one "One"
  decide two "Two?" { "Yes" { action three "Three" action "Unnamed" } otherwise -> four }
  action "Unnamed"
  action four "Four" -> done
}
level high "High" { owner lead action five "Five" -> done }
resolution done { action six "Six" action seven "Seven" }
closure closed {}
deadline d { of b within 1 day met by low.one }`;

const variantOf = (changes: string): Promise<Procedure> =>
  procedureOf(`${base} variant v "V" when segment is smb { ${changes} }`, { variant: 'v' });
const edges = (procedure: Procedure) => procedure.edges.map((edge) => edge.id);
const level = (procedure: Procedure, id: string) => {
  const found = procedure.levels.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no level ${id}.`);
  return found;
};
const targets = (procedure: Procedure) =>
  level(procedure, 'low').targets.map((target) =>
    target.kind === 'update' ? `update ${target.every?.text}` : `${target.kind} ${target.within.text}`,
  );

describe('a variant', () => {
  it('that changes nothing is the procedure itself under another name', async () => {
    const text = `${base} variant v "V" when segment is smb {}`;
    const { variant: _own, variantScope: _scope, metrics: _metrics, ...own } = await procedureOf(text);
    const { variant, variantScope, metrics: _more, ...same } = await procedureOf(text, { variant: 'v' });
    expect(same).toEqual(own);
    expect(variant).toBe('v');
    expect(variantScope?.title).toBe('V');
    expect(variantScope?.when).toMatchObject({ kind: 'test', subject: 'segment' });
  });
  it('that does not exist is the procedure itself', async () => {
    expect((await procedureOf(base, { variant: 'v' })).variant).toBe(null);
  });
  it('leaves the text as it is: compiled again, everything is as before', async () => {
    const document = await documentOf(
      `${base} variant v when segment is smb { omit high override level low { insert after one { action new "New" } } }`,
    );
    const before = compile(document);
    compile(document, 'v');
    expect(compile(document)).toEqual(before);
  });
});

describe('omit', () => {
  it('joins the neighbours of a step', async () => {
    expect(edges(await variantOf('omit low.one'))).toEqual([
      'a trigger low',
      'b trigger high',
      'low escalate high',
      'low escalate high#2',
      'low.two branch low.three',
      'low.three next low.action:unnamed',
      'low.action:unnamed next low.action:unnamed#2',
      'low.two branch low.four',
      'low.action:unnamed#2 next low.four',
      'low.four next done',
      'high.five next done',
      'done.six next done.seven',
      'done.seven next closed',
    ]);
  });
  it('takes a level away with its steps and all ways into it', async () => {
    const procedure = await variantOf('omit high');
    expect(edges(procedure).filter((id) => id.includes('high'))).toEqual([]);
    expect(procedure.steps.some((step) => step.parent === 'high')).toBe(false);
    expect(level(procedure, 'low').escalations.map(({ target, edge }) => ({ target, edge }))).toEqual([
      { target: null, edge: null },
      { target: null, edge: null },
    ]);
    expect(procedure.triggers.map(({ id, target }) => ({ id, target }))).toEqual([
      { id: 'a', target: 'low' },
      { id: 'b', target: null },
    ]);
  });
  it('reaches into blocks: what is left empty falls through', async () => {
    const procedure = await variantOf('omit low.three');
    expect(edges(procedure)).toContain('low.two branch low.action:unnamed');
    expect(procedure.steps.map((step) => step.id)).toContain('low.action:unnamed#2');
  });
  it('takes away resolutions, triggers, severities, and deadlines nothing starts any more', async () => {
    const procedure = await variantOf('omit done, b, sev2');
    expect(procedure.resolutions).toEqual([]);
    expect(procedure.triggers.map((trigger) => trigger.id)).toEqual(['a']);
    expect(procedure.severities.map((severity) => severity.id)).toEqual(['sev1']);
    expect(procedure.deadlines).toEqual([]);
    expect(procedure.steps.find((step) => step.id === 'low.four')?.target).toBe(null);
  });
});

describe('override', () => {
  it('replaces each property that it names, in its place', async () => {
    const procedure = await variantOf(
      'override level low "Lowest" { owner lead resolve within 2 days update customer every 1 day for sev2, sev1 { resolve within 3 h } escalate after 2 days -> done }',
    );
    const low = level(procedure, 'low');
    expect(low).toMatchObject({ title: 'Lowest', owner: 'lead', owners: ['lead'], consulted: ['lead'], fromVariant: 'v' });
    expect(targets(procedure)).toEqual(['acknowledge 1 h', 'resolve 2 days', 'update 1 day']);
    expect(low.targets.map((target) => target.fromVariant)).toEqual([undefined, 'v', 'v']);
    expect(low.bySeverity.map((block) => block.targets.length)).toEqual([1]);
    expect(low.bySeverity[0]?.fromVariant).toBe('v');
    expect(low.escalations.map(({ form, target }) => `${form} ${target}`)).toEqual(['after done', 'when high']);
    expect(procedure.steps.find((step) => step.id === 'low.one')?.responsible).toEqual(['lead']);
  });
  it('puts a step of the same name in its place, with its id', async () => {
    const procedure = await variantOf('override level low { action three "Other" action one "First" }');
    expect(procedure.steps.map((step) => [step.id, step.title, step.fromVariant])).toEqual([
      ['low.one', 'First', 'v'],
      ['low.two', 'Two?', undefined],
      ['low.three', 'Other', 'v'],
      ['low.action:unnamed', 'Unnamed', undefined],
      ['low.action:unnamed#2', 'Unnamed', undefined],
      ['low.four', 'Four', undefined],
      ['high.five', 'Five', undefined],
      ['done.six', 'Six', undefined],
      ['done.seven', 'Seven', undefined],
    ]);
    expect(edges(procedure)).toContain('low.one next low.two');
  });
  it('keeps jumps to a step that is replaced', async () => {
    expect(edges(await variantOf('override level low { action four "Other" -> done }'))).toContain('low.two branch low.four');
  });
  it('replaces condition, severity, cooldown and start of a trigger', async () => {
    const { triggers } = await variantOf(
      'override trigger a { when nps < 5 severity sev2 cooldown 2 days example "Mail" -> high }',
    );
    expect(triggers[0]).toMatchObject({
      title: 'A',
      severity: 'sev2',
      cooldown: { text: '2 days' },
      examples: ['Ring', 'Mail'],
      target: 'high',
      fromVariant: 'v',
      condition: { comparison: { bound: { amount: 5 } } },
    });
  });
  it('replaces parts of severities and thresholds', async () => {
    const { severities, thresholds } = await variantOf(
      'override severity sev1 "Worst" { acknowledge within 5 min } override threshold hot when nps < 0',
    );
    expect(severities[0]).toMatchObject({
      title: 'Worst',
      informed: ['lead'],
      targets: [{ within: { text: '5 min' }, fromVariant: 'v' }],
    });
    expect(thresholds[0]).toMatchObject({ fromVariant: 'v', when: { comparison: { bound: { amount: 0 } } } });
  });
});

describe('insert', () => {
  it('puts steps before and after a step', async () => {
    const procedure = await variantOf(
      'override level low { insert before one { action x "X" } insert after three { action y "Y" action z "Z" } }',
    );
    expect(edges(procedure)).toEqual(
      expect.arrayContaining(['low.x next low.one', 'low.three next low.y', 'low.y next low.z', 'low.z next low.action:unnamed']),
    );
    expect(level(procedure, 'low').entry).toBe('low.x');
    expect(procedure.steps.find((step) => step.id === 'low.y')).toMatchObject({
      container: { step: 'low.two', block: 'branch:0' },
      fromVariant: 'v',
    });
  });
  it('comes where an omitted step was', async () => {
    expect(edges(await variantOf('omit low.one override level low { insert after one { action x "X" } }'))).toContain(
      'low.x next low.two',
    );
  });
  it('beside a step that is not there comes last', async () => {
    const procedure = await variantOf('override level low { insert after nothing { action x "X" } }');
    expect(procedure.steps.filter((step) => step.parent === 'low').at(-1)?.id).toBe('low.x');
  });
  it('beside its own step comes once', async () => {
    const procedure = await variantOf('override level low { insert after x { action x "X" } }');
    expect(procedure.steps.filter((step) => step.id.startsWith('low.x')).map((step) => step.id)).toEqual(['low.x']);
  });
  it('beside a step of another insert comes with it, in whatever order they are written', async () => {
    const procedure = await variantOf(
      'override level low { insert before x { action y "Y" } insert after one { action x "X" } insert after x { action z "Z" } }',
    );
    expect(edges(procedure)).toEqual(
      expect.arrayContaining(['low.one next low.y', 'low.y next low.x', 'low.x next low.z', 'low.z next low.two']),
    );
  });
});

describe('new declarations', () => {
  it('of a variant come where they stand in the file, marked', async () => {
    const procedure = await variantOf(
      'level top { owner lead action t "T" -> done } level side { beside low } role helper severity sev3',
    );
    expect(procedure.levels.map(({ id, rung, fromVariant }) => [id, rung, fromVariant])).toEqual([
      ['low', 0, undefined],
      ['side', 0, 'v'],
      ['high', 1, undefined],
      ['top', 2, 'v'],
    ]);
    expect(procedure.roles.find((role) => role.id === 'helper')?.fromVariant).toBe('v');
    expect(procedure.severities.map((severity) => severity.id)).toEqual(['sev1', 'sev2', 'sev3']);
    expect(procedure.steps.find((step) => step.id === 'top.t')?.fromVariant).toBe('v');
  });
  it('take the place, and the id, of something omitted', async () => {
    const procedure = await variantOf('omit high level high "Other" { action x "X" -> done }');
    expect(edges(procedure)).toEqual(expect.arrayContaining(['b trigger high', 'low escalate high', 'high.x next done']));
    expect(level(procedure, 'high').title).toBe('Other');
  });
});
