import { Cancellation } from 'langium';
import { describe, expect, it } from 'vitest';
import type { Procedure, Range } from '../../../flow/procedure.js';
import type { Rule } from '../../../language-server/rules/rule.js';
import { runRules } from '../../../language-server/rules/run-rules.js';

const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character: character + 3 } });

/** A library with nothing in it, or a variant of one. */
function procedure(variant: string | null = null, title: string | null = null): Procedure {
  const whole = at(0);
  return {
    version: 1,
    uri: 'file:///a.sop',
    name: '',
    title: null,
    variant,
    variants: [],
    variantScope: variant === null ? null : { title, when: null, range: whole, selection: whole },
    header: null,
    roles: [],
    teams: [],
    channels: [],
    templates: [],
    calendars: [],
    sources: [],
    metrics: [],
    severities: [],
    thresholds: [],
    deadlines: [],
    triggers: [],
    levels: [],
    resolutions: [],
    closures: [],
    steps: [],
    edges: [],
    procedures: [],
  };
}

/** A rule that reports at line 1 in these variants, null being the procedure itself. */
const reporting = (id: string, ...variants: (string | null)[]): Rule => ({
  id,
  level: 'warning',
  check: ({ procedure: { variant }, report }) => {
    if (variants.includes(variant)) report({ range: at(1), message: `Found by ${id}.` });
  },
});
const variants = [procedure('smb', 'SMB accounts'), procedure('emea')];
const run = (rules: readonly Rule[], more: Partial<Parameters<typeof runRules>[2]> = {}) =>
  runRules(procedure(), variants, { today: '2026-11-23', ...more }, rules);

describe('running rules', () => {
  it('tells once what the procedure and its variants share', async () => {
    expect(await run([reporting('a/b', null, 'smb', 'emea')])).toMatchObject([
      { code: 'a/b', level: 'warning', message: 'Found by a/b.', uri: 'file:///a.sop', related: [] },
    ]);
  });

  it('names the variants where only they have it', async () => {
    const [one] = await run([reporting('a/b', 'smb')]);
    expect(one).toMatchObject({ message: "In the variant 'SMB accounts' (smb): Found by a/b.", variants: ['smb'] });
    const [both] = await run([reporting('a/b', 'smb', 'emea')]);
    expect(both?.message).toBe("In the variants 'SMB accounts' (smb) and 'emea': Found by a/b.");
  });

  it('keeps two findings of a variant at one place apart', async () => {
    const twice: Rule = {
      id: 'a/b',
      level: 'info',
      check: ({ procedure: { variant }, report }) => {
        if (variant === 'smb') for (const message of ['One.', 'Two.', 'Two.']) report({ range: at(1), message });
      },
    };
    expect((await run([twice])).map(({ message }) => message.slice(-4))).toEqual(['One.', 'Two.']);
  });

  it('sorts by place, then by code', async () => {
    const rule = (id: string, ...lines: number[]): Rule => ({
      id,
      level: 'error',
      check: ({ report }) => {
        for (const line of lines) report({ range: at(line), message: id });
      },
    });
    const findings = await run([rule('b/b', 7, 2), rule('a/a', 7, 1)]);
    expect(findings.map(({ code, range }) => `${range.start.line} ${code}`)).toEqual(['1 a/a', '2 b/b', '7 a/a', '7 b/b']);
  });

  it('logs a rule that fails and goes on with the next', async () => {
    const log: string[] = [];
    const failing: Rule = {
      id: 'a/fails',
      level: 'error',
      check: () => {
        throw new Error('Oh no');
      },
    };
    const findings = await run([failing, reporting('b/b', null)], { log: (message) => log.push(message) });
    expect(findings.map(({ code }) => code)).toEqual(['b/b']);
    expect(log[0]).toMatch(/^a\/fails failed: Error: Oh no/);
  });

  it('takes levels from the configuration, and leaves out what is off', async () => {
    const levels = new Map([
      ['a/a', 'hint'],
      ['b/b', 'off'],
    ] as const);
    expect(
      (await run([reporting('a/a', null), reporting('b/b', null)], { levels })).map(({ code, level }) => [code, level]),
    ).toEqual([['a/a', 'hint']]);
  });

  it('stops between two rules when a newer text has come', async () => {
    const source = new Cancellation.CancellationTokenSource();
    let calls = 0;
    const rule: Rule = {
      id: 'a/a',
      level: 'info',
      check: () => {
        calls++;
        source.cancel();
      },
    };
    await expect(run([rule, rule, rule], { cancelToken: source.token })).rejects.toBeDefined();
    expect(calls).toBe(1);
  });
});
