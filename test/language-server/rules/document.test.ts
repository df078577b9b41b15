import { describe, expect, it } from 'vitest';
import { changed, clean } from './clean.js';
import { findingsOf } from './findings-of.js';

describe('document/owner', () => {
  it.each([
    [
      '  owner support-lead\n',
      "'Outage' has no owner: nobody answers for it. Add the role that keeps it true, such as owner support-lead.",
      'owner support-lead',
    ],
    [
      '  version "1.0"\n',
      '\'Outage\' has no version: readers cannot tell which one they hold. Add version "1.0".',
      'version "1.0"',
    ],
  ])('misses %s', async (line, message, added) => {
    const [finding, ...others] = await findingsOf(changed([line, '']));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'document/owner', level: 'warning', at: 'outage', message });
    expect(finding?.fix?.result).toContain(`sop outage "Outage" {\n  ${added}\n`);
  });

  it('says once that both are missing', async () => {
    expect(await findingsOf(changed(['  version "1.0"\n', ''], ['  owner support-lead\n', '']))).toMatchObject([
      {
        message:
          '\'Outage\' has no owner and no version: nobody answers for it, and readers cannot tell which one they hold. Add owner support-lead and version "1.0".',
        fix: { title: "Add 'version' and 'owner'" },
      },
    ]);
  });

  it('asks nothing of a library', async () => {
    expect(await findingsOf('role csm "CSM"', { rule: 'document/owner' })).toEqual([]);
  });
});

describe('document/review', () => {
  const review = '  review every 90 days last 2026-11-01\n';
  const reviewed = (line: string, today?: string) =>
    findingsOf(changed([review, line]), { rule: 'document/review', ...(today ? { today } : {}) });

  it('asks for a review, and puts one in', async () => {
    const [finding] = await reviewed('');
    expect(finding).toMatchObject({
      level: 'warning',
      at: 'outage',
      message:
        "'Outage' is never reviewed, so nobody notices when it stops being true. Add how often, such as review every 90 days last 2026-11-23.",
    });
    expect(finding?.fix?.result).toContain('{\n  review every 90 days last 2026-11-23\n  version');
  });

  it('says by how long it is overdue, and marks it as done', async () => {
    const [finding] = await reviewed('  review every 90 days last 2026-06-01\n');
    expect(finding).toMatchObject({
      at: 'review',
      message:
        "The review of 'Outage' is overdue by 85 days: it was due on 2026-08-30, 90 days after the last one on 2026-06-01. Review it, then write last 2026-11-23.",
    });
    expect(finding?.fix?.result).toContain('review every 90 days last 2026-11-23\n');
  });

  it.each([
    ['90 days', '2026-08-25', '2026-11-23', 0],
    ['90 days', '2026-08-24', '2026-11-23', 1],
    ['3 months', '2026-08-31', '2026-11-30', 0],
    ['3 months', '2026-08-31', '2026-12-01', 1],
    ['2 weeks', '2026-11-09', '2026-11-23', 0],
    ['1 week', '2026-11-09', '2026-11-23', 7],
    ['10 business days', '2026-11-09', '2026-11-24', 1],
    ['90 days', '2027-01-01', '2026-11-23', 0],
  ])('counts %s from %s, seen on %s, as %i days late', async (every, last, today, late) => {
    const [finding] = await reviewed(`  review every ${every} last ${last}\n`, today);
    expect(Number(/overdue by (\d+) day/.exec(finding?.message ?? '')?.[1] ?? 0)).toBe(late);
  });

  it('lets one that was never reviewed be', async () => {
    expect(await reviewed('  review every 90 days\n')).toEqual([]);
  });
});

describe('document/approval', () => {
  const approved = '  approved by vp-support on 2026-09-01\n';

  it('asks who approved what is active', async () => {
    expect(await findingsOf(changed([approved, '']), { rule: 'document/approval' })).toMatchObject([
      {
        level: 'info',
        at: 'outage',
        message:
          "'Outage' is active, but nobody has approved it. Add who did and when, such as approved by support-lead on 2026-09-01.",
        related: [{ at: 'status' }],
      },
    ]);
  });

  it.each(['  status draft\n', '  status retired\n', ''])('asks nobody for "%s"', async (status) => {
    expect(await findingsOf(changed([approved, ''], ['  status active\n', status]), { rule: 'document/approval' })).toEqual([]);
  });
});

describe('document/tribal', () => {
  const tribal = (title: string) => findingsOf(changed(['"Repair it"', `"${title}"`]), { rule: 'document/tribal' });

  it.each([
    ['Ask Bob for the script', 'Ask Bob', "'Ask Bob' works only while Bob is there. Name the role that answers."],
    ['Then ask Priya', 'ask Priya', "'ask Priya' works only while Priya is there. Name the role that answers."],
    ['Ask Ngozi about it', 'Ask Ngozi', "'Ask Ngozi' works only while Ngozi is there. Name the role that answers."],
    [
      'Restart as usual',
      'as usual',
      "'as usual' helps only those who know already. Write down what is to be done, or link to it with 'see'.",
    ],
    [
      'Follow the usual process',
      'the usual process',
      "'the usual process' helps only those who know already. Write down what is to be done, or link to it with 'see'.",
    ],
    [
      'Do the thing, you know',
      'you know',
      "'you know' helps only those who know already. Write down what is to be done, or link to it with 'see'.",
    ],
    ['Limit: TBD', 'TBD', "'TBD' leaves something open. Decide it, or leave it out until it is decided."],
    ['TODO: find out', 'TODO', "'TODO' leaves something open. Decide it, or leave it out until it is decided."],
    ['Ping @jane.doe first', '@jane.doe', "'@jane.doe' is one person, who may be away or gone. Name the role instead."],
  ])('does not understand "%s"', async (title, at, message) => {
    expect(await tribal(title)).toMatchObject([{ level: 'warning', at, message }]);
  });

  it.each([
    'Ask for the script',
    'Ask Legal to look at it',
    'Ask Support Lead',
    'Ask the customer',
    'Ask IT',
    'Ask Questions Early',
    'Write to help@example.com',
    'Post @here',
    'Tell @support-lead',
    'An unusual process',
    'Do you knowingly accept it',
    'The todo list is empty',
    'Mask Bob',
  ])('understands "%s"', async (title) => {
    expect(await tribal(title)).toEqual([]);
  });

  it('reads notes of many lines, checks and judged texts too', async () => {
    const text = changed(
      ['"Repair it" within 4 h', '"Repair it" within 4 h { note """\n    First line.\n    Ask Bob.\n  """ check "TBD" }'],
      ['"Customer confirms the fix"', '"As usual"'],
    );
    const findings = await findingsOf(text, { rule: 'document/tribal' });
    expect(findings.map(({ at }) => at)).toEqual(['Ask Bob', 'TBD', 'As usual']);
  });
});

