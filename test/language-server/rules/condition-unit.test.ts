import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/unit',
  });

describe('condition/unit', () => {
  it('fires on an unknown unit of time, at the word, and offers the nearest', async () => {
    const [finding, ...others] = await of('health-score < 40 for 3 dais');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'error',
      at: 'dais',
      element: 't',
      message: "There is no unit of time 'dais'. Did you mean 'days'?",
      fix: { title: "Change 'dais' to 'days'" },
    });
    expect(finding?.fix?.result).toContain('for 3 days ->');
  });

  it('fires on an unknown unit or currency in a comparison', async () => {
    expect(await of('first-response-time > 4 houres')).toMatchObject([
      { at: 'houres', message: "There is no unit or currency 'houres'. Did you mean 'hours'?" },
    ]);
    expect(await of('arr > 10 EURO')).toMatchObject([{ at: 'EURO', fix: { title: "Change 'EURO' to 'EUR'" } }]);
    expect(await of('arr > 10 usd')).toMatchObject([{ at: 'usd', fix: { title: "Change 'usd' to 'USD'" } }]);
    expect(await of('nps drops by 20 pionts within 90 days')).toMatchObject([
      { at: 'pionts', fix: { title: "Change 'pionts' to 'points'" } },
    ]);
    expect(await of('first-response-time > 4 business hurs')).toMatchObject([{ at: 'hurs' }]);
  });

  it('prefers the nearest of the same length', async () => {
    expect(await of('churn-threat for 3 dayz')).toMatchObject([{ fix: { title: "Change 'dayz' to 'days'" } }]);
    expect(await of('churn-threat for 3 wek')).toMatchObject([{ fix: { title: "Change 'wek' to 'week'" } }]);
  });

  it('knows how people write units elsewhere', async () => {
    expect(await of('first-response-time > 4 hrs')).toMatchObject([
      { message: "There is no unit or currency 'hrs'. Did you mean 'h'?" },
    ]);
    expect(await of('ticket-age > 1 year')).toMatchObject([
      { message: "There is no unit or currency 'year'. Write months: a year is 12 months.", fix: null },
    ]);
  });

  it('says what there is where nothing is near', async () => {
    expect(await of('first-response-time > 4 elephants')).toMatchObject([
      {
        fix: null,
        message:
          "There is no unit or currency 'elephants'. Write min, h, days, weeks or months, points, % or a currency code such as USD, EUR or GBP.",
      },
    ]);
  });

  it('looks wherever a duration or an amount stands', async () => {
    const findings = await findingsOf(
      `sop a { review every 1 dayz  resolve within 2 dayz  update csm every 3 dayz }
role csm { may approve "Credit" up to 4 ZZZ }
metric cost { money ZZY }
severity s { acknowledge within 5 dayz }
trigger t { when churn-threat cooldown 6 dayz -> l }
level l { owner csm  respond within 7 dayz  for s { reply within 8 dayz  escalate after 9 dayz -> r }
  escalate after 10 dayz -> r  escalate unless acknowledged within 11 dayz -> r
  action "A" within 12 dayz  notify csm every 13 dayz
  page csm for 14 dayz then csm for 15 dayz
  wait "W" up to 16 dayz else -> r
  approve "Credit" of 17 ZZX by csm { approved -> r rejected -> r } }
resolution r { reopen within 18 dayz -> l }
deadline d { within 19 dayz met by r }`,
      { rule: 'condition/unit' },
    );
    expect(findings.filter(({ at }) => at === 'dayz')).toHaveLength(17);
    expect(
      findings
        .map(({ at }) => at)
        .filter((at) => at.startsWith('ZZ') || at === 'cost')
        .sort(),
    ).toEqual(['ZZX', 'ZZZ', 'cost']);
  });

  it('leaves alone every unit there is', async () => {
    for (const unit of 'min minute minutes h hour hours d day days w week weeks month months'.split(' ')) {
      expect(await of(`ticket-age > 4 ${unit} and ticket-age > 4business ${unit} for 24${unit}`)).toEqual([]);
    }
    expect(await of('arr > 10 USD and cost > 3 GBP and nps drops by 1 point within 3 days', 'metric cost { money GBP }')).toEqual(
      [],
    );
  });

  it('leaves imported files to themselves', async () => {
    const text =
      'import "./people.sop"\nlevel l { owner csm approve "Credit" of 10 USD by csm { approved -> r rejected -> r } } resolution r { }';
    expect(
      await findingsOf(text, {
        rule: 'condition/unit',
        files: { './people.sop': 'role csm { may approve "Credit" up to 4 ZZZ }' },
      }),
    ).toEqual([]);
  });
});
