import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetsBeside } from '../../../cli/export-assets.js';
import { arrange } from '../../../diagram/arrange.js';
import { ExportError, type ExportInput } from '../../../diagram/export/exporter.js';
import { toMarkdown } from '../../../diagram/export/markdown.js';
import { toMermaid } from '../../../diagram/export/mermaid.js';
import { pdfExporter } from '../../../diagram/export/pdf.js';
import { pngExporter } from '../../../diagram/export/png.js';
import { procedureOf } from '../../language-server/compile/procedure-of.js';

const hostile = 'a "]] <script>alert(1)</script> \\u202e | `x` # end';
const text = `
role a "Agent" role b "Boss" external channel mail "Mail"
sop s "${'Escalation'}" { version "1" owner a review every 90 days last 2026-09-01 }
trigger t "Starts" { when health-score < 40 -> one }
level one "Level one" {
  owner a  resolve within 4 h  escalate after 4 h -> two
  notify customer "Hello" by a via mail within 30 min
  decide q "Can we?" { "Yes" -> done  "No" when nps < 0 { action "Try harder" by a }  otherwise -> two }
  action "${hostile.replaceAll('"', '\\"')}" by a -> done { check "Written down" note "Note" }
}
level two "Level two" { owner b  action "Call" by b -> done }
resolution done "Done" { require "They say so" judged by a -> over }
closure over "Over" { action "Learn" by b }
`;

async function input(paper: ExportInput['paper'] = 'fit', scale = 1): Promise<ExportInput> {
  const procedure = await procedureOf(text);
  return {
    procedure,
    drawing: async () => arrange(procedure),
    theme: 'light',
    scale,
    transparent: false,
    paper,
    today: '2026-11-23',
    assets: assetsBeside(import.meta.url),
  };
}

describe('PNG', () => {
  it('is as large as the picture times the scale', async () => {
    const given = await input('fit', 2);
    const png = Buffer.from(await pngExporter.export(given));
    const drawing = await given.drawing();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Math.round(drawing.width * 2), Math.round(drawing.height * 2)]);
  });
  it('says what to do when it would be too large', async () => {
    const given = await input('fit', 4);
    const huge = { ...(await given.drawing()), width: 20_000, height: 20_000 };
    await expect(pngExporter.export({ ...given, drawing: async () => huge })).rejects.toThrow(ExportError);
  });
});

describe('PDF', () => {
  it('is one page as large as the picture, or pages behind a cover', async () => {
    const pages = (pdf: string | Uint8Array): number =>
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages(await pdfExporter.export(await input()))).toBe(1);
    expect(pages(await pdfExporter.export(await input('a4')))).toBeGreaterThan(1);
  });
});

describe('Markdown', () => {
  it('is a runbook with its steps to tick off', async () => {
    const markdown = toMarkdown((await input()).procedure);
    expect(markdown).toContain('# Escalation\n');
    expect(markdown).toContain('- [ ] **Hello** (by Agent, to Customer, via Mail, within 30 min)');
    expect(markdown).toContain('  - Yes → Done');
    expect(markdown).toContain('    - [ ] **Try harder** (by Agent)');
    expect(markdown).toContain('```mermaid\n---\ntitle: "Escalation"');
  });
  it('shows text of the file as text', async () => {
    const markdown = toMarkdown((await input()).procedure).split('```mermaid')[0];
    expect(markdown).not.toContain('<script>');
  });
});

describe('Mermaid', () => {
  it('keeps everything between quotes harmless', async () => {
    const mermaid = toMermaid((await input()).procedure);
    expect(mermaid).not.toContain('<script>');
    expect(mermaid).toContain('subgraph');
  });
});

it('exports every shipped example to Markdown and Mermaid', async () => {
  const people = { './people.sop': readFileSync('examples/people.sop', 'utf8') };
  for (const name of ['saas-enterprise', 'renewal-risk', 'fintech-complaints', 'global-operations']) {
    const procedure = await procedureOf(readFileSync(`examples/${name}.sop`, 'utf8'), { files: people });
    expect(toMarkdown(procedure)).not.toMatch(/undefined|null|\[object/);
    expect(toMermaid(procedure)).not.toMatch(/undefined|null|\[object/);
  }
});
