import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { assetsBeside } from '../../../cli/export-assets.js';
import { bpmnExporter } from '../../../diagram/export/bpmn/bpmn.js';
import type { Procedure } from '../../../flow/procedure.js';
import { procedureOf } from '../../language-server/compile/procedure-of.js';

const require = createRequire(import.meta.url);
const people = { './people.sop': readFileSync('examples/people.sop', 'utf8') };
const examples = ['saas-enterprise', 'renewal-risk', 'fintech-complaints', 'global-operations'];

async function bpmn(procedure: Procedure): Promise<string> {
  const result = await bpmnExporter.export({
    procedure,
    drawing: () => Promise.reject(new Error('not needed')),
    theme: 'light',
    scale: 1,
    transparent: false,
    paper: 'fit',
    today: '2026-11-23',
    assets: assetsBeside(import.meta.url),
  });
  return String(result);
}

/** What bpmnlint's recommended and correctness rules say, errors and warnings alike. */
async function lint(xml: string): Promise<string[]> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const Linter = require('bpmnlint/lib/linter');
  const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
  const linter = new Linter({
    resolver: new NodeResolver(),
    config: { extends: ['bpmnlint:recommended', 'bpmnlint:correctness'] },
  });
  const reports: Record<string, readonly { id: string; message: string; category: string }[]> = await linter.lint(rootElement);
  const found = Object.entries(reports).flatMap(([rule, all]) =>
    all.map((report) => `${report.category} ${rule} ${report.id} ${report.message}`),
  );
  return [...warnings.map((warning) => warning.message), ...found];
}

describe('BPMN', () => {
  it.each(examples)('of %s is read without a warning and keeps the rules', async (name) => {
    const procedure = await procedureOf(readFileSync(`examples/${name}.sop`, 'utf8'), { files: people });
    expect(await lint(await bpmn(procedure))).toEqual([]);
  });
  it('has an event for each trigger and escalation, and a task for each kind of step', async () => {
    const xml = await bpmn(
      await procedureOf(`role a "Agent" external channel m
        sop s { owner a }
        trigger t "Starts" { when data-breach -> one }
        level one "One" {
          owner a  escalate after 4 h -> two
          notify customer "Hi" by a via m
          page a "Wake" for 5 min
          wait w "Answer" up to 2 days else -> two
          approve p "Credit" by a { approved -> done rejected -> two.late }
        }
        level two "Two" { owner a  action "Call"  action late "Later" -> done }
        resolution done "Done" { require "They say so" reopen within 3 days -> one -> over }
        closure over "Over" { action "Learn" by a }`),
    );
    expect(xml).toContain('<bpmn:conditionalEventDefinition');
    expect(xml).toContain('>PT4H</bpmn:timeDuration>');
    expect(xml).toContain('>P2D</bpmn:timeDuration>');
    expect(xml.match(/<bpmn:sendTask/g)?.length).toBe(2);
    expect(xml).toContain('<bpmn:lane id="sop_lane.Agent" name="Agent">');
    expect(await lint(xml)).toEqual([]);
  });
  it('shows text of the file as text', async () => {
    const xml = await bpmn(await procedureOf('sop s { } level a "<x> & ]]> \\u0007" { action "<script>" }'));
    expect(xml).not.toContain('<script>');
    expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([]);
  });
});
