import { describe, expect, it } from 'vitest';
import { assetsBeside } from '../../../cli/export-assets.js';
import { arrange } from '../../../diagram/arrange.js';
import { allExporters } from '../../../diagram/export/all-exporters.js';
import type { ExportInput } from '../../../diagram/export/exporter.js';
import { toMarkdown } from '../../../diagram/export/markdown.js';
import { toMermaid } from '../../../diagram/export/mermaid.js';
import { communicationOf } from '../../../diagram/views/communication.js';
import { responsibilitiesOf } from '../../../diagram/views/responsibilities.js';
import { swimlanesOf } from '../../../diagram/views/swimlanes.js';
import { pictureOf } from '../../../embed/markdown.js';
import { procedureOf } from '../../language-server/compile/procedure-of.js';

const script = '<script>alert(1)</script>';
const image = '<img src=x onerror=alert(1)>';
const endOfData = ']]> --> </svg></style></script><script>alert(2)</script>';
const backwards = '\u202egnp.exe\u202c \u2066inside\u2069';
const emoji = '👩‍👩‍👧 🇬🇧 e\u0301';
const quote = `\\" onload=alert(1) ' \` \${alert(1)}`;

function hostile(title: string): string {
  return `sop s "${title}" { version "${script}" owner a reference "${script}" "javascript:alert(1)" }
role a "${title}" role b "${image}" { note "${script}" }
channel mail "${title}" template hello "${title}" { body "${script}" }
trigger t "${title}" { when health-score < 40 -> one }
level one "${title}" { owner a resolve within 4 h escalate after 4 h -> two update customer every 2 h via mail by a
  notify customer "${title}" by a via mail using hello within 30 min
  decide "${title}" by a { "${title}" -> done otherwise { action "${title}" by b { check "${script}" note "${image}" } } }
  action "${image}" by a -> done { reference "${script}" "javascript:alert(3)" } }
level two "${title}" { owner b action "${title}" by b -> done }
resolution done "${title}" { require "${title}" judged by a -> over }
closure over "${title}" { action "${title}" by b }`;
}

const titles = { script, image, endOfData, backwards, emoji, quote, 'ten thousand characters': `${'long '.repeat(2000)}end` };

async function input(title: string): Promise<ExportInput> {
  const procedure = await procedureOf(hostile(title));
  return {
    procedure,
    variants: async () => [procedure],
    drawing: async () => arrange(procedure),
    theme: 'light',
    scale: 1,
    transparent: false,
    paper: 'fit',
    today: '2026-11-23',
    assets: { ...assetsBeside(import.meta.url), pageScript: async () => 'document.title;' },
  };
}

/** What markup makes elements and attributes of: everything between `<` and `>`, without the values of attributes. */
function tagsOf(markup: string): string[] {
  return [...markup.matchAll(/<[a-z/!?](?:"[^"]*"|[^">])*>/gi)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '""'));
}

describe.each(Object.entries(titles))('text such as %s', (name, title) => {
  it('is text in SVG', async () => {
    const svg = String(await exported('svg', await input(title)));
    expect(tagsOf(svg).filter((tag) => /^<(script|img)|\son[a-z]+=/i.test(tag))).toEqual([]);
    expect(tagsOf(svg).filter((tag) => /^<\/svg/.test(tag))).toHaveLength(1);
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('is data in HTML, in which only our script runs', async () => {
    const html = String(await exported('html', await input(title)));
    expect(tagsOf(html).filter((tag) => /^<script/i.test(tag))).toEqual(['<script type="" id="">', '<script>']);
    expect(tagsOf(html).filter((tag) => /^<img|\son[a-z]+=|href=.javascript/i.test(tag))).toEqual([]);
    expect(html).toMatch(/default-src 'none'; script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'/);
    expect(html).not.toContain('unsafe');
    const data = /id="procedures">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ procedures: [{ name: 's' }] });
  });

  it('is text in Markdown and in Mermaid', async () => {
    const { procedure } = await input(title);
    const markdown = toMarkdown(procedure);
    // In a fence nothing is markup.
    const prose = markdown.split('```mermaid')[0] ?? '';
    expect(prose).not.toMatch(/(?<!\\)<(script|img)/i);
    expect(prose).not.toMatch(/\]\(<?\s*javascript:/i);
    // The title above the flowchart is written with quotes, for a parser that makes no markup of it.
    expect(toMermaid(procedure).split('\n---\n')[1]).not.toMatch(/<(script|img)/i);
  });

  it('is text in BPMN', async () => {
    const bpmn = String(await exported('bpmn', await input(title)));
    expect(tagsOf(bpmn).filter((tag) => /^<\/?(script|img)\b/i.test(tag))).toEqual([]);
  });

  it('is text in the picture of a Markdown block', () => {
    const html = pictureOf(hostile(title));
    expect(html).toContain('<svg');
    expect(tagsOf(html).filter((tag) => /^<(script|img)|\son[a-z]+=/i.test(tag))).toEqual([]);
  });

  it('is in every view as it was written', async () => {
    const { procedure } = await input(title);
    const written = name === 'quote' ? title.replaceAll('\\"', '"') : title;
    expect(responsibilitiesOf(procedure).rows[0]?.title).toBe(written);
    expect(communicationOf(procedure)[0]?.what).toBe(written);
    const { boxes, width, height } = swimlanesOf(procedure);
    expect(boxes.length).toBeGreaterThan(8);
    expect(Number.isFinite(width + height)).toBe(true);
  });

  it('makes no export fail', async () => {
    const given = await input(title);
    for (const exporter of allExporters) {
      const made = exporter.export(given);
      // What would be larger than programs can open is refused, in words.
      if (exporter.format === 'png' && name.startsWith('ten thousand'))
        await expect(made).rejects.toThrow(/Choose a smaller scale/);
      else expect((await made).length, exporter.format).toBeGreaterThan(100);
    }
  });
});

async function exported(format: string, given: ExportInput): Promise<string | Uint8Array> {
  const exporter = allExporters.find((candidate) => candidate.format === format);
  if (!exporter) throw new Error(`There is no format '${format}'.`);
  return exporter.export(given);
}
