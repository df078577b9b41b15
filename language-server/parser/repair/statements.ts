/**
 * Every statement of the language as the reader of broken text sees it: what it is called in messages, how it begins,
 * which clauses may follow in any order, what its braces hold, and an example of right writing. It says the same as the
 * grammar, more loosely; a test holds the two together.
 */
import { type Part, parts } from './notation.js';

export interface Clause {
  readonly parts: readonly Part[];
  readonly example: string;
}

export interface Statement {
  /** With its article, to begin a sentence: "A level". */
  readonly label: string;
  readonly head: readonly Part[];
  readonly clauses: readonly Clause[];
  /** What its braces hold; `way`: braces or a `->`, one of them. */
  readonly block?: { readonly holds: string; readonly due: 'required' | 'optional' | 'way' };
  /** Whether braces with notes, references and checks may follow. */
  readonly details: boolean;
  readonly example: string;
  /** `declaration` and `step` stay, with what they have, when a part of them is broken; a property does not. */
  readonly kind: 'declaration' | 'step' | 'property';
}

const clause = (notation: string, example: string): Clause => ({ parts: parts(notation), example });

const by = clause('by ROLE,', 'by csm');
const via = clause('via CHANNEL,', 'via email');
const jump = clause('-> TARGET', '-> resolved');
const as = clause('as NAME', 'as first-reply');
const modifiers: readonly Clause[] = [
  by,
  clause('within DURATION', 'within 30 min'),
  clause('every DURATION', 'every 4 h'),
  clause('when CONDITION', 'when health-score < 60'),
  jump,
];

const declaration = (label: string, head: string, example: string, holds?: string, due: 'required' | 'optional' = 'required') =>
  statement(label, head, example, 'declaration', holds ? { block: { holds, due } } : {});
const step = (label: string, head: string, example: string, clauses: readonly Clause[], holds?: string): Statement =>
  statement(label, head, example, 'step', {
    clauses: [...clauses, ...modifiers],
    details: true,
    ...(holds ? { block: { holds, due: 'required' } } : {}),
  });
const property = (label: string, head: string, example: string, more: Partial<Statement> = {}): Statement =>
  statement(label, head, example, 'property', more);

function statement(label: string, head: string, example: string, kind: Statement['kind'], more: Partial<Statement>): Statement {
  return { label, head: parts(head), clauses: [], details: false, example, kind, ...more };
}

const note = property('A note', 'note TEXT', 'note "Read this first"');
const reference = property('A reference', 'see STRING [at LINK]', 'see "Guide" at "https://example.com"');
const check = property('A check', 'check STRING', 'check "Steps written down"');
const texts = [note, reference];
const contact = property('A contact', 'contact via CHANNEL [STRING]', 'contact via email "desk@example.com"');
const hours = property('The calendar', 'calendar CALENDAR', 'calendar london');
const when = property("'when'", 'when CONDITION', 'when health-score < 60');
const toTarget = property("'->'", '-> TARGET', '-> resolved');
const oneOf = 'one of ROLE,';

const ownership = [
  property('The owner', 'owner ROLE,', 'owner csm'),
  property("'consulted'", 'consulted ROLE,', 'consulted legal'),
  property("'informed'", 'informed ROLE,', 'informed csm-lead'),
];
const targets = [
  ...['acknowledge', 'respond', 'reply', 'diagnose', 'workaround', 'resolve'].map((kind) =>
    property(`'${kind}'`, `${kind} within DURATION`, `${kind} within 8 business hours`),
  ),
  property(
    'An update',
    'update ROLE, (every DURATION | NUMBER times per PERIOD | once within DURATION)',
    'update customer every 4 h',
    { clauses: [via, by] },
  ),
];
const escalate = property(
  'An escalation',
  'escalate (after DURATION | unless acknowledged within DURATION | when CONDITION) -> TARGET',
  'escalate after 8 h -> leadership',
);
const levelProperties: readonly Statement[] = [
  ...ownership,
  ...targets,
  ...texts,
  escalate,
  property('A de-escalation', 'deescalate when CONDITION -> TARGET', 'deescalate when health-score > 80 -> frontline'),
  property('A warning', 'warn ROLE, at NUMBER % of MILESTONE [via CHANNEL,]', 'warn csm at 75% of resolve'),
  property('A pause', 'pauses while CONDITION', 'pauses while "waiting for the customer"'),
  property("'handles'", 'handles STRING', 'handles "Billing questions"'),
  property("'beside'", 'beside LEVEL', 'beside technical'),
  declaration("'for'", 'for SEVERITY,', 'for sev1 { resolve within 1 h }', 'for a severity'),
];