describe('document/link', () => {
  const see = (reference: string, files: Record<string, string> = {}) =>
    findingsOf(changed(['within 4 h ->', `within 4 h { see ${reference} } ->`]), { rule: 'document/link', files });

  it('names the file that is not there', async () => {
    expect(await see('"Repair guide" at "./guides/repair.md"')).toMatchObject([
      {
        level: 'warning',
        at: 'see "Repair guide" at "./guides/repair.md"',
        message: "There is no file './guides/repair.md' beside this one. Mend the path, or leave the 'see' out.",
      },
    ]);
  });

  it.each(['"repair.md"', '"../repair.md#part"', '"guides/repair"'])('looks for %s', async (reference) => {
    expect(await see(reference)).toHaveLength(1);
  });

  it('finds what is there, its part left out', async () => {
    expect(await see('"./guides/repair%20it.md?plain=1#part"', { './guides/repair it.md': '' })).toEqual([]);
    expect(await see('"Guide" at "guides/repair.md"', { './guides/repair.md': '' })).toEqual([]);
  });

  it.each([
    '"https://example.com/x.md"',
    '"mailto:a@example.com"',
    '"example.com/x"',
    '"FCA DISP 1.6"',
    '"DISP 1.6.2"',
    '"The handbook, part 2"',
  ])('takes %s for no file', async (reference) => {
    expect(await see(reference)).toEqual([]);
  });
});

describe('document/twins', () => {
  const twins = (roles: string) =>
    findingsOf(changed(['role vp-support', `${roles}\nrole vp-support`]), { rule: 'document/twins' });

  it('stands on the later one and points to the other', async () => {
    expect(await twins('role support-leads "Everybody"')).toMatchObject([
      {
        level: 'info',
        at: 'support-leads',
        message:
          "'support-leads' is easily taken for 'support-lead'. If they are the same, keep one; else tell them apart by a word.",
        related: [{ at: 'support-lead', message: "'support-lead' is here." }],
      },
    ]);
  });

  it('tells each thing once, however many are like it', async () => {
    expect(await twins('role support-leada role support-leadb role support-leadc')).toHaveLength(3);
  });

  it('looks at long texts as well', async () => {
    const long = 'What everybody has to know about the support of customers '.repeat(4);
    for (const other of [`x${long}`, `${long}x`, long.replace('support', 'suppart')]) {
      expect(await twins(`role a "${long}" role b "${other}"`)).toHaveLength(1);
    }
  });

  it.each([
    'role a "Support-Lead"',
    'role a "support lead"',
    'role a "Supportlead"',
    'role a "Support Leed"',
    'role supportlead "Other"',
    'role Support-Lead "Other"',
    'role a "Order desk 1" role b "Order-desk 1"',
  ])('takes %s for a twin', async (roles) => {
    expect(await twins(roles)).toHaveLength(1);
  });

  it.each([
    'role a "Support Leader"',
    'role a "Tier one 1" role b "Tier one 2"',
    'role a "Lead" role b "Leed"',
    'role a "Support Lead"',
    'team support-lead "Support Lead"',
    'role a "Resolve!" role b "Resolve"',
  ])('tells %s apart', async (roles) => {
    expect(await twins(roles)).toEqual([]);
  });
});

describe('document/retired', () => {
  const files = {
    './old.sop': 'sop old-way "Old way" { version "1" status retired }',
    './new.sop': 'sop new-way "New way" { version "1" status active }',
  };
  const retired = (...replacements: readonly (readonly [string, string])[]) =>
    findingsOf(`import "./old.sop"\nimport "./new.sop"\n${changed(...replacements)}`, { rule: 'document/retired', files });
  const message = "'Old way' is retired. Lead to the procedure that took its place, or leave this out.";

  it.each([
    [['action repair', 'follow old-way\n  action repair'], 'old-way'],
    [['within 4 h -> resolved', 'within 4 h -> old-way'], '-> old-way'],
    [['-> desk', '-> old-way'], '-> old-way'],
    [['version "1.0"', 'version "1.0" not for "Refunds" -> old-way'], 'old-way'],
  ] as const)('finds %s', async (replacement, at) => {
    expect(await retired(replacement)).toMatchObject([{ level: 'warning', at, message }]);
  });

  it('lets procedures in force be followed', async () => {
    expect(await retired(['action repair', 'follow new-way\n  action repair'])).toEqual([]);
    expect(clean).not.toContain('old-way');
  });
});
