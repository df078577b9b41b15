/** Whole declarations and steps with their required parts. `parent` says in which kind of block they may stand. */

export interface Snippet {
  /** The word that starts it. */
  readonly keyword: string;
  readonly label: string;
  readonly body: string;
}

/** The snippets that begin with a keyword. */
export function snippetsFor(keyword: string): readonly Snippet[] {
  return snippets.filter((snippet) => snippet.keyword === keyword);
}

const snippets: readonly Snippet[] = [
  {
    keyword: 'sop',
    label: 'sop … { version, owner, review }',
    body: 'sop ${1:name} "${2:Title}" {\n  version "${3:1.0}"\n  status ${4|draft,active,retired|}\n  owner ${5:owner}\n  review every ${6:90} days last ${7:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}\n}\n$0',
  },
  {
    keyword: 'role',
    label: 'role … { backup, reports to }',
    body: 'role ${1:name} "${2:Title}" {\n  backup ${3:role}\n  reports to ${4:role}\n}\n$0',
  },
  { keyword: 'team', label: 'team … { calendar }', body: 'team ${1:name} "${2:Title}" { calendar ${3:calendar} }\n$0' },
  { keyword: 'channel', label: 'channel …', body: 'channel ${1:name} "${2:Title}"\n$0' },
  {
    keyword: 'template',
    label: 'template … { subject, body }',
    body: 'template ${1:name} "${2:Title}" {\n  subject "${3:Subject}"\n  body """\n    Hi {customer},\n    $4\n  """\n}\n$0',
  },
  {
    keyword: 'calendar',
    label: 'calendar … { timezone, open }',
    body: 'calendar ${1:name} {\n  timezone "${2:Europe/London}"\n  open mon to fri ${3:09:00} to ${4:17:00}\n}\n$0',
  },
  { keyword: 'source', label: 'source … { provides }', body: 'source ${1:name} "${2:Title}" { provides ${3:metric} }\n$0' },
  {
    keyword: 'metric',
    label: 'metric … { type }',
    body: 'metric ${1:name} "${2:Title}" { ${3|duration,percent,count,flag|} }\n$0',
  },
  {
    keyword: 'severity',
    label: 'severity … { when, acknowledge }',
    body: 'severity ${1:sev1} "${2:Critical}" {\n  when ${3:affected-users-share >= 50%}\n  acknowledge within ${4:15 min}\n}\n$0',
  },
  {
    keyword: 'threshold',
    label: 'threshold … when',
    body: 'threshold ${1:name} "${2:Title}" when ${3:health-score < 60 for 14 days}\n$0',
  },
  {
    keyword: 'trigger',
    label: 'trigger … { when, -> }',
    body: 'trigger ${1:name} "${2:Title}" {\n  when ${3:first-response-time > 4 h}\n  -> ${4:level}\n}\n$0',
  },
  {
    keyword: 'level',
    label: 'level … { owner, promises, steps }',
    body: 'level ${1:name} "${2:Title}" {\n  owner ${3:role}\n  acknowledge within ${4:30 min}\n  resolve within ${5:8 business hours}\n  escalate after ${5:8 business hours} -> ${6:level}\n\n  action "${7:Do this}" by ${3:role} within ${8:1 h} -> ${9:resolved}\n}\n$0',
  },
  {
    keyword: 'resolution',
    label: 'resolution … { require, -> }',
    body: 'resolution ${1:resolved} "${2:Resolved}" {\n  require "${3:The customer confirms the fix}" judged by ${4:role}\n  -> ${5:closed}\n}\n$0',
  },
  {
    keyword: 'closure',
    label: 'closure … { steps }',
    body: 'closure ${1:closed} "${2:Closed}" {\n  action "${3:Post-escalation review}" by ${4:role} within ${5:5 business days}\n}\n$0',
  },
  {
    keyword: 'deadline',
    label: 'deadline … { within, met by }',
    body: 'deadline ${1:name} "${2:Title}" {\n  within ${3:8 weeks}\n  met by ${4:level.step}\n}\n$0',
  },
  {
    keyword: 'variant',
    label: 'variant … when { omit, override }',
    body: 'variant ${1:name} "${2:Title}" when ${3:segment is smb} {\n  override level ${4:level} { resolve within ${5:2 business days} }\n}\n$0',
  },
  { keyword: 'action', label: 'action … by … within', body: 'action "${1:Do this}" by ${2:role} within ${3:1 h}' },
  {
    keyword: 'notify',
    label: 'notify … by … via … within',
    body: 'notify ${1:customer} "${2:What}" by ${3:role} via ${4:channel} within ${5:30 min}',
  },
  {
    keyword: 'page',
    label: 'page … for … then',
    body: 'page ${1:role} "${2:Why}" for ${3:10 min} then ${4:role} for ${5:5 min}',
  },
  {
    keyword: 'decide',
    label: 'decide … { answers }',
    body: 'decide "${1:Question?}" {\n  "${2:Yes}" -> ${3:target}\n  otherwise -> ${4:target}\n}',
  },
  {
    keyword: 'approve',
    label: 'approve … { approved, rejected }',
    body: 'approve "${1:What}" of ${2:1k USD} by ${3:role} within ${4:1 business day} {\n  approved -> ${5:target}\n  rejected -> ${6:target}\n}',
  },
  { keyword: 'wait', label: 'wait … up to … else', body: 'wait "${1:For what}" up to ${2:2 business days} else -> ${3:target}' },
  {
    keyword: 'parallel',
    label: 'parallel { lanes }',
    body: 'parallel "${1:At the same time}" {\n  lane "${2:First}" {\n    action "${3:Do this}"\n  }\n  lane "${4:Second}" {\n    action "${5:Do that}"\n  }\n}',
  },
  {
    keyword: 'handoff',
    label: 'handoff … to … at',
    body: 'handoff "${1:End of day}" by ${2:role} to ${3:role} at ${4:17:00} {\n  check "${5:Open questions written down}"\n}',
  },
  { keyword: 'assign', label: 'assign … to', body: 'assign ${1:dri} to ${2:role}' },
  { keyword: 'follow', label: 'follow … ->', body: 'follow ${1:procedure} -> ${2:target}' },
  {
    keyword: 'for',
    label: 'for severity { promises }',
    body: 'for ${1:sev1} { resolve within ${2:4 h}  escalate after ${2:4 h} -> ${3:level} }',
  },
  { keyword: 'warn', label: 'warn … at 75% of resolve', body: 'warn ${1:role} at ${2:75}% of ${3:resolve}' },
  { keyword: 'pauses', label: 'pauses while …', body: 'pauses while ${1:workaround-available}' },
  { keyword: 'deescalate', label: 'deescalate when … ->', body: 'deescalate when ${1:workaround-available} -> ${2:level}' },
  { keyword: 'require', label: 'require … judged by', body: 'require "${1:The customer confirms the fix}" judged by ${2:role}' },
  { keyword: 'escalate', label: 'escalate after … ->', body: 'escalate after ${1:8 business hours} -> ${2:level}' },
  { keyword: 'update', label: 'update customer every … via', body: 'update ${1:customer} every ${2:4 h} via ${3:channel}' },
  {
    keyword: 'review',
    label: 'review every … last',
    body: 'review every ${1:90 days} last ${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}',
  },
  { keyword: 'reopen', label: 'reopen within … ->', body: 'reopen within ${1:14 days} -> ${2:level}' },
];
