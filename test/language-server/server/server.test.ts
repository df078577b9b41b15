import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import type { ProcedureMessage } from '../../../language-server/server/push.js';
import { fileUri } from '../workspace-helper.js';
import { Client } from './client.js';

let client: Client;
beforeEach(() => {
  client = new Client();
});
afterEach(() => client.stop());

const whole = 'sop p "P" {}\nlevel a "A" { action one "One" action two "Two" -> done }\nresolution done {} closure end {}';

it('pushes the procedure of an opened file before its findings', async () => {
  await client.start();
  await client.open('main.sop', whole);
  await client.until(() => client.findings.length > 0);
  expect(client.order.indexOf('procedure')).toBeLessThan(client.order.indexOf('findings'));
  expect(client.procedures).toMatchObject([
    { uri: fileUri('main.sop').toString(), version: 1, complete: true, procedure: { name: 'p' } },
  ]);
  expect(client.findings[0]).toMatchObject({ uri: fileUri('main.sop').toString(), version: 1 });
});

it('keeps what a broken text hides, marked stale, until it is whole again', async () => {
  await client.start();
  await client.open('main.sop', whole);
  await client.until(() => client.procedures.length === 1);
  await client.change('main.sop', whole.replace('action one "One"', 'action one "One'));
  await client.until(() => client.procedures.length === 2);
  const broken = client.procedures[1];
  expect(broken?.complete).toBe(false);
  expect(broken?.procedure.steps.map(({ id }) => id)).toEqual(['a.one', 'a.two']);
  await client.change('main.sop', whole.replace('action one "One"', ''));
  await client.until(() => client.procedures.length === 3);
  expect(client.procedures[2]).toMatchObject({ complete: true, version: 3 });
  expect(client.procedures[2]?.procedure.steps.map(({ id }) => id)).toEqual(['a.two']);
});

it('answers for a variant, for a file that is not open, and with nothing for one that is not there', async () => {
  const text = `${whole} variant v "V" when arr > 1 USD { omit a.one }`;
  await client.start({ 'other.sop': text });
  await client.open('main.sop', text);
  for (const path of ['main.sop', 'other.sop']) {
    const answer = await client.ask<ProcedureMessage>('sop/procedure', { uri: fileUri(path).toString(), variant: 'v' });
    expect(answer.procedure).toMatchObject({ variant: 'v', steps: [{ id: 'a.two' }] });
  }
  expect(await client.ask('sop/procedure', { uri: fileUri('gone.sop').toString() })).toBe(null);
});

it('gives the text of the standard library', async () => {
  await client.start();
  expect(await client.ask('sop/library', { uri: 'sop-library:/standard.sop' })).toContain('metric arr ');
  expect(await client.ask('sop/library', { uri: 'sop-library:/x.sop' })).toBe(null);
});

it('follows an unsaved change of an imported file', async () => {
  await client.start({ 'people.sop': 'role csm' });
  await client.open('main.sop', 'import "./people.sop"\nlevel l { owner boss }');
  await client.untilMessages('main.sop', 'link/unknown', ["There is no role 'boss'. The roles are csm and customer."]);
  await client.open('people.sop', 'role csm');
  await client.change('people.sop', 'role boss');
  await client.untilMessages('main.sop', 'link/unknown', []);
  // Closed without saving: what is on disk counts again.
  await client.close('people.sop');
  await client.untilMessages('main.sop', 'link/unknown', ["There is no role 'boss'. The roles are csm and customer."]);
});

it('follows files that are created, changed, deleted and moved on disk', async () => {
  await client.start();
  await client.open('main.sop', 'import "./people.sop"\nlevel l { owner boss }');
  const missing = ["There is no file './people.sop': looked for /work/people.sop."];
  await client.untilMessages('main.sop', 'import/missing', missing);
  client.write('people.sop', 'role bos');
  await client.watched({ 'people.sop': 'created' });
  await client.untilMessages('main.sop', 'import/missing', []);
  await client.untilMessages('main.sop', 'link/unknown', ["There is no role 'boss'. Did you mean 'bos'?"]);
  client.write('people.sop', 'role boss');
  await client.watched({ 'people.sop': 'changed' });
  await client.untilMessages('main.sop', 'link/unknown', []);
  client.files.files.delete(fileUri('people.sop').toString());
  client.write('moved.sop', 'role boss');
  await client.watched({ 'people.sop': 'deleted', 'moved.sop': 'created' });
  await client.untilMessages('main.sop', 'import/missing', missing);
  await client.change('main.sop', 'import "./moved.sop"\nlevel l { owner boss }');
  await client.untilMessages('main.sop', 'import/missing', []);
});