const steps: readonly Statement[] = [
  step('An action', 'action [NAME] TITLE', 'action "Call the customer" by csm', []),
  step('A notification', 'notify ROLE, [TITLE]', 'notify customer "We are on it" via email', [
    as,
    via,
    clause('using TEMPLATE', 'using acknowledgement'),
  ]),
  step('A page', 'page ROLE, [TITLE]', 'page on-call for 10 min then csm-lead', [
    as,
    via,
    clause('for DURATION', 'for 10 min'),
    clause('then ROLE, [for DURATION]', 'then csm-lead for 5 min'),
    clause('repeat NUMBER', 'repeat 3'),
  ]),
  step('A decision', 'decide [NAME] QUESTION', 'decide "Fixed?" { "Yes" -> resolved  otherwise -> technical }', [], 'a decision'),
  step(
    'An approval',
    'approve [NAME] TITLE',
    'approve "Credit" by vp { approved -> resolved  rejected -> frontline }',
    [clause('of QUANTITY', 'of 10k USD')],
    'an approval',
  ),
  step('A wait', 'wait [NAME] TITLE', 'wait "Customer sends data" up to 2 days else -> technical', [
    clause('up to DURATION', 'up to 2 business days'),
    clause('else -> TARGET', 'else -> technical'),
  ]),
  step('A parallel', 'parallel [NAME] [TITLE]', 'parallel { lane "Talk" { notify customer by csm } }', [], 'a parallel'),
  step('A handoff', 'handoff [NAME] TITLE', 'handoff "End of day" to night-desk at 17:30', [
    clause('to ROLE,', 'to night-desk'),
    clause('at CLOCKTIME,', 'at 17:30'),
  ]),
  step('An assignment', 'assign ROLE to ROLE', 'assign dri to emea-csm', []),
  step("'follow'", 'follow PROCEDURE', 'follow renewal-risk', []),
];

const endItems: readonly Statement[] = [
  ...steps,
  ...ownership,
  ...texts,
  toTarget,
  property('A requirement', 'require CONDITION', 'require health-score >= 60'),
  property('A reopening', 'reopen [within DURATION] [when CONDITION] -> TARGET', 'reopen within 14 days -> frontline'),
];
const severityItems = [...ownership, ...targets, ...texts, when];
const outcome = (word: string): Statement =>
  property(`'${word}'`, word, `${word} -> resolved`, { clauses: [jump], block: { holds: 'steps', due: 'way' } });
const branch = (label: string, head: string, example: string): Statement =>
  property(label, head, example, { clauses: [jump], block: { holds: 'steps', due: 'way' } });

const declarations: readonly Statement[] = [
  declaration('A team', 'team NAME [TITLE]', 'team support "Support"', 'a team', 'optional'),
  declaration('A channel', '[(internal | external)] channel NAME [TITLE]', 'channel email "Email"', 'a channel', 'optional'),
  declaration('A role', '[external] role NAME [TITLE]', 'role csm "Customer Success Manager"', 'a role', 'optional'),
  declaration('A template', 'template NAME [TITLE]', 'template reply "Reply" { subject "…" body "…" }', 'a template'),
  declaration('A calendar', 'calendar NAME [TITLE]', 'calendar london { open mon to fri 09:00 to 17:30 }', 'a calendar'),
  declaration('A source', 'source NAME [TITLE]', 'source crm { provides nps }', 'a source', 'optional'),
  declaration('A metric', 'metric NAME [TITLE]', 'metric nps { score 0 to 10 }', 'a metric'),
  declaration('A severity', 'severity NAME [TITLE]', 'severity sev1 { when data-breach }', 'a severity', 'optional'),
  declaration('A threshold', 'threshold NAME [TITLE] when CONDITION', 'threshold at-risk "At risk" when health-score < 60'),
  declaration('A trigger', 'trigger NAME [TITLE]', 'trigger outage { when data-breach -> frontline }', 'a trigger'),
  declaration('A level', 'level NAME [TITLE]', 'level frontline "L1" { owner csm }', 'a level'),
  declaration('A resolution', '[internal] resolution NAME [TITLE]', 'resolution resolved { require "Fixed" }', 'a resolution'),
  declaration('A closure', 'closure NAME [TITLE]', 'closure closed { action "Review" }', 'a closure'),
  declaration('A deadline', 'deadline NAME [TITLE]', 'deadline final { within 8 weeks met by review.final }', 'a deadline'),
  declaration(
    'A variant',
    'variant NAME [TITLE] when CONDITION',
    'variant smb when segment is smb { omit leadership }',
    'a variant',
  ),
];
const override = (label: string, head: string, example: string, holds: string, due: 'required' | 'optional' = 'required') =>
  declaration(label, `override ${head}`, example, holds, due);

