import { describe, expect, it } from 'vitest';
import { changed, clean } from './clean.js';
import { findingsOf } from './findings-of.js';

const require = '  require "Customer confirms the fix" judged by support-lead\n';

describe('close/criteria', () => {
  it('stands on the resolution without a require', async () => {
    expect(await findingsOf(changed([require, '']))).toMatchObject([
      {
        code: 'close/criteria',
        level: 'error',
        at: 'resolved',
        message:
          "'Resolved' does not say what must be true to call a case resolved. Add a 'require', such as require \"Customer confirms the fix\" judged by support-lead.",
      },
    ]);
  });

  it('puts a require in, on a line of its own', async () => {
    const [finding] = await findingsOf(changed([require, '']));
    expect(finding?.fix?.result).toBe(clean);
  });

  it('puts it into one line where all is in one line', async () => {
    const text = changed([`{\n${require}  -> closed\n}`, '{ -> closed }']);
    const [finding] = await findingsOf(text);
    expect(finding?.fix?.result).toContain('{ require "Customer confirms the fix" judged by support-lead -> closed }');
    expect(await findingsOf(finding?.fix?.result ?? '')).toEqual([]);
  });

  it('takes a measured require as well', async () => {
    expect(await findingsOf(changed([require, 'require health-score >= 60\n']), { rule: 'close/criteria' })).toEqual([]);
  });

  it('says it once, though a variant has it too', async () => {
    const text = `${changed([require, ''])}variant smb "SMB" when segment is smb { override level desk { resolve within 9 h } }\n`;
    expect((await findingsOf(text, { rule: 'close/criteria' })).map(({ message }) => message.slice(0, 10))).toEqual([
      "'Resolved'",
    ]);
  });
});

describe('close/learn', () => {
  const closure = 'closure closed "Closed" {\n  action "Review what happened" within 5 business days\n}\n';
  const learn = (text: string) => findingsOf(text, { rule: 'close/learn' });

  it('stands on the closure in which nothing is done', async () => {
    expect(await findingsOf(changed([closure, 'closure closed "Closed" { }\n']))).toMatchObject([
      {
        code: 'close/learn',
        level: 'warning',
        at: 'closed',
        message: '\'Closed\' has no step, so nothing is learnt from a case. Add one, such as action "Post-escalation review".',
      },
    ]);
  });

  it('stands on the procedure that has no closure', async () => {
    expect(await learn(changed([closure, ''], ['  -> closed\n', '']))).toMatchObject([
      {
        at: 'outage',
        message:
          '\'Outage\' never reaches a closure, so nobody looks back at what happened: it has none. Add one, such as closure closed { action "Post-escalation review" }.',
      },
    ]);
  });

  it('names the closure that nothing leads to', async () => {
    const text = changed(['  -> closed\n', ''], [closure, `${closure}closure other "Other" { action "Look back" }\n`]);
    expect((await learn(text))[0]).toMatchObject({
      at: 'outage',
      message:
        "'Outage' never reaches a closure, so nobody looks back at what happened: nothing leads to 'Closed'. Let a resolution go there with '-> closed'.",
      related: [{ at: 'closed' }],
    });
  });

  it('lets a resolution go to the only closure by itself', async () => {
    expect(await learn(changed(['  -> closed\n', '']))).toEqual([]);
  });

  it('asks nothing of a library', async () => {
    expect(await learn('role csm "CSM"')).toEqual([]);
  });
});
