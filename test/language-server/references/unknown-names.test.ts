import { expect, it } from 'vitest';
import { messages, open, textAt, withCode } from '../workspace-helper.js';

async function unknown(contents: Record<string, string> | string): Promise<string[]> {
  return messages(await open(contents), 'link/unknown');
}

it('says what a level could have been, at the name', async () => {
  const opened = await open('level frontline {} trigger t "T" { -> fronline }');
  expect(messages(opened, 'link/unknown')).toEqual(["There is no level or step 'fronline'. Did you mean 'frontline'?"]);
  expect(withCode(opened, 'link/unknown').map((diagnostic) => textAt(opened, diagnostic))).toEqual(['fronline']);
  expect(opened.diagnostics[0]?.severity).toBe(1);
});

it.each([
  ['team', 'role csm { team suport } team support', "There is no team 'suport'. Did you mean 'support'?"],
  ['role', 'role csm level l { owner cms }', "There is no role 'cms'. Did you mean 'csm'?"],
  ['channel', 'channel email team t { contact via emial }', "There is no channel 'emial'. Did you mean 'email'?"],
  [
    'template',
    'template ack { subject "x" } level l { notify customer using akc }',
    "There is no template 'akc'. Did you mean 'ack'?",
  ],
  ['calendar', 'calendar emea { open always } team t { calendar emae }', "There is no calendar 'emae'. Did you mean 'emea'?"],
  ['metric', 'source s { provides helth-score }', "There is no metric 'helth-score'. Did you mean 'health-score'?"],
  [
    'metric or threshold',
    'threshold t when helth-score < 4',
    "There is no metric or threshold 'helth-score'. Did you mean 'health-score'?",
  ],
  ['severity', 'severity sev1 threshold t when severity is sev0', "There is no severity 'sev0'. Did you mean 'sev1'?"],
  ['trigger', 'trigger breach "B" {} deadline d { of braech }', "There is no trigger 'braech'. Did you mean 'breach'?"],
  ['level', 'level one {} level two { beside oen }', "There is no level 'oen'. Did you mean 'one'?"],
  ['procedure', 'sop mine "M" {} level l { follow mien }', "There is no procedure 'mien'. Did you mean 'mine'?"],
  [
    'step',
    'level l { action triage "T" } deadline d { met by l.triag }',
    "There is no step 'triag' in 'l'. Did you mean 'l.triage'?",
  ],
  [
    'threshold',
    'threshold big when arr > 1 USD variant v when big { override threshold bgi when arr > 2 USD }',
    "There is no threshold 'bgi'. Did you mean 'big'?",
  ],
])('says what a %s could have been', async (_kind, text, message) => {
  expect(await unknown(text)).toEqual([message]);
});

it('says which choice of the metric at the left was meant, or all there are', async () => {
  expect(await unknown('threshold t when segment is entreprise')).toEqual([
    "'entreprise' is not a segment. Did you mean 'enterprise'?",
  ]);
  expect(await unknown('metric issue-kind { one of bug, question } threshold t when issue-kind in (bug, holiday)')).toEqual([
    "'holiday' is not an issue-kind. It is one of bug or question.",
  ]);
});

it('says nothing of a choice whose metric is not there, or is no choice', async () => {
  expect(await unknown('threshold t when xxxxxxxxxx is enterprise')).toEqual(["There is no metric or threshold 'xxxxxxxxxx'."]);
  expect(await unknown('threshold t when arr is enterprise')).toEqual([]);
});

it('names what there is when nothing is similar and it is not much', async () => {
  expect(await unknown('severity sev1 severity sev2 threshold t when severity is catastrophe')).toEqual([
    "There is no severity 'catastrophe'. The severities are sev1 and sev2.",
  ]);
  expect(await unknown('trigger t "T" { -> somewhere } level a {}')).toEqual([
    "There is no level or step 'somewhere'. There is only 'a'.",
  ]);
});

it('knows the name as another kind', async () => {
  expect(await unknown('role csm level l { action "x" -> csm }')).toEqual(["'csm' is a role, not a level or step."]);
  expect(await unknown('severity sev1 level l { owner sev1 }')).toEqual(["'sev1' is a severity, not a role."]);
  expect(await unknown('threshold t when enterprise')).toEqual(["'enterprise' is a segment: write 'segment is enterprise'."]);
});

it('knows the step in another level', async () => {
  expect(await unknown('level a { action triage "T" -> b } level b { action "x" -> triage }')).toEqual([
    "There is no level or step 'triage' here, but 'a' has such a step: write 'a.triage'.",
  ]);
});

it('knows the name in a variant', async () => {
  expect(await unknown('level a { action "x" -> extra } variant v "V" when arr > 1 USD { level extra {} }')).toEqual([
    "'extra' is a level of the variant 'V', and only known there.",
  ]);
});

it('knows the name in an imported file that keeps it to itself', async () => {
  const other = 'sop other {} level their-level { action "x" -> end } closure end {} severity bad';
  expect(await unknown({ 'main.sop': 'import "./other.sop" level a { action "x" -> their-level }', 'other.sop': other })).toEqual(
    ["'their-level' is a level of 'other.sop', and stays its own. To hand over to it, jump to its procedure 'other'."],
  );
  expect(await unknown({ 'main.sop': 'import "./other.sop" threshold t when severity is bad', 'other.sop': other })).toEqual([
    "'bad' is a severity of 'other.sop', and stays its own.",
  ]);
});

it('knows the name in a file that is only imported by an imported one, and offers the import', async () => {
  const opened = await open({
    'main.sop': 'import "./a.sop"\nlevel l { owner boss }',
    'a.sop': 'import "./deep/b.sop"',
    'deep/b.sop': 'role boss',
  });
  expect(messages(opened, 'link/unknown')).toEqual([
    `'boss' is a role of './deep/b.sop', which is not imported: add import "./deep/b.sop".`,
  ]);
  expect(withCode(opened, 'link/unknown')[0]?.data).toMatchObject({
    fix: { title: "Import './deep/b.sop'", edits: [{ newText: '\nimport "./deep/b.sop"' }] },
  });
});

it('does not blame names that a missing file may have declared', async () => {
  const opened = await open('import "./gone.sop" role csm level l { owner somebody-else informed cms }');
  expect(messages(opened, 'link/unknown')).toEqual(["There is no role 'cms'. Did you mean 'csm'?"]);
  expect(messages(opened, 'import/missing')).toHaveLength(1);
});
