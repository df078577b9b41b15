import { describe, expect, it } from 'vitest';
import { changed, clean } from './clean.js';
import { codesOf, findingsOf } from './findings-of.js';

const require = '  require "Customer confirms the fix" judged by support-lead\n';
const withComment = (comment: string) =>
  changed([`resolution resolved "Resolved" {\n${require}`, `${comment}\nresolution resolved "Resolved" {\n`]);

describe('sop-ignore', () => {
  it('silences a rule for the next declaration', async () => {
    expect(await codesOf(withComment('// sop-ignore close/criteria: in the contract'))).toEqual([]);
  });

  it('silences no other rule', async () => {
    expect(await codesOf(withComment('// sop-ignore close/learn: in the contract'))).toEqual(['close/criteria at resolved']);
  });

  it('reaches no further than the next declaration', async () => {
    const text = changed([require, ''], ['trigger reported', '// sop-ignore close/criteria: not here\ntrigger reported']);
    expect(await codesOf(text)).toEqual(['close/criteria at resolved']);
  });

  it('silences a rule for the next step', async () => {
    const steps =
      'action one "Ask Bob"\n  // sop-ignore document/tribal: Bob is a robot\n  action two "Ask Bob"\n  action three "Ask Bob"\n  action repair';
    const findings = await findingsOf(changed(['action repair', steps]), { rule: 'document/tribal' });
    expect(findings.map(({ element }) => element)).toEqual(['desk.one', 'desk.three']);
  });

  it('silences a rule for the property on the next line', async () => {
    const text = changed([
      '  review every 90 days last 2026-11-01',
      '  // sop-ignore document/review: not before the merger\n  review every 9 days last 2026-11-01',
    ]);
    expect(await codesOf(text)).toEqual([]);
  });

  it('works in stacks, with several ids, and across blank lines and other comments', async () => {
    const text = changed(
      [require, '  require "Ask Bob" judged by support-lead\n'],
      [
        'resolution resolved "Resolved"',
        '// sop-ignore document/tribal: a robot\n// sop-ignore close/learn: no\n\n// Another comment.\nresolution resolved "Resolved"',
      ],
    );
    expect(await codesOf(text)).toEqual([]);
    expect(await codesOf(withComment('// sop-ignore close/learn, close/criteria: in the contract'))).toEqual([]);
    expect(await codesOf(withComment('//sop-ignore close/criteria : in the contract'))).toEqual([]);
  });

  it('is no comment inside of a text', async () => {
    const text = changed(
      ['"Repair it"', '"// sop-ignore nope: x"'],
      ['action "Review what happened"', 'action "Review" { note """\n  // sop-ignore nope: x\n  """ }\n  action "Look"'],
    );
    expect(await codesOf(text, { rule: ['ignore/unknown', 'ignore/reason'] })).toEqual([]);
    expect(await codesOf(changed(['level desk', '/* // sop-ignore nope: x */\nlevel desk']))).toEqual([]);
  });

  it('is itself reported without a reason, and works all the same', async () => {
    expect(await findingsOf(withComment('// sop-ignore close/criteria'))).toMatchObject([
      {
        code: 'ignore/reason',
        level: 'warning',
        at: '// sop-ignore close/criteria',
        message:
          "'close/criteria' is silenced without a reason. Write it after a colon, such as '// sop-ignore close/criteria: agreed with Legal'.",
      },
    ]);
    expect(await codesOf(withComment('// sop-ignore close/criteria:  '))).toEqual([
      'ignore/reason at // sop-ignore close/criteria:  ',
    ]);
  });

  it('is itself reported with an unknown id, the nearest one offered', async () => {
    const findings = await findingsOf(`// sop-ignore close/critera: x\n${clean}`);
    expect(findings).toMatchObject([
      {
        code: 'ignore/unknown',
        level: 'warning',
        at: 'close/critera',
        message: "There is no rule 'close/critera'. Did you mean 'close/criteria'?",
      },
    ]);
  });

  it.each([
    ['// sop-ignore', /^This comment names no rule\./],
    ['// sop-ignore link/unknown: x', /^'link\/unknown' is no rule: it is always an error and has to be mended\./],
    ['// sop-ignore banana: x', /^There is no rule 'banana'\.$/],
  ])('explains what is wrong with "%s"', async (comment, message) => {
    const [finding] = await findingsOf(`${comment}\n${clean}`);
    expect(finding?.code).toBe('ignore/unknown');
    expect(finding?.message).toMatch(message);
  });
});
