import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.js';

const of = (text: string) => findingsOf(text, { rule: 'severity/shadowed' });
const places = async (text: string) => (await of(text)).map((finding) => finding.at);

describe('severity/shadowed', () => {
  it('fires on one whose cases an earlier one takes', async () => {
    expect(
      await of(
        'severity red "Red" { when health-score < 60 }\nseverity deep "Deep red" { when health-score < 40 }\nseverity rest',
      ),
    ).toMatchObject([
      {
        level: 'warning',
        at: 'deep',
        element: 'deep',
        message: "'Deep red' never applies: 'Red' takes all its cases, being more severe. Narrow it, or leave 'Deep red' out.",
        related: [{ at: 'red', message: 'Takes its cases.' }],
      },
    ]);
  });

  it('fires on one whose cases several earlier ones take together', async () => {
    expect(await of('severity a { when nps < 3 } severity b { when nps >= 3 } severity c { when csat < 2 }')).toMatchObject([
      {
        at: 'c',
        message: "'c' never applies: 'a' and 'b' take all its cases, being more severe. Narrow them, or leave 'c' out.",
        related: [{ at: 'a' }, { at: 'b' }],
      },
    ]);
    expect(await places('severity a { when nps < 3 } severity b { when nps >= 3 } severity c')).toEqual(['c']);
  });

  it('fires on a second default', async () => {
    expect(await places('severity a { when nps < 3 } severity b severity c')).toEqual(['c']);
    expect(await places('severity a { when nps < 3 } severity b severity c trigger t { when nps < 5 severity c -> l }')).toEqual(
      [],
    );
  });

  it('leaves alone narrower ones first, bands, and severities that nothing classifies', async () => {
    expect(await places('severity a { when nps < 3 } severity b { when nps < 6 } severity c')).toEqual([]);
    expect(await places('severity a { when nps < 3 or csat < 2 } severity b { when nps < 6 and csat < 4 } severity c')).toEqual(
      [],
    );
    expect(await places('severity a severity b severity c')).toEqual([]);
    expect(await places('severity c severity a { when nps < 3 }')).toEqual([]);
    expect(
      await places('severity a { when health-score < 60 for 14 days } severity b { when health-score < 40 } severity c'),
    ).toEqual([]);
  });
});
