import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import { parseHelper } from 'langium/test';
import { describe, expect, it } from 'vitest';
import { bpmnExporter } from '../../../diagram/export/bpmn/bpmn.js';
import { toMermaid } from '../../../diagram/export/mermaid.js';
import { formatText } from '../../../language-server/features/format/formatter.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { importerFor, importers } from '../../../language-server/start/all-importers.js';
import { ImportError } from '../../../language-server/start/import-error.js';
import { procedureOf } from '../compile/procedure-of.js';
import { findingsOf } from '../rules/findings-of.js';

const today = '2026-11-23';
const { sop } = createSopServices(EmptyFileSystem);
const parse = parseHelper(sop);
const examples = new URL('../../../examples/', import.meta.url);
const people = readFileSync(new URL('people.sop', examples), 'utf8');
const names = readdirSync(examples).filter((name) => name.endsWith('.sop') && name !== 'people.sop');

async function imported(fileName: string, text: string): Promise<string> {
  const importer = importerFor(fileName, text);
  if (!importer) throw new Error('no importer');
  return importer.import(text, { fileName, today });
}

/** Nothing that keeps it from being read, and formatted as it is. */
async function expectReadable(text: string): Promise<void> {
  const broken = (await findingsOf(text)).filter(({ code }) => /^(syntax|link|name|value|import|flow\/dead)/.test(code));
  expect(broken.map(({ code, message, at }) => `${code} at ${at}: ${message}`)).toEqual([]);
  expect(formatText(await parse(text))).toEqual([]);
}

async function complaintOf(fileName: string, text: string): Promise<string> {
  try {
    await imported(fileName, text);
    return 'imported';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return `${error.line ?? '-'}: ${error.message}`;
  }
}

describe('importing a Mermaid flowchart', () => {
  const flowchart = `---
title: Outage at night
---
%% drawn in a meeting
flowchart LR
  start([Alarm rings]) --> look["Look at the<br/>dashboard"]
  subgraph one[L1 Support]
    look --> known{Known fault?}
    known -->|Yes| restart(Restart it)
    known -- "No" --> call
  end
  subgraph two [L2 Engineering]
    call[Call the engineer] ==> mend[[Mend it]]:::hot
  end
  one -. "after 2 hours" .-> two
  restart --> over((All well)) & tell>Tell the customer]
  mend --> over; tell --> over
  classDef hot fill:#f96
`;

  it('makes levels, decisions, triggers, escalations and resolutions of it', async () => {
    const text = await imported('outage.mmd', flowchart);
    await expectReadable(text);
    const { title, levels, triggers, resolutions, steps, edges } = await procedureOf(text);
    expect(title).toBe('Outage at night');
    expect(levels.map((level) => level.title)).toEqual(['L1 Support', 'L2 Engineering', 'Steps']);
    expect(triggers.map((trigger) => [trigger.title, trigger.target])).toEqual([['Alarm rings', expect.any(String)]]);
    expect(resolutions.map(({ name }) => name)).toContain('all-well');
    expect(steps.filter(({ kind }) => kind === 'decide').map((step) => step.title)).toContain('Known fault?');
    expect(edges.filter(({ kind }) => kind === 'branch').map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Yes', 'No']),
    );
    expect(text).toContain('escalate after 2 h -> engineering');
    expect(text).toContain('// todo: ');
  });

  it('reads it out of a Markdown file', async () => {
    await expectReadable(await imported('notes.mmd', 'Some notes\n\n```mermaid\ngraph TD\n  A --> B\n```\n'));
  });

  it('reads newer shapes, odd ids and ids with dashes', async () => {
    const text = await imported(
      'x.mmd',
      'graph TD;\nA@{ shape: diam, label: "Really?" } -->|yes|b-1[Do it];A-->|no|End.2;b-1 --o End.2\n',
    );
    await expectReadable(text);
    expect(text).toContain('decide really "Really?"');
  });

  it.each([
    ['', '1: The file is empty.'],
    ['flowchart TD\n', '-: There is no box in this flowchart.'],
    [
      'sequenceDiagram\n  A->>B: hi',
      "1: 'sequenceDiagram' is no flowchart. Only Mermaid flowcharts can be imported: they begin with 'flowchart TD' or 'graph LR'.",
    ],
    ['flowchart TD\n  a[Open --> b', "2: The label that begins with '[' has no ']' on its line."],
    ['flowchart TD\n  a --> \n\n', "2: The name of a box is due here, not 'the end of the line'."],
    ['flowchart TD\n  subgraph x\n  a --> b\n', "2: The subgraph 'x' has no 'end'."],
    ['flowchart TD\n  a b c\n', "2: An arrow such as '-->' or the end of the line is due before 'b c'."],
  ])('says of %j what is wrong and where', async (text, complaint) => {
    expect(await complaintOf('x.mmd', text)).toBe(complaint);
  });
});

