/** Every rule that offers a quick fix keeps its word: what it told is gone, nothing worse comes, and all stays formatted. */
import { readFileSync } from 'node:fs';
import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatText } from '../../../language-server/features/format/formatter.js';
import { pageFile } from '../../../language-server/rules/diagnostics.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { changed } from './clean.js';
import { findingsOf, type TestFinding } from './findings-of.js';
import { broken, files, mutations } from './mutations.js';

/** The rules of the list that have one. */
const fixable = [
  'condition/unit',
  'decision/gap',
  'time/no-way-out',
  'people/owner',
  'flow/dead-end',
  'talk/silent',
  'close/criteria',
  'document/owner',
  'document/review',
];

const last = 'within 4 h -> resolved';
/** Faults of one rule that differ in what has to be put where. */
const more: Readonly<Record<string, readonly string[]>> = {
  'flow/dead-end': [
    changed([last, 'within 4 h when nps < 0 -> resolved']),
    changed([last, 'within 4 h when nps < 0']),
    changed([last, 'within 4 h { check "It works" }']),
    changed([last, 'within 4 h\n  decide d "Which?" { "One" {} "Other" -> resolved }']),
    changed([last, 'within 4 h\n  decide d "Which?" when nps < 0 { "One" -> desk "Other" -> resolved }']),
    changed([last, 'within 4 h\n  decide d "Which?" { "One" { action "Look" } "Other" -> resolved }']),
    changed([last, 'within 4 h\n  approve d "Which?" by vp-support { approved {} rejected -> resolved }']),
    changed([last, 'within 4 h\n  parallel "Both" { lane "One" { action "Look" } lane "Other" { action "Listen" } }']),
    changed([last, 'within 4 h\n  wait "Answer" up to 1 h else -> resolved']),
    changed([last, 'within 4 h\n  page vp-support "Come" for 10 min then support-lead']),
  ],
  'time/no-way-out': [
    changed([last, 'within 4 h\n  wait "Answer" -> resolved']),
    changed([last, 'within 4 h\n  wait answer "Answer" else -> resolved\n  action "Go on" -> resolved']),
    changed(['  resolve within 8 h\n', '  escalate after 8 h -> top\n'], [last, 'within 3 days -> resolved']).replace(
      'resolution resolved',
      'level middle "Middle" { owner support-lead action "Wait" within 4 days -> resolved }\nlevel top "Top" { owner vp-support escalate when nps < 0 -> middle action "Look" -> resolved }\nresolution resolved',
    ),
  ],
  'decision/gap': [
    changed([last, 'within 4 h\n  decide d "Which?" { "One" when nps > 10 -> desk "Other" when nps < 3 -> resolved }']),
    changed([
      last,
      'within 4 h\n  decide d "Which?" {\n    "One" when nps > 10 -> desk\n    "Other" when nps < 3 { action "Look" -> resolved }\n  }',
    ]),
  ],
  'people/owner': [changed(['  owner support-lead\n  resolve', '  resolve'])],
  'document/owner': [changed(['  version "1.0"\n', ''], ['  owner support-lead\n  approved', '  approved'])],
};

const { shared } = createSopServices(EmptyFileSystem);
let count = 0;

function formatted(text: string): string {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`file:///formatted-${++count}.sop`));
  return TextDocument.applyEdits(document.textDocument, formatText(document));
}

const ranks = { hint: 0, info: 1, warning: 2, error: 3 };

/** What a text has that the other had not, at the level or worse. */
function worse(before: readonly TestFinding[], after: readonly TestFinding[], level: TestFinding['level']): string[] {
  const had = new Set(before.map(({ code }) => code));
  return after
    .filter((one) => !had.has(one.code) && ranks[one.level] >= ranks[level])
    .map(({ code, message }) => `${code}: ${message}`);
}

describe.each(fixable)('the fix of %s', (id) => {
  const [page = ''] = /^```sop\n[\s\S]*?^```/m.exec(readFileSync(`docs/rules/${pageFile(id)}`, 'utf8')) ?? [];
  const texts = [...(mutations[id] ?? []).map(broken), ...(more[id] ?? []), page.replace(/^```.*\n|```$/gm, '')];

  it.each(texts.map((text, i) => ({ i, text: formatted(text) })))('mends fault $i', async ({ text }) => {
    const before = await findingsOf(text, { files });
    const faults = before.filter(({ code }) => code === id);
    expect(faults.length).toBeGreaterThan(0);
    for (const { fix, level } of faults) {
      // Of two owners one has to be chosen: that is for people.
      if (id === 'people/owner' && faults[0]?.message.includes(' has 2 owners')) continue;
      if (!fix) throw new Error('There is no fix.');
      const after = await findingsOf(fix.result, { files });
      // One message may be enough for two triggers.
      expect(after.filter(({ code }) => code === id).length).toBeLessThan(faults.length);
      expect(worse(before, after, level)).toEqual([]);
      // What no longer fits into one line becomes several, which formatting does.
      if (fix.result.split('\n').every((line) => line.length <= 120)) expect(formatted(fix.result)).toBe(fix.result);
    }
  });
});
