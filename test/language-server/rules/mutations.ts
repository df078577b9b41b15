/** Ways to break the procedure of `rich.ts`, by the rule that answers. */
import { rich } from './rich.js';

export interface Mutation {
  /** Replacements of texts, each once. */
  readonly change: readonly (readonly [was: string, is: string])[];
  /** Codes that this fault brings with it. */
  readonly implies?: readonly string[];
}

const one = (was: string, is: string, ...implies: string[]): Mutation => ({ change: [[was, is]], implies });
const many = (change: Mutation['change'], ...implies: string[]): Mutation => ({ change, implies });

const tickets = 'when open-critical-tickets >= 3';
const triage = 'action triage "Reproduce the fault"';
const few = '"Few" when seats-down < 50 {';

/** By rule, at least two of each. */
export const mutations: Readonly<Record<string, readonly Mutation[]>> = {
  'condition/type': [one(tickets, 'when open-critical-tickets >= 3 days'), one('drops by 15 points', 'drops by 15 USD')],
  'condition/unit': [one('within 3 days met', 'within 3 dayz met'), one('up to 5k USD', 'up to 5k UDS')],
  'condition/range': [one(tickets, 'when nps > 120', 'people/unused'), one(tickets, 'when health-score < -5', 'people/unused')],
  'condition/never': [
    one(tickets, 'when nps < 0 and nps > 10', 'people/unused'),
    one(tickets, 'when churn-threat and not churn-threat', 'people/unused'),
  ],
  'condition/always': [
    one(tickets, 'when segment is smb or segment is not smb', 'people/unused', 'trigger/implied'),
    one(tickets, 'when churn-threat or not churn-threat', 'people/unused', 'trigger/implied'),
  ],
  'condition/window': [one(' within 30 days', ''), one('drops by 15 points within 30 days', '< 60 within 30 days')],
  'condition/direction': [
    one(tickets, 'when health-score > 80', 'people/unused'),
    one(tickets, 'when nps >= 50', 'people/unused'),
  ],
  'condition/vague': [
    one('"Customer confirms the fix"', '"Customer answers soon"'),
    one(triage, 'action triage "Reproduce" { check "As needed" }'),
  ],
  'trigger/judgement-only': [
    one(tickets, 'when "The customer complains" judged by agent', 'people/unused'),
    one(tickets, 'when "They threaten to leave" and "They mean it"', 'people/unused'),
  ],
  'trigger/implied': [
    one('trigger health', 'trigger more "More tickets" { when open-critical-tickets >= 5 -> front }\ntrigger health'),
    one(
      'trigger health',
      'trigger more "Tickets of the big" { when open-critical-tickets >= 3 and segment is smb -> front }\ntrigger health',
    ),
  ],
  'trigger/conflict': [
    one('trigger health', 'trigger more "More" { when open-critical-tickets >= 3 -> board }\ntrigger health', 'time/budget'),
    one('trigger health', 'trigger more "More" { when not open-critical-tickets < 3 -> board }\ntrigger health', 'time/budget'),
  ],
  'severity/gap': [
    one('severity low "Low" {', 'severity low "Low" { when seats-down < 50'),
    one('severity low "Low" {', 'severity low "Low" { when segment is smb'),
  ],
  'severity/shadowed': [
    one('severity low', 'severity middle "Middle" { when seats-down >= 200 acknowledge within 3 h }\nseverity low'),
    one(
      'severity low',
      'severity middle "Middle" { when seats-down > 100 and plan is premium acknowledge within 3 h }\nseverity low',
    ),
  ],
  'severity/order': [
    one('acknowledge within 2 h }', 'acknowledge within 5 h }'),
    one('{ acknowledge within 4 h }', '{ acknowledge within 90 min }'),
  ],
  'severity/same': [
    one('acknowledge within 2 h }', 'acknowledge within 4 h }'),
    one('{ acknowledge within 4 h }', '{ acknowledge within 2 h }'),
  ],
  'decision/gap': [one(few, '"Few" when seats-down < 40 {'), one('when seats-down >= 50 ->', 'when seats-down > 50 ->')],
  'decision/overlap': [
    one(few, '"Few" when seats-down between 10 and 60 { action "Look twice" within 1 h }\n    otherwise {'),
    one('seats-down >= 50 -> board', 'seats-down between 40 and 60 -> board', 'decision/gap'),
  ],
  'decision/shadowed': [
    one(few, '"Very many" when seats-down >= 500 -> board\n    "Few" when seats-down < 50 {'),
    one(
      'action "Try the known fixes" within 2 h }',
      'action "Try the known fixes" within 2 h }\n    "None" when seats-down < 1 -> board',
    ),
  ],
  'decision/single': [
    one('    "Many" when seats-down >= 50 -> board\n    "Few" when seats-down < 50 {', '    otherwise {'),
    one('approve goodwill', 'decide look "Look?" { "Yes" {} }\n  approve goodwill'),
  ],
  'time/budget': [
    one('by driver within 1 h', 'by driver within 9 days'),
    one('acknowledge within 2 h', 'acknowledge within 10 min'),
  ],
  'time/order': [
    one('acknowledge within 8 business hours', 'acknowledge within 8 business hours respond within 1 h'),
    one('  owner head\n  action', '  owner head\n  resolve within 2 weeks respond within 3 weeks\n  action', 'people/backup'),
  ],
  'time/no-way-out': [
    one(' up to 1 day else -> board', ''),
    one('level board', 'level middle "Middle" { owner lead action "Look" -> resolved }\nlevel board', 'flow/unreachable'),
    many([
      ['  resolve within 1 week\n  warn lead at 75% of resolve via desk-chat\n', ''],
      ['  escalate after 1 week -> board\n', ''],
      ['internal channel desk-chat "Desk chat"\n', ''],
    ]),
  ],
  'time/late-escalation': [one('escalate after 1 week', 'escalate after 2 weeks'), one('  escalate after 1 week -> board\n', '')],
  'time/cadence': [
    one('update customer every 2 business days', 'update customer every 8 days'),
    one('update customer every 2 business days', 'update customer every 3 weeks'),
  ],
  'time/business-hours': [
    one('acknowledge within 2 h', 'acknowledge within 2 business hours', 'severity/order'),
    one('acknowledge within 2 h', 'resolve within 9 business days'),
  ],
  'time/coverage': [
    one('role deputy "Deputy agent"', 'role deputy "Deputy agent" { team care }'),
    many([
      ['role deputy "Deputy agent"', 'role deputy "Deputy agent" { calendar night }'],
      ['resolve within 1 week', 'resolve within 1 week acknowledge within 3 h'],
      ['  acknowledge within 8 business hours\n', ''],
    ]),
  ],
  'time/handoff': [
    one('at 16:00 in utc-clock', 'at 20:00 in utc-clock'),
    one('at 16:00 in utc-clock', 'at 16:00 in utc-clock, 18:00 in office'),
  ],
  'time/deadline': [
    one('met by front, board', 'met by board'),
    one('within 3 days met by front, board', 'within 3 h met by resolved'),
  ],
  'people/owner': [one('  owner agent\n', ''), one('  owner agent\n', '  owner agent, lead\n')],
  'people/backup': [
    one('team care backup deputy reports', 'team care reports', 'people/unused', 'time/coverage'),
    one('  owner agent\n', '  owner head\n', 'people/no-gain'),
  ],
  'people/loop': [
    one('role deputy "Deputy agent"', 'role deputy "Deputy agent" { backup agent }'),
    one('role head "Head of support"', 'role head "Head of support" { reports to agent }', 'people/no-gain'),
  ],
  'people/no-gain': [
    one('  owner head\n  action', '  owner agent\n  action'),
    many(
      [
        ['  owner head\n  action', '  owner lead\n  action'],
        ['  owner agent\n', '  owner head\n'],
      ],
      'people/backup',
    ),
  ],
  'people/authority': [
    one('of 200 USD by lead', 'of 6k USD by lead'),
    one('of 200 USD by lead', 'of 900 USD by agent', 'people/four-eyes'),
  ],
  'people/four-eyes': [
    one('action "Try the known fixes" within', 'action "Try the known fixes" by lead within'),
    many([
      ['of 200 USD by lead', 'of 200 USD by agent'],
      ['action triage "Reproduce the fault" by driver', 'action triage "Reproduce the fault" by agent'],
    ]),
  ],
  'people/unfilled': [
    one('  assign driver to agent\n', ''),
    one('assign driver to agent\n', 'assign driver to agent when churn-threat\n'),
  ],
  'people/unused': [
    one('role deputy', 'role idle "Idle hands"\nrole deputy'),
    one('metric seats-down', 'metric seats-up "Seats up" { count }\nmetric seats-down'),
  ],
  'flow/start': [
    many(
      [
        ['trigger tickets "Critical tickets pile up" { when open-critical-tickets >= 3 -> front }\n', ''],
        ['trigger health "Health falls" { when sinking example "A drop after an outage" -> front }\n', ''],
      ],
      'people/unused',
    ),
    many([
      ['within 4 h -> resolved', 'within 4 h -> closed'],
      ['first-word -> resolved', 'first-word -> closed'],
      [
        'resolution resolved "Resolved" {\n  require "Customer confirms the fix" judged by agent\n  reopen within 14 days -> front\n  -> closed\n}\n',
        '',
      ],
    ]),
  ],
  'flow/unreachable': [
    one(
      'level board',
      'level nowhere "Nowhere" { owner head escalate after 1 day -> board action "Look" -> resolved }\nlevel board',
      'people/no-gain',
    ),
    one('closure closed', 'resolution other "Other" { require churn-threat -> closed }\nclosure closed'),
  ],
  'flow/dead-end': [
    one('using first-word -> resolved\n}', 'using first-word\n}'),
    one('action repair "Repair it" within 4 h -> resolved', 'action repair "Repair it" within 4 h'),
  ],
  'flow/unresolved': [
    one('first-word -> resolved\n}', 'first-word -> ask\n  decide ask "Again?" { "Yes" -> board otherwise -> ask }\n}'),
    one(
      'level board',
      'level limbo "Limbo" { owner lead resolve within 1 week action again "Look again" decide still "Still?" { "Yes" -> again otherwise -> still } }\nlevel board',
      'flow/unreachable',
      'time/late-escalation',
    ),
  ],
  'flow/endless': [
    one(
      'action "Call the customer" within 1 day',
      'action again "Call the customer" within 1 day\n  action "Call again" -> again',
      'flow/unreachable',
      'flow/unresolved',
    ),
    one(
      'action "Call the customer" within 1 day',
      'action again "Call the customer" within 1 day -> again',
      'flow/unreachable',
      'flow/unresolved',
    ),
  ],
  'flow/parallel': [
    one('action "Look into it" within 2 h', 'action "Look into it" within 2 h -> board'),
    many([
      ['{ action "Look into it"', '{ action look "Look into it"'],
      ['approved -> repair', 'approved -> look'],
    ]),
  ],
  'flow/approvals': [
    one(
      '  handoff evening',
      '  approve a-one "Goodwill" by lead { approved {} rejected {} }\n  approve a-two "Goodwill" by lead { approved {} rejected {} }\n  approve a-three "Goodwill" by lead { approved {} rejected {} }\n  handoff evening',
    ),
    one(
      '  notify customer "What was agreed"',
      '  approve a-one "Goodwill" by lead { approved {} rejected {} }\n  approve a-two "Goodwill" by lead { approved {} rejected {} }\n  approve a-three "Goodwill" by lead { approved {} rejected {} }\n  notify customer "What was agreed"',
    ),
  ],
  'flow/size': [
    one('  handoff evening', `${Array.from({ length: 26 }, (_, i) => `  action "Part ${i}"\n`).join('')}  handoff evening`),
    one(
      '  notify customer "What was agreed"',
      `${Array.from({ length: 26 }, (_, i) => `  action "Part ${i}"\n`).join('')}  notify customer "What was agreed"`,
    ),
  ],
  'talk/silent': [
    many(
      [
        ['  update customer every 2 business days via email\n', ''],
        [
          '"We are on it" via email using first-word within 30 min',
          '"We are on it" via email using first-word within 30 min when churn-threat',
        ],
        [
          '"What was agreed" via email using first-word -> resolved',
          '"What was agreed" via email using first-word when churn-threat\n  action last "Sum it up" -> resolved',
        ],
        ['"What we know" via email using first-word', '"What we know" via email using first-word when churn-threat'],
      ],
      'time/budget',
    ),
    one('trigger health', 'trigger quick "Quick" { when churn-threat -> resolved }\ntrigger health', 'time/deadline'),
  ],
  'talk/leak': [
    one('"We are on it" via email', '"We are on it" via desk-chat'),
    one('every 2 business days via email', 'every 2 business days via desk-chat'),
  ],
  'talk/template': [
    one('{owner} is on it', '{ownr} is on it'),
    one('"We are on it" via email using first-word', '"We are on it" via email'),
  ],
  'close/criteria': [
    one('  require "Customer confirms the fix" judged by agent\n', ''),
    one('closure closed', 'internal resolution other "Other" { -> closed }\nclosure closed', 'flow/unreachable'),
  ],
  'close/learn': [
    one('\n  action "Review what happened" by lead within 5 business days\n', ' '),
    many([
      ['closure closed "Closed" {\n  action "Review what happened" by lead within 5 business days\n}\n', ''],
      ['\n  -> closed\n', '\n'],
    ]),
  ],
  'document/owner': [one('  owner head\n  approved', '  approved'), one('  version "2.0"\n', '')],
  'document/review': [one('  review every 90 days last 2026-11-01\n', ''), one('last 2026-11-01', 'last 2026-01-01')],
  'document/approval': [
    one('  approved by head on 2026-09-01\n', ''),
    many([
      ['  approved by head on 2026-09-01\n', ''],
      ['version "2.0"', 'version "3.0"'],
    ]),
  ],
  'document/tribal': [one('"Look into it"', '"Ask Bob"'), one('"Explain the decision"', '"Explain it as usual"')],
  'document/link': [
    one(triage, `${triage} { see "./triage.md" }`),
    one('within 1 day\n  notify', 'within 1 day { see "Guide" at "../guide.pdf" }\n  notify'),
  ],
  'document/twins': [one('role deputy "Deputy agent"', 'role deputy "Team-lead"'), one('"Management"', '"Frontline"')],
  'document/retired': [
    one('approved by head', 'not for "Refunds" -> refunds approved by head'),
    one('  handoff evening', '  follow refunds\n  handoff evening'),
  ],
  'ignore/reason': [
    one('level front', '// sop-ignore talk/silent\nlevel front'),
    one('role deputy', '// sop-ignore people/unused:\nrole deputy'),
  ],
  'ignore/unknown': [
    one('level front', '// sop-ignore talk/silence: why not\nlevel front'),
    one('role deputy', '// sop-ignore: why not\nrole deputy'),
  ],
};

/** Files beside it that some of them import. */
export const files = {
  './refunds.sop': 'sop refunds "Refunds" { version "1" status retired }',
};

/** The procedure, broken. */
export function broken({ change }: Mutation): string {
  let text = change.some(([, is]) => is.includes('refunds')) ? `import "./refunds.sop"\n${rich}` : rich;
  for (const [was, is] of change) {
    if (!text.includes(was)) throw new Error(`There is no '${was}' in the text.`);
    text = text.replace(was, () => is);
  }
  return text;
}