describe('importing a spreadsheet', () => {
  it('takes semicolons, quotes, a byte order mark and headings of any case', async () => {
    const csv =
      '\ufeffEscalation Level;Step;Responsible;SLA;Next step;Notify;Channel;Colour\r\n' +
      'Frontline;"Read the ""ticket""";CSM;2h;;;;red\r\n' +
      ';Can we solve it?;CSM;15 min;"Yes: Solve it; No: Leadership";;;\r\n' +
      ';Solve it;CSM;1 business day;done;;;\r\n' +
      'Leadership;Call the customer;VP;1 day;;;;\r\n' +
      ';Tell them the plan;VP;soonish;end;Customer;Email;\r\n';
    const text = await imported('our steps.csv', csv);
    await expectReadable(text);
    expect(text).toContain('sop our-steps "Our steps"');
    expect(text).toContain('action read-the-ticket "Read the \\"ticket\\"" by csm within 2 h');
    expect(text).toContain('    "Yes" -> solve-it\n    "No"  -> leadership\n');
    expect(text).toContain('notify customer "Tell them the plan" as tell-them-the-plan by vp via email -> resolved');
    expect(text).toContain("// todo: within 'soonish' is no length of time");
    expect(text).toContain("// todo: the column 'Colour' was not taken over");
  });

  it.each([
    ['', '-: The file is empty.'],
    ['a,b\n1,2\n', "1: No column tells the steps. The first row has: 'a', 'b'. Name one of them 'step'."],
    ['step\n', '-: There is no step in it, so there is nothing to make a procedure of.'],
    ['level,step\nx,"never ends\n', '2: The quote that begins in line 2 never ends.'],
    ['level,step,who\nx,,CSM\n', "2: Line 2 has no text in the column 'step'."],
  ])('says of %j what is wrong and where', async (text, complaint) => {
    expect(await complaintOf('x.csv', text)).toBe(complaint);
  });
});

