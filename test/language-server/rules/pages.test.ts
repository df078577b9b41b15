/** The code, the page, the list of pages and the schema of a rule agree, and the examples of its page do what they say. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../language-server/rules/all-rules.js';
import { pageFile } from '../../../language-server/rules/diagnostics.js';
import { configCodes, foundationCodes } from '../../../language-server/rules/finding.js';
import { readRuleConfig } from '../../../language-server/rules/rule-config.js';
import { findingsOf } from './findings-of.js';
import { configSchema, listOfPages } from './rule-list.js';

const folder = 'docs/rules';
const pages = readdirSync(folder).filter((name) => name !== 'README.md');
/** Files that an example imports. */
const files = {
  './refunds.sop': `sop refunds "Refunds" { version "1" owner refunds-lead status retired review every 90 days last 2026-11-01 }
role refunds-lead "Refunds Lead"`,
};

describe('every rule', () => {
  it('has a page, and so has every fault that is no rule; every page has one of them', () => {
    const codes = [...allRules.map(({ id }) => id), ...foundationCodes, ...configCodes];
    expect(pages.toSorted()).toEqual(codes.map(pageFile).toSorted());
  });

  it('has its own id', () => {
    const ids = allRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  });

  it('stands in the list of pages with its level', () => {
    expect(written('docs/rules/README.md', listOfPages())).toBe(listOfPages());
  });

  it('can be set in sop.config.json', () => {
    // Compared as data: the formatter has its own ways with arrays.
    const schema: unknown = JSON.parse(written('docs/schema/sop-config.schema.json', configSchema()));
    expect(schema).toEqual(JSON.parse(configSchema()));
  });
});

/** A file's text, written anew first where that is asked for. */
function written(path: string, text: string): string {
  if (process.env.SOP_UPDATE) writeFileSync(path, text);
  return readFileSync(path, 'utf8');
}

describe.each([...allRules.map(({ id }) => id), ...foundationCodes].map((id) => ({ id })))('the page of $id', ({ id }) => {
  const path = `${folder}/${pageFile(id)}`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const examples = [...text.matchAll(/^```sop\n([\s\S]*?)^```/gm)].map(([, example = '']) => example);

  it('says what it is, how to fix and how to silence it', () => {
    expect(text).toMatch(new RegExp(`^# ${id}\n\n\\S`));
    const parts = text.match(/^## .*$/gm)?.filter((part) => part !== '## Why');
    expect(parts).toEqual(['## Fires', '## Does not fire', '## How to fix', '## How to silence']);
  });

  it('fires on its first example, alone', async () => {
    const findings = await findingsOf(examples[0] ?? '', { files });
    expect([...new Set(findings.map(({ code }) => code))], findings.map(({ message }) => message).join('\n')).toEqual([id]);
  });

  it('does not fire on its second', async () => {
    const findings = await findingsOf(examples[1] ?? '', { files });
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describe.each(configCodes.map((id) => ({ id })))('the page of $id', ({ id }) => {
  const text = readFileSync(`${folder}/${pageFile(id)}`, 'utf8');
  const examples = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, example = '']) => example);
  const codes = (example: string | undefined) =>
    readRuleConfig(
      'file:///sop.config.json',
      example ?? '',
      allRules.map((rule) => rule.id),
    ).problems.map(({ code }) => code);

  it('fires on its first example, alone, and not on its second', () => {
    expect(codes(examples[0])).toEqual([id]);
    expect(codes(examples[1])).toEqual([]);
  });
});
