/** Links between pages lead somewhere; what users can set, run and read about is told. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../cli/program.js';
import { allRules } from '../../language-server/rules/all-rules.js';
import { pageFile } from '../../language-server/rules/diagnostics.js';
import manifest from '../../package.json' with { type: 'json' };

const inRoot = readdirSync('.').filter((name) => name.endsWith('.md'));
const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`);
const pages = [...inRoot, ...inDocs, 'bench/README.md'].filter((page) => existsSync(page));

/** Markdown without its code. */
function prose(page: string): string {
  return readFileSync(page, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^(```+)[\s\S]*?^\1$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(page: string): Set<string> {
  const headings = [...prose(page).matchAll(/^#{1,6} (.*)$/gm)].map(([, title = '']) => title);
  return new Set(
    headings.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

function broken(page: string): string[] {
  const text = prose(page);
  const markdown = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, link = '']) => link);
  const html = [...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, link = '']) => link);
  return [...markdown, ...html].filter((link) => {
    if (/^[a-z]+:/.test(link)) return !URL.canParse(link);
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), decodeURI(path));
    if (!existsSync(target)) return true;
    return anchor !== undefined && statSync(target).isFile() && !anchors(target.replaceAll('\\', '/')).has(anchor);
  });
}

describe('links', () => {
  it.each(pages)('of %s lead to something', (page) => expect(broken(page)).toEqual([]));

  it('lead from the README to every page, by some way', () => {
    const reached = new Set<string>();
    const visit = (page: string) => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const [, link = ''] of prose(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        const target = join(dirname(page), link).replaceAll('\\', '/');
        if (target.endsWith('.md') && existsSync(target)) visit(target);
      }
    };
    visit('README.md');
    expect(inDocs.filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe('the pages tell', () => {
  it('every rule', () => {
    const list = readFileSync('docs/rules/README.md', 'utf8');
    expect(allRules.map(({ id }) => pageFile(id)).filter((file) => !list.includes(`(${file})`))).toEqual([]);
  });

  it('every command of the command line, and its options', async () => {
    const page = readFileSync('docs/command-line.md', 'utf8');
    const help = async (line: readonly string[]) => {
      let printed = '';
      const terminal = {
        folder: '.',
        standardInput: async () => new Uint8Array(),
        print: async (text: string | Uint8Array) => {
          printed += String(text);
        },
        complain: () => {},
        colours: false,
      };
      await run(line, terminal);
      return printed;
    };
    const section = (text: string, title: string) =>
      new RegExp(`^${title}:\\n([\\s\\S]*?)(?:\\n\\n|$(?![\\s\\S]))`, 'm').exec(text)?.[1] ?? '';
    const names = [...section(await help(['--help']), 'Commands').matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !new RegExp(`^## .*\\bsop ${name}\\b`, 'm').test(page))).toEqual([]);
    for (const name of names) {
      const options = [...section(await help([name, '--help']), 'Options').matchAll(/(--[a-z][\w-]*)/g)].map(
        ([, option = '']) => option,
      );
      expect(
        options.filter((option) => option !== '--help' && !page.includes(option)),
        name,
      ).toEqual([]);
    }
  });

  it('every setting', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    const settings = Object.keys(manifest.contributes.configuration.properties);
    expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('every command of the editor', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    const commands = manifest.contributes.commands.map(({ command }) => command);
    expect(commands.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('pictures', () => {
  it('of the documentation are small enough to load', () => {
    const images = readdirSync('docs/images', { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    expect(images.filter((name) => statSync(join('docs/images', name)).size > 500_000)).toEqual([]);
  });
});