describe('importing BPMN', () => {
  const bpmn = (inside: string) =>
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs"><bpmn:process id="p" name="Refunds">${inside}</bpmn:process></bpmn:definitions>`;

  it('makes roles of lanes, levels of subprocesses, escalations of timers, resolutions of ends', async () => {
    const text = await imported(
      'refunds.bpmn',
      bpmn(`
<bpmn:laneSet id="ls"><bpmn:lane id="l1" name="Agent"><bpmn:flowNodeRef>sub</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="l2" name="Manager"><bpmn:flowNodeRef>call</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="s" name="Refund asked for"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
<bpmn:subProcess id="sub" name="Front desk"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
  <bpmn:startEvent id="is"><bpmn:outgoing>i1</bpmn:outgoing></bpmn:startEvent>
  <bpmn:userTask id="t1" name="Check the order"><bpmn:incoming>i1</bpmn:incoming><bpmn:outgoing>i2</bpmn:outgoing></bpmn:userTask>
  <bpmn:exclusiveGateway id="g" name="Ours?"><bpmn:incoming>i2</bpmn:incoming><bpmn:outgoing>i3</bpmn:outgoing><bpmn:outgoing>i4</bpmn:outgoing></bpmn:exclusiveGateway>
  <bpmn:sendTask id="t2" name="Say no kindly"><bpmn:incoming>i3</bpmn:incoming><bpmn:outgoing>i5</bpmn:outgoing></bpmn:sendTask>
  <bpmn:endEvent id="ie"><bpmn:incoming>i4</bpmn:incoming><bpmn:incoming>i5</bpmn:incoming></bpmn:endEvent>
  <bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="t1"/><bpmn:sequenceFlow id="i2" sourceRef="t1" targetRef="g"/>
  <bpmn:sequenceFlow id="i3" name="No" sourceRef="g" targetRef="t2"/><bpmn:sequenceFlow id="i4" name="Yes" sourceRef="g" targetRef="ie"/>
  <bpmn:sequenceFlow id="i5" sourceRef="t2" targetRef="ie"/>
</bpmn:subProcess>
<bpmn:boundaryEvent id="b" name="Too late" attachedToRef="sub"><bpmn:outgoing>f3</bpmn:outgoing><bpmn:timerEventDefinition id="td"><bpmn:timeDuration>PT4H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:task id="call" name="Call back"><bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing></bpmn:task>
<bpmn:endEvent id="e" name="Paid back"><bpmn:incoming>f2</bpmn:incoming><bpmn:incoming>f4</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="sub"/><bpmn:sequenceFlow id="f2" sourceRef="sub" targetRef="e"/>
<bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="call"/><bpmn:sequenceFlow id="f4" sourceRef="call" targetRef="e"/>`),
    );
    await expectReadable(text);
    const { title, levels, triggers, resolutions } = await procedureOf(text);
    expect(title).toBe('Refunds');
    expect(levels.map((level) => [level.title, level.owner])).toEqual([
      ['Front desk', 'agent'],
      ['Steps', 'manager'],
    ]);
    expect(triggers.map((trigger) => [trigger.title, trigger.target])).toEqual([['Refund asked for', 'front-desk']]);
    expect(resolutions.map((resolution) => resolution.title)).toEqual(['Paid back']);
    expect(text).toContain('escalate after 4 h -> steps');
    expect(text).toContain('    "No"  -> say-no-kindly\n    "Yes" -> paid-back\n');
    expect(text).toContain('// todo: who is told?');
  });

  it('makes lanes of what runs at the same time', async () => {
    const text = await imported(
      'x.bpmn',
      bpmn(`<bpmn:startEvent id="s"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent><bpmn:parallelGateway id="f"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:parallelGateway>
<bpmn:task id="t1" name="Repair"/><bpmn:task id="t2" name="Talk"/><bpmn:parallelGateway id="j"><bpmn:outgoing>h</bpmn:outgoing></bpmn:parallelGateway><bpmn:endEvent id="e" name="Done"/>
<bpmn:sequenceFlow id="a" sourceRef="s" targetRef="f"/><bpmn:sequenceFlow id="b" sourceRef="f" targetRef="t1"/><bpmn:sequenceFlow id="c" sourceRef="f" targetRef="t2"/>
<bpmn:sequenceFlow id="d" sourceRef="t1" targetRef="j"/><bpmn:sequenceFlow id="g" sourceRef="t2" targetRef="j"/><bpmn:sequenceFlow id="h" sourceRef="j" targetRef="e"/>`),
    );
    await expectReadable(text);
    expect(text).toContain('lane "Repair"');
    expect(text).toContain('lane "Talk"');
    expect(text).toContain('} -> done');
  });

  it.each([
    ['', /^-: The file is empty\.$/],
    ['hello', /^(\d+|-): This is no BPMN 2\.0 file that can be read: /],
    ['<html><body/></html>', /^(\d+|-): This is no BPMN 2\.0 file/],
    [bpmn(''), /^-: There is no process with steps in this file\.$/],
    [bpmn('<bpmn:task id="a" name="x">'), /^(\d+|-): This is no BPMN 2\.0 file/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><definitions/>', /^1: A BPMN file has no DOCTYPE; this one is not read\.$/],
  ])('says of %j what is wrong', async (text, complaint) => {
    expect(await complaintOf('x.bpmn', text)).toMatch(complaint);
  });
});

describe('what we export can be imported again', () => {
  it.each(names)('%s as Mermaid', async (name) => {
    const procedure = await procedureOf(readFileSync(new URL(name, examples), 'utf8'), { files: { './people.sop': people } });
    const text = await imported('x.mmd', toMermaid(procedure));
    await expectReadable(text);
    const again = await procedureOf(text);
    expect(again.title).toBe(procedure.title);
    for (const level of procedure.levels) expect(again.levels.map(({ title }) => title)).toContain(level.title ?? level.name);
  });

  it.each(names)('%s as BPMN', async (name) => {
    const procedure = await procedureOf(readFileSync(new URL(name, examples), 'utf8'), { files: { './people.sop': people } });
    const xml = await bpmnXml(procedure);
    const text = await imported('x.bpmn', xml);
    await expectReadable(text);
    const again = await procedureOf(text);
    expect(again.title).toBe(procedure.title);
    for (const level of procedure.levels) expect(again.levels.map(({ title }) => title)).toContain(level.title ?? level.name);
  });
});

async function bpmnXml(procedure: Parameters<typeof toMermaid>[0]): Promise<string> {
  const { assetsBeside } = await import('../../../cli/export-assets.js');
  const result = await bpmnExporter.export({
    procedure,
    drawing: async () => {
      throw new Error('not asked for');
    },
    theme: 'light',
    scale: 1,
    transparent: false,
    paper: 'fit',
    today,
    assets: assetsBeside(new URL('../../../cli/main.ts', import.meta.url).href),
  });
  if (typeof result !== 'string') throw new Error('no text');
  return result;
}

it('never breaks on anything, and never writes what cannot be read', async () => {
  const pieces = fc.constantFrom(
    'flowchart TD\n',
    'graph LR;',
    'A',
    'B',
    'C',
    '-->',
    '-.->',
    '==>',
    '|yes|',
    '[x]',
    '{q?}',
    '((e))',
    'subgraph s\n',
    'end\n',
    '\n',
    ';',
    '"',
    '&',
    ' -- no --> ',
    'level,step,who,next\n',
    'x,do it,csm,A: b;C: d\n',
    ',,',
    '<',
    '>',
  );
  const any = fc.oneof(
    fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 25 }).map((parts) => `flowchart TD\n${parts.join(' ')}`),
    fc.string({ maxLength: 200 }),
  );
  await fc.assert(
    fc.asyncProperty(any, fc.constantFrom(...importers), async (text, importer) => {
      let result: string;
      try {
        result = await importer.import(text, { fileName: 'a.b', today });
      } catch (error) {
        if (error instanceof ImportError) return;
        throw error;
      }
      await expectReadable(result);
    }),
    { numRuns: 300 },
  );
});
