import { EmptyFileSystem } from 'langium';
import { expectCompletion } from 'langium/test';
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { createSopServices } from '../../../language-server/sop-module.js';

const { sop } = createSopServices(EmptyFileSystem);
const complete = expectCompletion(sop);

/** Labels at `<|>`, in the order they are shown. */
async function offered(text: string): Promise<CompletionItem[]> {
  let items: CompletionItem[] = [];
  await complete({
    text,
    index: 0,
    expectedItems: [],
    assert: (completion) => {
      items = [...completion.items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    },
  });
  return items;
}
const labels = async (text: string): Promise<string[]> => (await offered(text)).map((item) => item.label);

const people = `role csm "Customer Success Manager"
role lead "Team lead"
external channel email "Email"
internal channel log "Case log"
`;

describe('in an empty or unfinished file', () => {
  it('offers declarations as words and as whole snippets', async () => {
    const found = await labels('<|>');
    expect(found).toEqual(expect.arrayContaining(['sop', 'import', 'role', 'level', 'level … { owner, promises, steps }']));
  });
  it('explains each word', async () => {
    const level = (await offered('<|>')).find((item) => item.label === 'level');
    expect(level?.detail).toBe('A rung of the escalation ladder. Levels rise in the order of the file.');
  });
  it('replaces the half-written word', async () => {
    const role = (await offered('ro<|>')).find((item) => item.label === 'role');
    expect(role?.textEdit).toMatchObject({ newText: 'role', range: { start: { character: 0 }, end: { character: 2 } } });
  });
  it('goes on below a mistake', async () => {
    expect(await labels(`${people}level a { owner \n !! ?? action "x" by by by\n  notify customer "Hello" via <|>`)).toEqual([
      'email',
      'log',
    ]);
  });
});

describe('names', () => {
  it('offers roles after by, the owner of the level first and external ones last', async () => {
    const found = await labels(`${people}level a { owner lead action "x" by <|> }`);
    expect(found[0]).toBe('lead');
    expect(found.at(-1)).toBe('customer');
    expect(found).toContain('csm');
  });
  it('offers external roles first to be told', async () => {
    expect((await labels(`${people}level a { notify <|> }`))[0]).toBe('customer');
  });
  it('offers channels that the customer can read first', async () => {
    expect(await labels(`${people}level a { notify customer via <|> }`)).toEqual(['email', 'log']);
  });
  it('offers steps of this level before levels before steps of others', async () => {
    const found = await labels('level a { action one "1" -> <|> }\nlevel b { action two "2" }\nresolution done {}');
    expect(found).toEqual(['one', 'b', 'done', 'a', 'b.two']);
  });
  it('offers only segments after segment is', async () => {
    expect(await labels('trigger t { when segment is <|> }')).toEqual(
      expect.arrayContaining(['enterprise', 'mid-market', 'smb']),
    );
    expect(await labels('trigger t { when segment is <|> }')).not.toContain('urgent');
  });
  it('offers severities after severity is', async () => {
    expect(await labels('severity s1 severity s2 trigger t { when severity is <|> }')).toEqual(
      expect.arrayContaining(['s1', 's2']),
    );
  });
  it('offers metrics and thresholds in a condition, own ones first', async () => {
    const found = await labels('threshold at-risk when nps < 0 metric logins { count } trigger t { when <|> }');
    expect(found.indexOf('logins')).toBeLessThan(found.indexOf('health-score'));
    expect(found).toContain('at-risk');
  });
});

describe('values', () => {
  it('offers bounds of the metric with its range', async () => {
    const found = await offered('trigger t { when health-score < <|> }');
    expect(found.map((item) => item.label)).toEqual(expect.arrayContaining(['40', '60']));
    expect(found.find((item) => item.label === '40')?.detail).toBe('Health score: 0 to 100');
  });
  it('offers durations after within and units after a number', async () => {
    expect(await labels('level a { action "x" within <|> }')).toContain('30 min');
    expect(await labels('level a { action "x" within 4 <|> }')).toEqual(expect.arrayContaining(['business', 'h', 'min']));
  });
  it('offers currencies for money', async () => {
    expect(await labels('trigger t { when arr > 100k <|> }')).toEqual(expect.arrayContaining(['USD', 'EUR']));
  });
  it('offers time zones inside the quotes', async () => {
    expect(await labels('calendar c { timezone "Europe/Lon<|>" }')).toContain('Europe/London');
  });
  it('offers placeholders of a template', async () => {
    const found = await offered('template t { body "Hi {cus<|>" }');
    expect(found[0]?.label).toBe('{customer}');
  });
  it('offers nothing inside other texts and comments', async () => {
    expect(await labels('level a { action "do <|>" }')).toEqual([]);
    expect(await labels('// by <|>')).toEqual([]);
  });
});
