import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/type',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/type', () => {
  it('fires on another kind of value, at the value', async () => {
    expect(await of('health-score < 40%')).toMatchObject([
      {
        level: 'error',
        at: '40%',
        element: 't',
        related: [],
        message: "'Health score' is a score from 0 to 100, but 40% is a percentage. Write a plain number, such as 40.",
      },
    ]);
    expect(await of('first-response-time > 4')).toMatchObject([
      { at: '4', message: "'First response time' is a duration, but 4 is a plain number. Add a unit, such as 4 h." },
    ]);
    expect(await of('availability < 99')).toMatchObject([
      { at: '99', message: "'Availability' is a percentage, but 99 is a plain number. Write a percentage, such as 99%." },
    ]);
    expect(await of('arr >= 1000')).toMatchObject([
      {
        at: '1000',
        message:
          "'Annual recurring revenue' is an amount of money, but 1000 is a plain number. Write an amount with its currency, such as 1k USD.",
      },
    ]);
    expect(await of('health-score between 40 and 60 %')).toMatchObject([{ at: '60 %' }]);
    expect(await of('health-score < 40 points')).toMatchObject([
      {
        message:
          "'Health score' is a score from 0 to 100, but 40 points is a change of a score. Write a plain number, such as 40.",
      },
    ]);
  });

  it('fires on another currency', async () => {
    const findings = await of('cost > 10 USD', 'metric cost "Cost" { money EUR }');
    expect(findings).toMatchObject([
      {
        at: '10 USD',
        message: "'Cost' is in EUR, but 10 USD is in USD, and two currencies never compare. Write the amount in EUR.",
      },
    ]);
  });

  it('takes the first currency that a file compares with for a metric without one', async () => {
    expect(await places('arr > 10 USD and arr < 90 USD')).toEqual([]);
    expect(await places('arr > 10 USD and arr < 90 EUR')).toEqual(['90 EUR']);
  });

  it('fires on a change in another kind', async () => {
    expect(await of('nps drops by 20% within 90 days')).toMatchObject([
      {
        at: '20%',
        message:
          "'Net promoter score' is a score from -100 to 100, but 20% is a percentage. Write how many points, such as 20 points.",
      },
    ]);
    expect(await places('nps drops by 20 points within 90 days or nps drops by 20 within 90 days')).toEqual([]);
  });

  it('fires on a bare name that is neither flag nor threshold', async () => {
    expect(await of('health-score')).toMatchObject([
      {
        at: 'health-score',
        message: "'Health score' is a score from 0 to 100, so its name alone is no test. Compare it, such as health-score < 50.",
      },
    ]);
    expect(await places('churn-threat and not executive-complaint and low', 'threshold low when health-score < 3')).toEqual([]);
  });

  it('fires on names where amounts belong, and on amounts where names belong', async () => {
    expect(await of('segment >= 3')).toMatchObject([{ at: '3' }]);
    expect(await of('churn-threat > 3')).toMatchObject([
      {
        message:
          "'Churn threat' is a flag that holds or does not, but 3 is a plain number. Write churn-threat alone, or not churn-threat.",
      },
    ]);
    expect(await of('low < 3', 'threshold low "Low" when health-score < 3')).toMatchObject([
      {
        at: '3',
        message: "'Low' is a threshold, which holds or does not: there is nothing to compare. Write low alone, or not low.",
      },
    ]);
    expect(await of('severity < 3', 'severity sev1')).toMatchObject([
      {
        at: '3',
        message:
          "A severity is compared with a severity, not with an amount. Write 'severity is sev1' or 'severity is at least sev1'.",
      },
    ]);
  });

  it('fires on an order among choices that have none', async () => {
    expect(await of('segment is at least smb')).toMatchObject([
      {
        at: 'smb',
        message:
          "The values of 'Segment' have no order, so it cannot be at least 'smb'. Use 'is' or 'in (…)', or declare the metric as 'ordered one of'.",
      },
    ]);
    expect(await places('priority is at least high and segment in (smb, enterprise)')).toEqual([]);
  });

  it('looks at guards, branches, goals and requirements, too', async () => {
    const findings = await findingsOf(
      `sop a "A" { goal nps > 3% applies when csat > 1 h }
level l { owner csm  pauses while nps > 4%  escalate when nps > 5% -> r  deescalate when nps > 6% -> r
  action "A" when nps > 7%
  decide "?" { "A" when nps > 8% -> r } }
resolution r { require nps > 9%  reopen when nps > 10% -> l }
deadline d { when nps > 11% within 3 days met by l }
threshold t when nps > 12%  severity s { when nps > 13% }
variant v when nps > 14% { }`,
      { rule: 'condition/type' },
    );
    expect(findings.map(({ at }) => at).sort()).toEqual(
      ['3%', '1 h', '4%', '5%', '6%', '7%', '8%', '9%', '10%', '11%', '12%', '13%', '14%'].sort(),
    );
  });

  it('leaves alone what fits, an unknown unit and a comparison that is not finished', async () => {
    expect(
      await places(
        'health-score < 40 and first-response-time > 4 business hours and availability < 99.5% and sla-breaches >= 3 within 30 days',
      ),
    ).toEqual([]);
    expect(await places('health-score < 40 weks')).toEqual([]);
    expect(await places('health-score <')).toEqual([]);
  });
});
