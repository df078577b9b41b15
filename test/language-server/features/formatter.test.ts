import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { parseHelper } from 'langium/test';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatRanges, formatText } from '../../../language-server/features/format/formatter.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { randomEdit } from '../../fuzz/edits.js';
import { startFiles } from '../../fuzz/fuzz.js';
import { Random } from '../../fuzz/random.js';

const services = createSopServices(EmptyFileSystem);
const { sop } = services;
const parse = parseHelper(sop);
const apply = (document: LangiumDocument): string => TextDocument.applyEdits(document.textDocument, formatText(document));
const format = async (text: string): Promise<string> => apply(await parse(text));
const words = (text: string): string => text.replaceAll(/\s+/g, '');

describe('canonical style', () => {
  it('gives every statement its own line and two spaces a level', async () => {
    expect(await format('level a "A"{owner csm action "x" by csm within 1h->b\n}')).toBe(
      'level a "A" {\n  owner csm\n  action "x" by csm within 1 h -> b\n}\n',
    );
  });
  it('keeps a short block on its line', async () => {
    expect(await format('role csm "CSM"   {backup lead   reports to lead}')).toBe(
      'role csm "CSM" { backup lead  reports to lead }\n',
    );
  });
  it('opens a short block that is too long for its line', async () => {
    const note = 'n'.repeat(60);
    expect(await format(`role csm { note "${note}" duty "${note}" }`)).toBe(
      `role csm {\n  note "${note}"\n  duty "${note}"\n}\n`,
    );
  });
  it('aligns the arrows of neighbouring answers', async () => {
    expect(
      await format('level a {\ndecide "Q?" {\n"Yes" -> b\n"No, not yet" when nps < -20 -> c\notherwise {\naction "x"\n}\n}\n}'),
    ).toBe(
      'level a {\n  decide "Q?" {\n    "Yes"                        -> b\n    "No, not yet" when nps < -20 -> c\n    otherwise {\n      action "x"\n    }\n  }\n}\n',
    );
  });
  it('puts an empty line between declarations but leaves rows of short ones together', async () => {
    expect(await format('role a\nrole b\nteam c\nlevel d {\n}\nlevel e {\n}')).toBe(
      'role a\nrole b\n\nteam c\n\nlevel d {}\nlevel e {}\n',
    );
  });
  it('keeps comments where they belong', async () => {
    const text = '// head\nrole a // who\n\n// about b\nrole b {\n  // inside\n  note "x" // after\n  /* last */\n}\n';
    expect(await format(text)).toBe(text);
  });
  it('keeps line breaks of a statement that is too long for one line', async () => {
    const text = `threshold t when ${'a'.repeat(70)} > 3\n    and ${'b'.repeat(70)} > 3\n`;
    expect(await format(text)).toBe(text);
  });
  it('writes an approval with its outcomes below each other', async () => {
    expect(await format('level a {\napprove x "X" of 10% by b {\napproved -> c\nrejected -> d\n} }')).toBe(
      'level a {\n  approve x "X" of 10% by b {\n    approved -> c\n    rejected -> d\n  }\n}\n',
    );
  });
  it('keeps Windows line ends', async () => {
    expect(await format('role a\r\n\r\n\r\nrole b\r\n')).toBe('role a\r\n\r\nrole b\r\n');
  });
});

describe('ranges', () => {
  it('are formatted, the rest is left as it is', async () => {
    const document = await parse('role   a\nrole   b\nrole   c\n');
    const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 20 } });
    expect(TextDocument.applyEdits(document.textDocument, formatRanges(document, [line(0), line(2)]))).toBe(
      'role a\nrole   b\nrole c\n',
    );
  });
});

describe('broken texts', () => {
  it('are left as they are where a text never ends, and formatted behind it', async () => {
    expect(
      await format(
        'role   a\n\ntemplate mail { body """\n  Hi\n soon"" note "T" }\ncalendar c {\n   timezone "UTC"\n}\nrole   b\n',
      ),
    ).toBe('role a\n\ntemplate mail { body """\n  Hi\n soon"" note "T" }\ncalendar c {\n  timezone "UTC"\n}\n\nrole b\n');
  });
});

describe('laws', () => {
  const everything = [...startFiles().values()];
  const examples = readdirSync('examples').map((file) => readFileSync(`examples/${file}`, 'utf8'));
  it.each(examples.map((text, i) => [i, text] as const))('is idempotent and loses nothing in example %i', async (_, text) => {
    const once = await format(text);
    expect(words(once)).toBe(words(text));
    expect(await format(once)).toBe(once);
  });
  it('is idempotent and keeps every word whatever the white space and comments', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...examples),
        fc.infiniteStream(fc.constantFrom(' ', '\n', '\n\n\n', '  \t', ' // c\n', ' /* c */ ', '\n// c\n')),
        async (text, gaps) => {
          const document = await parse(text);
          let mixed = '';
          for (const piece of text.split(/("""[\s\S]*?"""|"[^"\n]*"|\/\/[^\n]*\n|\s+)/)) {
            mixed += /^\s+$/.test(piece) ? (gaps.next().value ?? ' ') : piece;
          }
          expect(document.parseResult.parserErrors).toEqual([]);
          const once = await format(mixed);
          expect(words(once)).toBe(words(mixed));
          expect(await format(once)).toBe(once);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('changes nothing but white space, in order, in a text that is broken in any way', async () => {
    const random = new Random(7);
    for (let round = 0; round < 60; round++) {
      let text = random.pick(everything);
      for (let i = 0; i < 12; i++) {
        const edit = randomEdit(text, examples, random);
        text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
        const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('file:///broken.sop'));
        const edits = formatText(document);
        const offsets = edits.flatMap(({ range }) => [range.start, range.end].map((at) => document.textDocument.offsetAt(at)));
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(words(TextDocument.applyEdits(document.textDocument, edits))).toBe(words(text));
      }
    }
  });
});
