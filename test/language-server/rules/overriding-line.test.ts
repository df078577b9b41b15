import { describe, expect, it } from 'vitest';
import { clean } from './clean.js';
import { findingsOf } from './findings-of.js';

const told = clean.replace('"We are on it" via', '"We are on it" as told via');
const inVariant = async (changes: string, base = told) =>
  (await findingsOf(`${base}\nvariant smb "SMB" when segment is smb { ${changes} }`)).map(({ code, at, range, related }) => ({
    code,
    at,
    inVariant: range.start.line >= base.split('\n').length,
    concerns: related[0]?.at,
  }));
const severities = `${told}severity s1 "S1" { when nps < 0 acknowledge within 1 h }\nseverity s2 "S2" { acknowledge within 2 h }\n`;

describe('a finding that only a variant has', () => {
  it('stands on the step that the variant puts in the place of another', async () => {
    expect(await inVariant('override level desk { action repair "Repair it" within 9 h -> resolved }')).toEqual([
      { code: 'time/budget', at: 'repair', inVariant: true, concerns: 'resolve' },
    ]);
  });

  it('stands on a step that the variant puts in', async () => {
    expect(await inVariant('override level desk { insert before repair { action look "Look" within 2 days } }')).toEqual([
      { code: 'time/budget', at: 'look', inVariant: true, concerns: 'resolve' },
    ]);
  });

  it('stays on the promise that the variant makes', async () => {
    expect(await inVariant('override level desk { resolve within 2 h }')).toEqual([
      { code: 'time/budget', at: 'resolve', inVariant: true, concerns: 'repair' },
    ]);
  });

  it('stands on what the variant omits', async () => {
    expect(await inVariant('omit desk.told')).toEqual([
      { code: 'talk/silent', at: 'desk.told', inVariant: true, concerns: 'reported' },
    ]);
  });

  it('stands on the promise of the other severity where that is what the variant changed', async () => {
    expect(await inVariant('override severity s2 { acknowledge within 45 min }', severities)).toEqual([
      { code: 'severity/order', at: 'acknowledge', inVariant: true, concerns: 'acknowledge' },
    ]);
  });

  it('is not shown faded there: the line is needed', async () => {
    const findings = await findingsOf(
      `${told}\nlevel next "Next" { owner vp-support action "Look" -> resolved }
variant smb "SMB" when segment is smb { override trigger reported { -> next } override level desk { consulted vp-support } }`,
      { rule: 'flow/unreachable' },
    );
    expect(findings.filter(({ message }) => message.startsWith('In the variant'))).toMatchObject([{ unused: false }]);
  });

  it('has no fix that would change the procedure for everybody', async () => {
    const [silent] = await findingsOf(`${told}\nvariant smb when segment is smb { omit desk.told }`, { rule: 'talk/silent' });
    expect(silent?.fix).toBeNull();
  });
});
