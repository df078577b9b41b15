import { describe, expect, it } from 'vitest';
import { runRules } from '../../../language-server/rules/run-rules.js';
import { severityGap } from '../../../language-server/rules/severity-gap.js';
import { procedureOf } from '../compile/procedure-of.js';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(text, { rule: 'severity/gap' });
const bands = (...conditions: string[]) =>
  of(conditions.map((when, i) => `severity s${i + 1} "S${i + 1}" { when ${when} }`).join('\n'));

describe('severity/gap', () => {
  it('fires on bounds that leave out a single value, at the last severity', async () => {
    expect(await bands('health-score < 40', 'health-score > 40')).toMatchObject([
      {
        level: 'warning',
        at: 's2',
        element: 's2',
        related: [],
        message:
          "Some cases have no severity, e.g. health-score = 40. Take 'when' from 'S2' to make it the default, or add a severity for these cases.",
      },
    ]);
  });

  it('fires on what lies below the last bound, in the words of the metric', async () => {
    expect((await bands('affected-users-share >= 50%', 'affected-users-share >= 10%'))[0]?.message).toContain(
      'e.g. affected-users-share = 0%.',
    );
    expect((await bands('first-response-time > 8 h', 'first-response-time < 4 h'))[0]?.message).toContain(
      'e.g. first-response-time = 4 h.',
    );
    expect((await bands('segment in (smb, mid-market)', 'segment is enterprise'))[0]?.message).toContain(
      'e.g. segment is strategic.',
    );
    expect((await bands('churn-threat'))[0]?.message).toContain('e.g. not churn-threat.');
    expect((await bands('"He cries" judged by csm'))[0]?.message).toContain('e.g. not "He cries".');
    expect((await bands('health-score < 60 for 14 days', 'health-score >= 60'))[0]?.message).toContain(
      'e.g. health-score = 0, not health-score < 60 for 14 days.',
    );
    expect((await bands('open-tickets > 3', 'open-tickets < 3'))[0]?.message).toContain('e.g. open-tickets = 3.');
  });

  it('leaves alone bands that meet, and a default', async () => {
    expect(await bands('health-score < 40', 'health-score >= 40 and health-score < 60', 'health-score >= 60')).toEqual([]);
    expect(await bands('health-score between 0 and 40', 'health-score > 40')).toEqual([]);
    expect(await bands('open-tickets >= 3', 'open-tickets <= 2')).toEqual([]);
    expect(await bands('health-score < 40 for 14 days', 'health-score >= 40 for 14 days')).toEqual([]);
    expect(await of('severity a { when health-score < 40 } severity b')).toEqual([]);
    expect(await of('severity b severity a { when health-score < 40 }')).toEqual([]);
    expect(await of('severity a severity b')).toEqual([]);
    expect(await of('role csm')).toEqual([]);
  });

  it('looks only where the procedure applies', async () => {
    const severities = 'severity a { when segment is enterprise and nps < 3 } severity b { when nps >= 3 }';
    expect(await of(`sop x "X" { applies when segment is enterprise } ${severities}`)).toEqual([]);
    expect(await of(`sop x "X" { applies when churn-threat } ${severities}`)).toMatchObject([
      { message: expect.stringContaining('e.g. segment is smb, nps = -100.') },
    ]);
  });

  it('says nothing where a test does not fit, or there are too many cases', async () => {
    expect(await bands('health-score < 40%', 'nps < 3')).toEqual([]);
    const wide = Array.from({ length: 14 }, (_, i) => `("a${i}" judged by csm or "b${i}" judged by csm)`).join(' and ');
    expect(await bands(wide)).toEqual([]);
    const logged: string[] = [];
    const procedure = await procedureOf(`severity a { when ${wide} }`);
    await runRules(procedure, [], { today: '2026-11-23', log: (message) => logged.push(message) }, [severityGap]);
    expect(logged).toEqual(["severity/gap: 'the severities' has too many cases to compare."]);
  });
});