/** What may stand where: the statements of a file and of everything with braces, by what it is called in messages. */
export const contexts: Readonly<Record<string, readonly Statement[]>> = {
  'a file': [
    property('An import', 'import PATH', 'import "./people.sop"'),
    declaration('A procedure', 'sop NAME [TITLE]', 'sop outage "Outage" { owner csm }', 'the header'),
    ...declarations,
  ],
  'the header': [
    property('The version', 'version STRING', 'version "1.0"'),
    property('The status', 'status STATUS', 'status active'),
    property('An approval', 'approved by ROLE, [on DATE]', 'approved by vp-cs on 2026-09-01'),
    property('A review', 'review every DURATION [last DATE]', 'review every 90 days last 2026-09-01'),
    property("'applies'", 'applies when CONDITION', 'applies when segment is enterprise'),
    property("'not for'", 'not for STRING [-> PROCEDURE]', 'not for "Fraud" -> fraud-desk'),
    property('A goal', 'goal CONDITION', 'goal csat >= 90'),
    ...ownership,
    ...targets,
    ...texts,
  ],
  'a team': [...texts, contact, hours],
  'a role': [
    property("'team'", 'team TEAM', 'team support'),
    contact,
    hours,
    property('A backup', 'backup ROLE,', 'backup csm-lead'),
    property("'reports'", 'reports to ROLE', 'reports to vp-cs'),
    property("'one of'", oneOf, 'one of emea-csm, amer-csm'),
    property("'may'", 'may [approve] STRING [up to QUANTITY]', 'may approve "credit" up to 10k USD'),
    property('A duty', 'duty STRING', 'duty "Answers within the day"'),
    ...texts,
  ],
  'a channel': texts,
  'a template': [
    property('A subject', 'subject STRING', 'subject "We have your issue"'),
    property('A body', 'body TEXT', 'body "Hi {customer}"'),
    ...texts,
  ],
  'a calendar': [
    property('A time zone', 'timezone ZONE', 'timezone "Europe/London"'),
    property("'open'", 'open (always | DAYS, TIME to TIME)', 'open mon to fri 09:00 to 17:30'),
    property("'closed'", 'closed DATE,', 'closed 2026-12-25'),
    ...texts,
  ],
  'a source': [property("'provides'", 'provides METRIC [from STRING]', 'provides nps from "nps_score"'), ...texts],
  'a metric': [
    ...['duration', 'percent', 'count', 'flag'].map((kind) => property(`'${kind}'`, kind, kind)),
    property("'money'", 'money [CURRENCY]', 'money USD'),
    property("'score'", 'score SIGNED to SIGNED', 'score 0 to 100'),
    property("'one of'", 'one of CHOICE,', 'one of low, high'),
    property("'ordered'", 'ordered one of CHOICE,', 'ordered one of low, high'),
    property("'worse'", 'worse when DIRECTION', 'worse when lower'),
    ...texts,
  ],
  'a severity': severityItems,
  'a trigger': [
    when,
    property("'severity'", 'severity SEVERITY', 'severity sev1'),
    property('A cooldown', 'cooldown DURATION', 'cooldown 7 days'),
    property('An example', '[not] example STRING', 'example "All users are locked out"'),
    toTarget,
    ...texts,
  ],
  'a level': [...levelProperties, ...steps],
  'for a severity': [...ownership, ...targets, escalate],
  'a resolution': endItems,
  'a closure': endItems,
  'a deadline': [
    property("'of'", 'of TRIGGER,', 'of outage'),
    property("'within'", 'within DURATION [in CALENDAR]', 'within 8 weeks'),
    when,
    property("'met'", 'met by STEP,', 'met by review.final'),
    property("'must'", 'must include STRING', 'must include "The right to appeal"'),
    ...texts,
  ],
  'a variant': [
    property("'omit'", 'omit ELEMENT,', 'omit leadership'),
    override('An override', 'trigger TRIGGER [TITLE]', 'override trigger outage { severity sev1 }', 'a trigger'),
    override('An override', 'severity SEVERITY [TITLE]', 'override severity sev1 { owner csm }', 'a severity', 'optional'),
    declaration(
      'An override',
      'override threshold THRESHOLD [TITLE] (when CONDITION | { when CONDITION })',
      'override threshold vip when arr > 1M USD',
    ),
    // Last, for it is what is most likely meant where the word is missing.
    override('An override', 'level LEVEL [TITLE]', 'override level frontline { owner csm }', 'an override of a level'),
    ...declarations,
  ],
  'an override of a level': [
    declaration('An insertion', 'insert PLACE STEP', 'insert before triage { action "Call" }', 'steps'),
    ...levelProperties,
    ...steps,
  ],
  'a decision': [
    branch('An answer', 'STRING [when CONDITION]', '"Yes" -> resolved'),
    branch("'otherwise'", 'otherwise', 'otherwise -> technical'),
    ...texts,
    check,
  ],
  'an approval': [outcome('approved'), outcome('rejected'), ...texts, check],
  'a parallel': [declaration('A lane', 'lane TITLE', 'lane "Talk" { notify customer by csm }', 'steps'), ...texts, check],
  steps,
  details: [...texts, check],
};
