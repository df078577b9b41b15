import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open } from '../workspace-helper.js';

/** The hover at `<|>` as text. */
async function hover(marked: string, more: Record<string, string> = {}): Promise<string> {
  const opened = await open({ 'main.sop': marked.replace('<|>', ''), ...more }, 'main.sop');
  const position = opened.document.textDocument.positionAt(marked.indexOf('<|>'));
  const found = await opened.sop.lsp.HoverProvider?.getHoverContent(opened.document, {
    textDocument: { uri: opened.document.uri.toString() },
    position,
  });
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

const people = { 'people.sop': readFileSync('examples/people.sop', 'utf8') };
const saas = readFileSync('examples/saas-enterprise.sop', 'utf8');
const at = (text: string, before: string, after: string): string => {
  const index = text.indexOf(before + after);
  if (index < 0) throw new Error(`no '${before + after}'`);
  return `${text.slice(0, index + before.length)}<|>${text.slice(index + before.length)}`;
};

describe('hover', () => {
  it('says who a role is, what it does, and when it is at work', async () => {
    const text = await hover(at(saas, 'owner ', 'csm\n'), people);
    expect(text).toContain('**Customer Success Manager** · role `csm`');
    expect(text).toContain('- Reports to: CS Team Lead');
    expect(text).toContain('- Backup: CS Team Lead');
    expect(text).toContain('- Hours: Mon–Fri 09:00–17:30, Europe/London');
    expect(text).toMatch(/- Now: (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:\d\d, (at work|off work)/);
    expect(text).toContain('- Owns: L1 Frontline');
  });
  it('says what a role may approve', async () => {
    expect(await hover(at(saas, 'owner ', 'vp-cs\n  approved'), people)).toContain('- May approve: Service credit up to 50k USD');
  });
  it('says what a threshold means, with its metric, and where else that is bounded', async () => {
    const text = await hover(at(saas, 'threshold at-', 'risk'), people);
    expect(text).toContain('**At-risk account** · threshold `at-risk`');
    expect(text).toContain('- Holds when: Health score below 60 for 14 days');
    expect(text).toContain('Health score at least 60 for 7 days (Resolved)');
  });
  it('explains a metric', async () => {
    const text = await hover('trigger t { when health<|>-score < 60 -> a } level a {}');
    expect(text).toContain('- Range: 0 to 100');
    expect(text).toContain('- Worse when: lower');
  });
  it('shows the targets of a severity as a table', async () => {
    const text = await hover(at(saas, 'severity is at least ', 'sev2'), people);
    expect(text).toContain('**Major** · severity 2 of 3');
    const first = await hover(at(saas, 'severity ', 'sev1 "Critical"'), people);
    expect(first).toContain('| L1 Frontline | acknowledge within 10 min |');
  });
  it('explains a level where a jump leads to it', async () => {
    const text = await hover(at(saas, 'escalate after 8 business hours -> ', 'technical'), people);
    expect(text).toContain('**L2 Support and engineering** · level `technical`');
    expect(text).toContain('- Owner: Support Lead');
  });
  it('explains a step', async () => {
    const text = await hover(at(saas, 'action tri', 'age'), people);
    expect(text).toContain('- By: Customer Success Manager');
    expect(text).toContain('- Next: Can the CSM resolve it?');
    expect(text).toContain('☐ Steps to reproduce written down');
  });
  it('says in whose hours a business duration counts', async () => {
    const text = await hover(at(saas, 'resolve within 8 business', ' hours'), people);
    expect(text).toContain('8 hours of open hours');
    expect(text).toContain('EMEA office hours');
  });
  it('explains a word of the language', async () => {
    expect(await hover('role a level b { own<|>er a }')).toContain('Who answers for it. A level has exactly one owner.');
  });
  it('says nothing in empty places', async () => {
    expect(await hover('role a \n\n<|>\n\n')).toBe('');
  });
});