it('follows a folder that is deleted', async () => {
  await client.start({ 'team/people.sop': 'role boss' });
  await client.open('main.sop', 'import "./team/people.sop"\nlevel l { owner boss }');
  await client.untilMessages('main.sop', 'import/missing', []);
  client.files.files.delete(fileUri('team/people.sop').toString());
  await client.watched({ team: 'deleted' });
  await client.untilMessages('main.sop', 'import/missing', [
    "There is no file './team/people.sop': looked for /work/team/people.sop.",
  ]);
});

it('checks the files of all folders of the workspace, also those not open', async () => {
  await client.start(
    { 'one/a.sop': 'level l { owner nobody }', 'two/b.sop': 'role csm role csm', 'three/c.sop': 'role r role r' },
    ['one', 'two'],
  );
  await client.untilMessages('one/a.sop', 'link/unknown', ["There is no role 'nobody'. There is only 'customer'."]);
  await client.untilMessages('two/b.sop', 'name/twice', ["'csm' is already the name of a role, declared in line 1."]);
  expect(client.diagnostics.has(fileUri('three/c.sop').toString())).toBe(false);
});

it('forgets a file outside of the workspace when it is closed', async () => {
  await client.start({}, ['inside']);
  await client.open('outside.sop', 'role csm role csm');
  await client.untilMessages('outside.sop', 'name/twice', ["'csm' is already the name of a role, declared in line 1."]);
  await client.close('outside.sop');
  await client.untilMessages('outside.sop', 'name/twice', []);
});

it('takes a file that was never saved', async () => {
  await client.start({ 'people.sop': 'role csm' });
  await client.open('untitled:Untitled-1', 'import "./people.sop" level l { owner csm }');
  await client.untilMessages('untitled:Untitled-1', 'import/missing', [
    "'./people.sop' can only be looked for once this file is saved.",
  ]);
  expect(client.procedures.at(-1)?.procedure.levels.map(({ id }) => id)).toEqual(['l']);
  await client.open('untitled:/work/new.sop', 'import "./people.sop" level l { owner csm }');
  await client.untilMessages('untitled:/work/new.sop', 'import/missing', []);
});

it('drops all but the newest of many quick changes', async () => {
  const steps = Array.from({ length: 300 }, (_, index) => `action s${index} "Step ${index}" by customer`).join('\n');
  const text = whole.replace('action one "One"', steps);
  await client.start();
  await client.open('main.sop', text);
  const changes = Array.from({ length: 30 }, (_, index) => client.change('main.sop', `${text} role r${index}`));
  await Promise.all(changes);
  await client.until(() => client.findings.at(-1)?.version === 31);
  expect(client.procedures.at(-1)?.version).toBe(31);
  expect(client.findings.length).toBeLessThan(10);
  const versions = client.procedures.map(({ version }) => version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

it('answers a hover from the newest text', async () => {
  await client.start();
  await client.open('main.sop', 'role a "Old title" level l { owner a }');
  await client.until(() => client.findings.length === 1);
  void client.change('main.sop', 'role a "New title" level l { owner a }');
  const hover = await client.ask<Hover>('textDocument/hover', {
    textDocument: { uri: fileUri('main.sop').toString() },
    position: { line: 0, character: 35 },
  });
  expect(JSON.stringify(hover)).toContain('New title');
});

it('survives a feature that fails, and says nothing to the reader', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await client.start();
  await client.open('main.sop', whole);
  await client.until(() => client.findings.length === 1);
  const answer = client.ask('textDocument/hover', { textDocument: { uri: fileUri('main.sop').toString() }, position: null });
  expect(await answer).toBe(null);
  expect(log).toHaveBeenCalled();
  log.mockRestore();
  await client.change('main.sop', `${whole} role still-alive`);
  await client.until(() => client.procedures.length === 2);
});

it('lists the templates with what they mean, writes new procedures, and imports others', async () => {
  await client.start();
  const templates = await client.ask<readonly { name: string; procedure: { title: string } }[]>('sop/templates', {});
  expect(templates.find(({ name }) => name === 'renewal-risk')?.procedure.title).toBe('Renewal risk');
  const today = '2027-01-31';
  expect(await client.ask('sop/newProcedure', { template: 'renewal-risk', today })).toMatchObject({
    text: expect.stringContaining('last 2027-01-31'),
  });
  expect(await client.ask('sop/newProcedure', { answers: { title: 'Ours' }, today })).toMatchObject({
    text: expect.stringContaining('sop ours "Ours" {'),
  });
  expect(await client.ask('sop/newProcedure', { template: 'none' })).toMatchObject({
    problem: { message: expect.stringContaining("There is no template 'none'.") },
  });
  expect(await client.ask('sop/import', { fileName: 'a.mmd', text: 'flowchart TD\n a --> b', today })).toMatchObject({
    text: expect.stringContaining('action a "a"'),
  });
  expect(await client.ask('sop/import', { fileName: 'a.mmd', text: 'flowchart TD\n a[', today })).toMatchObject({
    problem: { line: 2 },
  });
});
