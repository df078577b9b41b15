import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

/** What the rule finds in the condition of a trigger. */
const of = (condition: string, more = '') =>
  findingsOf(`role csm "CSM"\ntrigger t "T" { when ${condition} -> l }\nlevel l "L" { owner csm }\n${more}`, {
    rule: 'condition/range',
  });
const places = async (condition: string, more = '') => (await of(condition, more)).map((finding) => finding.at);

describe('condition/range', () => {
  it('fires on a bound that no value reaches, at the bound', async () => {
    expect(await of('nps > 120')).toMatchObject([
      {
        level: 'error',
        at: '120',
        element: 't',
        message: "'Net promoter score' goes from -100 to 100, so 'nps > 120' never holds. Choose a bound within that range.",
      },
    ]);
    expect(await of('csat < 0')).toMatchObject([
      { message: "'Customer satisfaction' goes from 1 to 5, so 'csat < 0' never holds. Choose a bound within that range." },
    ]);
  });

  it('fires on a bound that every value reaches', async () => {
    expect(await of('csat >= 0')).toMatchObject([
      {
        at: '0',
        message: "'Customer satisfaction' goes from 1 to 5, so 'csat >= 0' always holds. Choose a bound within that range.",
      },
    ]);
    expect(await of('availability <= 120%')).toMatchObject([
      {
        message: "'Availability' goes from 0% to 100%, so 'availability <= 120%' always holds. Choose a bound within that range.",
      },
    ]);
    expect(await of('first-response-time > -4 h')).toMatchObject([
      {
        message:
          "'First response time' is never below 0 min, so 'first-response-time > -4 h' always holds. Choose a bound within that range.",
      },
    ]);
  });

  it('fires on a band, or a change, that leaves the range', async () => {
    expect(await places('health-score between 110 and 120')).toEqual(['110']);
    expect(await of('health-score between 50 and 150')).toMatchObject([
      {
        at: '150',
        message:
          "'Health score' goes from 0 to 100, so the bound 150 of 'health-score between 50 and 150' decides nothing. Choose a bound within that range.",
      },
    ]);
    expect(await places('health-score drops by 150 points within 30 days')).toEqual(['150 points']);
    expect(await places('nps drops by 150 points within 30 days')).toEqual([]);
  });

  it('knows the range of a metric of the file', async () => {
    expect(await places('mood > 8', 'metric mood { score 0 to 7 }')).toEqual(['8']);
    expect(await places('mood > 7', 'metric mood { score 0 to 7 }')).toEqual([]);
  });

  it('leaves alone bounds at the edge of the range, and metrics without bounds', async () => {
    expect(
      await places('nps >= 100 or nps <= -100 or health-score > 0 or sla-elapsed > 300% or time-to-renewal < -3 days'),
    ).toEqual([]);
    expect(await places('health-score > 400%')).toEqual([]);
  });
});
