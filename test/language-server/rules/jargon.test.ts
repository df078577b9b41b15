/** Messages are for people who manage customers: no word of those who write parsers. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../language-server/rules/all-rules.js';
import { pageFile } from '../../../language-server/rules/diagnostics.js';
import { findingsOf } from './findings-of.js';
import { broken, files, mutations } from './mutations.js';

const jargon = /\b(?:nodes?|AST|tokens?|invalid|null|undefined|unexpected|parse[rd]?|NaN|object Object)\b/i;

describe.each(allRules.map(({ id }) => ({ id })))('$id', ({ id }) => {
  it('says what it found in words that everybody knows', async () => {
    const page = readFileSync(`docs/rules/${pageFile(id)}`, 'utf8');
    const [, example = ''] = /^```sop\n([\s\S]*?)^```/m.exec(page) ?? [];
    const files = { './refunds.sop': 'sop refunds "Refunds" { version "1" status retired }' };
    for (const { message, related, fix } of await findingsOf(example, { rule: id, files })) {
      for (const text of [message, fix?.title ?? '', ...related.map((other) => other.message)]) {
        expect(text).not.toMatch(jargon);
      }
      // It names the thing: a title, a name or the words of the text stand in quotes.
      expect(message).toMatch(/'[^']+'/);
      expect(message).toMatch(/[.?!]$/);
    }
  });
});

describe.each(Object.entries(mutations))('every message of %s', (id, ways) => {
  it.each(ways.map((way, i) => ({ i, text: broken(way) })))('names the thing and the way out ($i)', async ({ text }) => {
    for (const { message, related, fix } of await findingsOf(text, { rule: id, files })) {
      for (const words of [message, fix?.title ?? '', ...related.map((other) => other.message)])
        expect(words).not.toMatch(jargon);
      expect(message).toMatch(/'[^']+'/);
      // What is wrong comes first; what to do about it is a sentence of its own, an offer, or what follows a colon.
      expect(message).toMatch(/[.:?] (?:[A-Z]|'|either|nobody|it |let )[^.]*.*[.?]$/s);
      expect(message).not.toMatch(/\s{2}|\.\.(?!\/)|\s[.,:]|''/);
    }
  });
});

describe('what could be said', () => {
  const sources = globSync('language-server/{rules,references}/**/*.ts');

  it.each(sources.map((path) => ({ path })))('in $path has none of them', ({ path }) => {
    const source = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const sentences = [...source.matchAll(/'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g)]
      .map(([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, '…'))
      .filter((text) => /[a-z]+ [a-z]+ [a-z]+/i.test(text) && !path.endsWith('all-rules.ts'));
    for (const sentence of sentences) expect(sentence).not.toMatch(jargon);
  });
});
