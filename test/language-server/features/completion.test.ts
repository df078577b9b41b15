import { EmptyFileSystem, URI } from 'langium';
import { expectCompletion, parseHelper } from 'langium/test';
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

describe('words', () => {
  it('come in the order that people write them, and only once where there can be one', async () => {
    const found = await labels('level a {\n  owner csm\n  <|>\n}');
    expect(found).not.toContain('owner');
    expect(found.indexOf('acknowledge')).toBeLessThan(found.indexOf('action'));
    expect((await labels('level a { action "x" <|> }')).slice(0, 3)).toEqual(['by', 'within', 'when']);
  });
  it('compare as the metric can be compared', async () => {
    expect(await labels('metric m { one of a, b }\nthreshold x when m <|>')).toEqual(
      ['is', 'in', 'for', 'within', 'and', 'or'].sort(byUse),
    );
    expect((await labels('threshold x when nps <|>')).slice(0, 4)).toEqual(['<', '<=', '>', '>=']);
    expect(await labels('threshold x when churn-threat <|>')).not.toContain('is');
    expect(await labels('severity s\nthreshold x when severity is at <|>')).toEqual(['least', 'most']);
  });
  it('bring whole declarations at the top only', async () => {
    expect(await labels('role a { <|> }')).not.toContain('team … { calendar }');
    expect(await labels('variant v when churn-threat { override <|> }')).toEqual(['severity', 'threshold', 'trigger', 'level']);
    expect(await labels('external <|>')).toEqual(expect.arrayContaining(['role', 'channel']));
  });
});

describe('snippets', () => {
  const ends = { closure: 'closure c {\n', level: 'level l {\n' };
  it.each(
    ['action', 'notify', 'page', 'decide', 'approve', 'wait', 'parallel', 'handoff', 'assign', 'follow'].map(
      (step) => [step] as const,
    ),
  )('write %s as it can be read', async (step) => {
    for (const start of Object.values(ends)) {
      const item = (await offered(`${start}  <|>\n}`)).find(({ label, kind }) => kind === 15 && label.startsWith(step));
      const body = item?.textEdit?.newText ?? '';
      const text = body.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll(/\$\d+/g, '');
      const document = await parseHelper(sop)(`${start}  ${text}\n}`);
      expect(text).not.toBe('');
      expect(document.parseResult.parserErrors).toEqual([]);
    }
  });
});

describe('names, again', () => {
  it('leave out what the list names already, and the element itself', async () => {
    const found = await labels('role a\nrole b\nrole c { backup a, <|> }');
    expect(found.slice(0, 2)).toEqual(['b', 'customer']);
    expect(found).not.toContain('a');
    expect(found).not.toContain('c');
  });
  it('keep the order of values, severities and levels', async () => {
    expect((await labels('metric m { ordered one of low, mid, high }\nthreshold x when m is <|>')).slice(0, 3)).toEqual([
      'low',
      'mid',
      'high',
    ]);
  });
  it('offer only steps of the level that is overridden to insert beside', async () => {
    const text =
      'level a { action one "1" }\nlevel b { action two "2" }\nvariant v when churn-threat { override level a { insert before <|> } }';
    expect(await labels(text)).toEqual(['one']);
  });
  it('offer roles that others fill first to be assigned, then those that fill them', async () => {
    const roles = 'role a\nrole z\nrole dri { one of z }\n';
    expect((await labels(`${roles}level l { assign <|> }`))[0]).toBe('dri');
    expect((await labels(`${roles}level l { assign dri to <|> }`))[0]).toBe('z');
  });
  it('bring names of files that are not imported, with the import', async () => {
    const { shared, sop: other } = createSopServices(EmptyFileSystem);
    const library = shared.workspace.LangiumDocumentFactory.fromString('role far "Far away"', URI.parse('file:///work/far.sop'));
    shared.workspace.LangiumDocuments.addDocument(library);
    const text = 'role near\nlevel a { owner  }';
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('file:///work/main.sop'));
    shared.workspace.LangiumDocuments.addDocument(document);
    const list = await other.lsp.CompletionProvider?.getCompletion(document, {
      textDocument: { uri: document.uri.toString() },
      position: document.textDocument.positionAt(text.indexOf('owner ') + 6),
    });
    const far = list?.items.find((item) => item.label === 'far');
    expect(far).toMatchObject({
      detail: 'Far away · role · adds import "./far.sop"',
      additionalTextEdits: [{ newText: 'import "./far.sop"\n\n', range: { start: { line: 0, character: 0 } } }],
    });
  });
});

describe('more values', () => {
  it('say when the next review comes', async () => {
    const found = await offered('sop s { review every 90 days last <|> }');
    expect(found[0]?.detail).toMatch(/^today: next review on \d{4}-\d{2}-\d{2}$/);
  });
  it('fit limits, warnings, cadences and scores', async () => {
    expect((await labels('role a { may approve "Credit" up to <|> }\nthreshold x when arr > 5 EUR'))[0]).toBe('1k EUR');
    expect(await labels('level a { warn csm at <|> }')).toEqual(['50%', '75%', '80%', '90%']);
    expect(await labels('level a { update customer <|> }')).toContain('3 times per week');
    expect((await labels('metric m { score <|> }'))[0]).toBe('0 to 100');
  });
});

/** As offered: comparisons first. */
function byUse(a: string, b: string): number {
  const order = ['is', 'in', 'within', 'for', 'and', 'or'];
  return order.indexOf(a) - order.indexOf(b);
}
