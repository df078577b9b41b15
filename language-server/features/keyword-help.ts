/** What each word of the language is for, with an example: shown in completion and on hover. */

export interface KeywordHelp {
  readonly meaning: string;
  readonly example?: string;
}

/** Undefined for words that explain themselves (`to`, `and`). */
export function keywordHelp(keyword: string): KeywordHelp | undefined {
  return help.get(keyword);
}

const help = new Map<string, KeywordHelp>([
  // No property may be called `then`: promises would take the object for one of theirs.
  ['then', { meaning: 'Who is paged next when nobody answers.', example: 'then engineering-manager for 5 min' }],
  ...Object.entries({
    import: {
      meaning: 'Makes the roles, calendars, channels and other vocabulary of another file visible here, and its procedure.',
      example: 'import "./people.sop"',
    },
    sop: {
      meaning: 'The procedure: its name, title, version, owner and review. A file without one is a library.',
      example: 'sop outages "Outage escalation" {\n  version "1.0"\n  status active\n  owner vp-cs\n}',
    },
    version: { meaning: 'The version of this procedure, as your team counts.', example: 'version "2.1"' },
    status: { meaning: 'Whether it is a draft, active or retired.', example: 'status active' },
    draft: { meaning: 'Being written: nobody follows it yet.' },
    active: { meaning: 'In force.' },
    retired: { meaning: 'No longer in force: nothing should lead here.' },
    approved: {
      meaning: 'Who approved the procedure and when; inside an approval: where it goes when approved.',
      example: 'approved by vp-cs on 2026-09-01',
    },
    rejected: { meaning: 'Where an approval goes when it is refused.', example: 'rejected -> specialist' },
    review: {
      meaning: 'How often the procedure is looked at again, and when it was last.',
      example: 'review every 90 days last 2026-09-01',
    },
    last: { meaning: 'The date of the last review.', example: 'last 2026-09-01' },
    applies: { meaning: 'For which cases this procedure is meant.', example: 'applies when segment is enterprise' },
    goal: { meaning: 'What the procedure should reach, measurably.', example: 'goal sla-attainment >= 95% within 90 days' },
    owner: { meaning: 'Who answers for it. A level has exactly one owner.', example: 'owner csm' },
    consulted: { meaning: 'Who is asked before something is decided.', example: 'consulted legal-counsel' },
    informed: { meaning: 'Who is kept up to date.', example: 'informed csm-lead' },
    note: {
      meaning: 'Free text, shown when somebody points at it. Markdown is shown as Markdown.',
      example: 'note "Weekends count"',
    },
    see: { meaning: 'A link to a page or a file.', example: 'see "Handbook" at "https://example.com/handbook"' },
    team: { meaning: 'A team, with its hours and how to reach it.', example: 'team support "Support" { calendar emea }' },
    role: {
      meaning: 'Somebody who does something: a function, not a person.',
      example: 'role csm "Customer Success Manager" { backup csm-lead  reports to csm-lead }',
    },
    external: {
      meaning: 'Outside the company: telling an external role is customer communication; an external channel can be read by it.',
      example: 'external role regulator "Financial ombudsman"',
    },
    internal: {
      meaning:
        'Inside the company: an internal channel is not seen by customers; of an internal resolution the customer need not hear.',
      example: 'internal channel case-log',
    },
    backup: { meaning: 'Who stands in when this role is away.', example: 'backup csm-lead' },
    reports: { meaning: 'Whom this role reports to.', example: 'reports to vp-cs' },
    one: {
      meaning: 'A role filled at run time by one of others, or the values of a metric.',
      example: 'one of emea-csm, amer-csm',
    },
    duty: { meaning: 'What this role is there for.', example: 'duty "Owns every update to the customer"' },
    may: { meaning: 'What this role may do without asking.', example: 'may "Offer a workaround"' },
    approve: {
      meaning: 'An approval that stops the flow until it is given, or (in a role) up to what it may approve.',
      example: 'approve credit "Service credit" of 10k USD by vp-cs {\n  approved -> resolved\n  rejected -> leadership\n}',
    },
    contact: { meaning: 'How to reach them.', example: 'contact via slack "#escalations"' },
    channel: { meaning: 'A way to send a message.', example: 'external channel email "Email"' },
    template: {
      meaning: 'A message with placeholders such as {customer}, {owner}, {update}.',
      example: 'template acknowledgement { subject "We have it: {ticket}"  body "Hi {customer}, …" }',
    },
    subject: { meaning: 'The subject line of a template.', example: 'subject "Update on {ticket}"' },
    body: { meaning: 'The text of a template.', example: 'body """\n  Hi {customer},\n"""' },
    calendar: {
      meaning: 'Working hours: zone, opening hours and closed days; in a role or team: the hours that apply to it.',
      example: 'calendar emea { timezone "Europe/London"  open mon to fri 09:00 to 17:30 }',
    },
    timezone: { meaning: 'The IANA time zone of a calendar.', example: 'timezone "Europe/London"' },
    open: {
      meaning: 'Opening hours; several lines add up, and hours may run past midnight.',
      example: 'open mon to fri 09:00 to 17:30',
    },
    always: { meaning: 'Round the clock.', example: 'open always' },
    closed: { meaning: 'Dates on which the calendar does not open.', example: 'closed 2026-12-25, 2026-12-28' },
    source: { meaning: 'A system that metrics come from.', example: 'source crm "CRM" { provides arr from "annual_value" }' },
    provides: { meaning: 'A metric that comes from this source.', example: 'provides health-score from "score"' },
    metric: {
      meaning: 'Something that is measured. About fifty are already there.',
      example: 'metric logins "Logins a week" { count worse when lower }',
    },
    worse: { meaning: 'Which direction is the bad one.', example: 'worse when lower' },
    duration: { meaning: 'A metric measured in time.' },
    percent: { meaning: 'A metric measured in percent.' },
    money: { meaning: 'A metric measured in a currency.', example: 'money USD' },
    count: { meaning: 'A metric that counts.' },
    score: { meaning: 'A metric between two numbers.', example: 'score 0 to 100' },
    flag: { meaning: 'A metric that is true or not.' },
    ordered: { meaning: 'Values from lowest to highest.', example: 'ordered one of low, normal, high' },
    severity: {
      meaning:
        'How bad a case is. The order of the file is the order of severity, the most severe first; the first whose condition holds applies.',
      example: 'severity sev1 "Critical" { when affected-users-share >= 50%  acknowledge within 15 min }',
    },
    threshold: {
      meaning: 'A condition with a name, usable wherever a metric is.',
      example: 'threshold at-risk "At risk" when health-score < 60 for 14 days',
    },
    trigger: {
      meaning: 'What starts the procedure, measurably, and where it starts.',
      example: 'trigger outage "Product outage" {\n  when affected-users-share >= 50% for 15 min\n  -> frontline\n}',
    },
    cooldown: { meaning: 'For how long the trigger stays quiet after it has fired.', example: 'cooldown 7 days' },
    example: {
      meaning: 'A case in which the trigger fires (or, with `not`, does not).',
      example: 'example "All users are locked out"',
    },
    when: { meaning: 'A condition: when this fires, applies, or is done at all.', example: 'when health-score < 60 for 7 days' },
    level: {
      meaning: 'A rung of the escalation ladder. Levels rise in the order of the file.',
      example:
        'level frontline "L1 Frontline" {\n  owner csm\n  resolve within 8 business hours\n  escalate after 8 business hours -> leadership\n}',
    },
    beside: {
      meaning: 'Puts this level on the same rung as another: finance or legal beside support.',
      example: 'beside technical',
    },
    handles: { meaning: 'Which issues belong to this level.', example: 'handles "Single tickets and how-to"' },
    acknowledge: { meaning: 'Promise: somebody has taken it on.', example: 'acknowledge within 30 min' },
    respond: { meaning: 'Promise: the first answer.', example: 'respond within 2 h' },
    reply: { meaning: 'Promise: every later answer.', example: 'reply within 1 business day' },
    diagnose: { meaning: 'Promise: the cause is known.', example: 'diagnose within 4 h' },
    workaround: { meaning: 'Promise: the customer can work again.', example: 'workaround within 8 h' },
    resolve: { meaning: 'Promise: it is resolved.', example: 'resolve within 2 business days' },
    update: { meaning: 'Promise: who is kept posted how often.', example: 'update customer every 4 h via email' },
    warn: { meaning: 'Who hears when a promise is about to run out.', example: 'warn vp-cs at 75% of resolve via slack' },
    pauses: { meaning: 'When the clock of this level stops.', example: 'pauses while "Waiting for the customer" judged by csm' },
    escalate: {
      meaning: 'When it goes up: after a time, unless acknowledged, or when something holds.',
      example: 'escalate after 8 business hours -> leadership',
    },
    deescalate: { meaning: 'When it goes back down.', example: 'deescalate when arr-at-risk < 100k USD -> technical' },
    action: { meaning: 'Something to do.', example: 'action triage "Reproduce the issue" by csm within 1 h' },
    notify: {
      meaning: 'A message. To an external role it is customer communication.',
      example: 'notify customer "Acknowledge the issue" by csm via email within 30 min',
    },
    page: {
      meaning: 'Call people until somebody answers.',
      example: 'page on-call "Outage" for 10 min then engineering-manager for 5 min via phone',
    },
    repeat: { meaning: 'How often the whole chain is gone through.', example: 'repeat 3' },
    decide: {
      meaning: 'A question with answers; the first that fits is taken.',
      example: 'decide fixable "Can we fix it?" {\n  "Yes"     -> fix\n  otherwise -> leadership\n}',
    },
    otherwise: { meaning: 'The answer when no other fits.', example: 'otherwise -> leadership' },
    wait: {
      meaning: 'Waiting for somebody else, with a way out.',
      example: 'wait reply "Customer answers" up to 2 business days else -> technical',
    },
    up: { meaning: 'The longest a wait lasts, or the most a role may approve.', example: 'up to 2 business days' },
    else: { meaning: 'Where it goes when the wait is over and nothing came.', example: 'else -> leadership' },
    parallel: {
      meaning: 'Several lanes at the same time; it goes on when all are done.',
      example:
        'parallel "Work and talk" {\n  lane "Fix" { action "Find the cause" }\n  lane "Talk" { notify customer "Update" }\n}',
    },
    lane: {
      meaning: 'One of the things done at the same time.',
      example: 'lane "Legal view" { action "Assess liability" by legal-counsel }',
    },
    handoff: {
      meaning: 'A change of hands, with what has to be handed over.',
      example: 'handoff eod "End of day" by csm to support-lead at 17:30 { check "Next update agreed" }',
    },
    assign: { meaning: 'Fills a role that is one of several.', example: 'assign dri to emea-csm' },
    follow: { meaning: 'Runs another procedure, then goes on here.', example: 'follow refunds' },
    check: { meaning: 'Something to tick off.', example: 'check "Steps to reproduce written down"' },
    by: { meaning: 'Who does it. Without it, the owner of the level.', example: 'by csm' },
    via: { meaning: 'Over which channel.', example: 'via email' },
    using: { meaning: 'Which template the message uses.', example: 'using acknowledgement' },
    as: { meaning: 'A name for this step, so that others can lead to it.', example: 'as first-answer' },
    within: { meaning: 'By when: a duration. After a condition: over a rolling window.', example: 'within 2 business days' },
    every: { meaning: 'Repeats.', example: 'every 4 h' },
    once: { meaning: 'Once, within a time.', example: 'once within 2 days' },
    business: { meaning: 'Counts only the open hours of the calendar that applies.', example: '4 business hours' },
    for: {
      meaning: 'Held that long without a break; in a level: promises for some severities only.',
      example: 'health-score < 60 for 14 days',
    },
    is: { meaning: 'Is this value; also `is not`, `is at least`, `is at most`.', example: 'segment is enterprise' },
    in: { meaning: 'Is one of these values; also the calendar of a time or deadline.', example: 'region in (emea, apac)' },
    between: { meaning: 'Between two bounds, both included.', example: 'health-score between 40 and 60' },
    drops: { meaning: 'Falls by so much within a window.', example: 'nps drops by 20 points within 90 days' },
    rises: { meaning: 'Grows by so much within a window.', example: 'ticket-volume rises by 50 within 7 days' },
    judged: { meaning: 'A human decides whether it holds.', example: '"An executive complains" judged by csm' },
    resolution: {
      meaning: 'What "resolved" means, and where it goes then.',
      example: 'resolution resolved "Resolved" {\n  require "Customer confirms" judged by csm\n  -> closed\n}',
    },
    closure: {
      meaning: 'The end of the procedure: what is left to do, and to learn.',
      example: 'closure closed "Closed" { action "Post-escalation review" by csm within 5 business days }',
    },
    require: {
      meaning: 'What must hold before it counts as resolved.',
      example: 'require "Customer confirms the fix" judged by csm',
    },
    reopen: { meaning: 'When and where it starts again.', example: 'reopen within 14 days -> frontline' },
    deadline: {
      meaning: 'A clock from outside, of a law or a contract, and the steps that meet it.',
      example: 'deadline final-response "Final response" {\n  within 8 weeks\n  met by compliance.final\n}',
    },
    met: { meaning: 'The steps that meet the deadline: reaching any one is enough.', example: 'met by compliance.final' },
    must: { meaning: 'What the answer has to say.', example: 'must include "Right to refer to the ombudsman"' },
    variant: {
      meaning: 'The same procedure, changed for some cases.',
      example: 'variant smb "SMB accounts" when segment is smb {\n  omit leadership\n}',
    },
    omit: { meaning: 'What the variant leaves out.', example: 'omit leadership, frontline.credit' },
    override: { meaning: 'What the variant changes.', example: 'override level frontline { resolve within 2 business days }' },
    insert: {
      meaning: 'New steps before or after one of the level.',
      example: 'insert after triage { action "Call the account manager" }',
    },
    not: {
      meaning: 'The opposite; in a header: what the procedure is not for.',
      example: 'not for "Fraud in progress" -> fraud',
    },
    '->': { meaning: 'Where it goes next: a level, step, resolution, closure or another procedure.', example: '-> leadership' },
  } satisfies Record<string, KeywordHelp>),
]);

/** As Markdown: the meaning and the example as code. */
export function keywordMarkdown(keyword: string): string | undefined {
  const entry = keywordHelp(keyword);
  if (!entry) return undefined;
  return entry.example ? `${entry.meaning}\n\n\`\`\`sop\n${entry.example}\n\`\`\`` : entry.meaning;
}
