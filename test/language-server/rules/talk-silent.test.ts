import { describe, expect, it } from 'vitest';
import { changed, clean } from './clean.js';
import { type FindingsOptions, findingsOf } from './findings-of.js';

const notify = '  notify customer "We are on it" via email using first-answer within 30 min\n';
const silent = (text: string, options: FindingsOptions = {}) => findingsOf(text, { rule: 'talk/silent', ...options });

describe('talk/silent', () => {
  it('has nothing to say where every way begins with a message', async () => {
    expect(await findingsOf(clean)).toEqual([]);
  });

  it('shows the silent way, at the trigger where it starts', async () => {
    expect(await silent(changed([notify, '']))).toMatchObject([
      {
        level: 'warning',
        at: 'reported',
        message:
          "A case of 'Outage reported' can end in 'Resolved' without 'Customer' being told anything: Repair it → Resolved. Add a 'notify customer' on this way, or an 'update customer' to one of its levels.",
        related: [{ at: 'resolved', message: "'Resolved' is here." }],
        element: 'reported',
      },
    ]);
  });

  it('adds the message as the first step of where the trigger starts', async () => {
    const [finding] = await silent(changed([notify, '']));
    expect(finding?.fix?.title).toBe("Tell 'customer' at the start");
    expect(finding?.fix?.result).toContain(
      '  resolve within 8 h\n  notify customer "We have your issue and are on it" via email using first-answer\n  action repair',
    );
    expect(await silent(finding?.fix?.result ?? '')).toEqual([]);
  });

  it.each([
    ['skipped with its guard', [[notify, '  notify customer "Hi" when affected-users-share >= 50%\n']]],
    ['told in one branch only', [[notify, '  decide big "Big?" { "Yes" { notify customer "Hi" } otherwise {} }\n']]],
    [
      'told after the jump',
      [[notify, '  action look "Look" when affected-users-share >= 50% -> resolved\n  notify customer "Hi"\n']],
    ],
    ['told to people inside only', [[notify, '  notify support-lead "Hi"\n']]],
    ['told on one exit of a wait only', [[notify, '  wait data "Data" up to 1 h else { notify customer "Still waiting" }\n']]],
    [
      'told only in the closure, after it was resolved',
      [
        [notify, ''],
        ['action "Review', 'notify customer "Bye"\n  action "Review'],
      ],
    ],
    [
      'through a level without a word, by its escalation',
      [
        [notify, ''],
        ['-> resolved\n}', '\n  notify customer "Done" -> resolved\n}'],
        ['resolve within 8 h\n', 'resolve within 8 h\n  escalate after 4 h -> top\n'],
        ['action repair', 'decide fixed "Fixed?" { "Yes" { notify customer "Hi" } otherwise -> top }\n  action repair'],
        [
          'resolution resolved',
          'level top "Top" { owner vp-support action decide-it "Decide" -> resolved }\nresolution resolved',
        ],
      ],
    ],
  ] as const)('fires where it is %s', async (_name, replacements) => {
    expect((await silent(changed(...replacements))).map(({ at }) => at)).toEqual(['reported']);
  });

  it.each([
    [
      'told in every branch',
      [[notify, '  decide big "Big?" { "Yes" { notify customer "Hi" } otherwise { notify customer "Ho" } }\n']],
    ],
    [
      'told in one lane of a parallel',
      [[notify, '  parallel { lane "Talk" { notify customer "Hi" } lane "Work" { action "Look" } }\n']],
    ],
    ['paged', [[notify, '  page customer "Call them" for 10 min\n']]],
    ['updated in the level', [[notify, '  update customer every 4 h\n']]],
    [
      'updated by the header',
      [
        [notify, ''],
        ['version "1.0"', 'version "1.0" update customer every 1 day'],
      ],
    ],
    [
      'told by the resolution itself',
      [
        [notify, ''],
        ['  -> closed', '  notify customer "It is fixed"\n  -> closed'],
      ],
    ],
    [
      'resolved internally',
      [
        [notify, ''],
        ['resolution resolved', 'internal resolution resolved'],
      ],
    ],
    [
      'about an external role of its own',
      [
        [notify, '  notify partner "Hi"\n'],
        ['role vp-support', 'external role partner "Partner"\nrole vp-support'],
      ],
    ],
    [
      'updated in the only severity',
      [
        [notify, ''],
        ['trigger reported', 'severity high "High" { update customer every 4 h }\ntrigger reported'],
      ],
    ],
    [
      'skipped with a guard, but told after it',
      [[notify, '  action look "Look" when affected-users-share >= 50%\n  notify customer "Hi"\n']],
    ],
    [
      'a way straight to a closure that tells them',
      [
        [notify, ''],
        ['within 4 h -> resolved', 'within 4 h -> closed'],
        ['action "Review', 'notify customer "Bye"\n  action "Review'],
      ],
    ],
  ] as const)('stays silent itself where they are %s', async (_name, replacements) => {
    expect(await silent(changed(...replacements))).toEqual([]);
  });

  it('leaves a parallel that is silent in every lane', async () => {
    const text = changed([
      notify,
      '  parallel both { lane "One" { action "Look" } lane "Two" { notify customer when affected-users-share >= 50% } }\n',
    ]);
    expect((await silent(text))[0]?.message).toContain(': At the same time → Repair it → Resolved.');
  });

  it('names the severity in which nobody is told', async () => {
    const severities =
      'severity high "High" { when affected-users-share >= 50% update customer every 4 h }\nseverity low "Low"\ntrigger reported';
    expect((await silent(changed([notify, ''], ['trigger reported', severities])))[0]?.message).toMatch(
      /^In severity 'Low', a case of 'Outage reported' can end/,
    );
  });

  it("lets a level's 'for' take the place of its updates", async () => {
    const text = changed(
      [notify, '  update customer every 4 h\n  for low { update vp-support every 1 day }\n'],
      ['trigger reported', 'severity high "High" { when affected-users-share >= 50% }\nseverity low "Low"\ntrigger reported'],
    );
    expect((await silent(text))[0]?.message).toMatch(/^In severity 'Low', a case/);
  });

  it('goes by escalation only after the last step of a level', async () => {
    const text = changed(
      ['resolve within 8 h\n', 'resolve within 8 h\n  escalate after 4 h -> top\n'],
      ['resolution resolved', 'level top "Top" { owner vp-support action decide-it "Decide" -> resolved }\nresolution resolved'],
    );
    expect(await silent(text)).toEqual([]);
  });

  it('checks each trigger on its own', async () => {
    const text = changed(['level desk', 'trigger second "Second" { when churn-threat -> resolved }\nlevel desk']);
    expect((await silent(text)).map(({ at, message }) => `${at}: ${message.slice(0, 72)}`)).toEqual([
      "second: A case of 'Second' can end in 'Resolved' without 'Customer' being told a",
    ]);
  });

  it('names the variant that is silent', async () => {
    const text = `${clean}variant quiet "Quiet" when segment is smb { omit desk.tell }\n`.replace(
      'using first-answer within',
      'as tell using first-answer within',
    );
    const named = text.replace('"We are on it" via email as tell', '"We are on it" as tell via email');
    expect((await silent(named))[0]?.message).toMatch(/^In the variant 'Quiet' \(quiet\): A case of 'Outage reported'/);
  });
});
