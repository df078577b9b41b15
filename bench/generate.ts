/** Procedures of any size that look like real ones: what every part of the bench works on. The same size gives the same text. */

export interface Size {
  /** Steps in the levels; those of the closure come on top. */
  readonly steps: number;
  /** Rungs of the ladder; one for every ten steps unless told. */
  readonly levels?: number;
}

/** A procedure with this many steps, some ten to a level. */
export function procedureOf({ steps, levels }: Size): string {
  const rungs = Math.max(2, Math.min(levels ?? Math.round(steps / 10), steps));
  const bodies = Array.from({ length: rungs }, (_, rung) => {
    const count = Math.floor((steps * (rung + 1)) / rungs) - Math.floor((steps * rung) / rungs);
    return levelOf(rung, rungs, count);
  });
  return [opening, ...triggersOf(rungs), ...bodies, ending].join('\n');
}

/** A procedure of this many lines, give or take one level. */
export function procedureOfLines(lines: number, levels?: number): string {
  let low = 2;
  let high = lines;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesOf(procedureOf(levels === undefined ? { steps: middle } : { steps: middle, levels })) <= lines) low = middle;
    else high = middle - 1;
  }
  return procedureOf(levels === undefined ? { steps: low } : { steps: low, levels });
}

export function linesOf(text: string): number {
  return text.split('\n').length;
}

/** A file that names what nobody declares: it is linked anew whenever that could have changed. */
export function unresolvedFile(index: number): string {
  return `sop waiting-${index} "Waiting ${index}" { owner someone-${index} }
level first "First" { owner someone-${index} action "Call them" by nobody-${index} -> nowhere-${index} }
`;
}

/** The rename that one edit of a text is: the title of a step in the middle. */
export function labelEdit(text: string, times: number): string {
  const at = middleOf(text);
  return `${text.slice(0, at)}${'x'.repeat((times % 3) + 1)}${text.slice(at)}`;
}

/** One more step in the middle, each other time. */
export function stepEdit(text: string, times: number): string {
  if (times % 2 === 1) return text;
  const line = text.lastIndexOf('\n', middleOf(text)) + 1;
  return `${text.slice(0, line)}  action "Ask again ${times % 4}" by csm within 10 min\n${text.slice(line)}`;
}

/** Inside the title of an action in the middle of the text. */
export function middleOf(text: string): number {
  const action = text.indexOf('  action ', Math.floor(text.length / 2));
  return text.indexOf('"', action < 0 ? text.indexOf('  action ') : action) + 2;
}

const opening = `// A procedure as the bench sees it: every kind of step, targets on every level, a way out everywhere.
sop enterprise-escalation "Enterprise customer escalation" {
  version "2.1"
  status active
  owner vp-cs
  approved by vp-cs on 2026-11-02
  review every 90 days last 2026-11-02
}

calendar london { timezone "Europe/London" open mon to fri 09:00 to 17:30 closed 2026-12-25 }
team success "Customer success" { calendar london }
role csm "Customer Success Manager" { team success backup csm-lead reports to csm-lead }
role csm-lead "CSM Team Lead" { team success reports to vp-cs }
role support-lead "Support Lead" { team success backup csm-lead reports to vp-cs }
role engineer "Engineer on duty" { backup support-lead }
role vp-cs "VP Customer Success" { may approve "Service credit" up to 50k USD backup csm-lead }
external channel email "Email"
internal channel desk "Desk chat"
template progress "Where we are" {
  subject "Update on {ticket}"
  body "Hi {customer}, this is where we are with {ticket}. The next update comes in {update}."
}

severity sev1 "Critical" { when affected-users-share >= 50% or arr-at-risk >= 250k USD }
severity sev2 "Major" { when affected-users-share >= 10% }
severity sev3 "Minor"
threshold high-value "High-value account" when arr >= 100k USD
threshold at-risk "At-risk account" when health-score < 60 for 14 days
`;

const ending = `resolution resolved "Resolved" {
  require "Customer confirms the fix" judged by csm
  require health-score >= 60 for 7 days
  reopen within 14 days -> level-1
  -> closed
}
closure closed "Closed" {
  action "Post-escalation review" by support-lead within 5 business days
  notify customer "Closed, and what we learnt" by csm via email using progress within 10 business days
}
`;

function triggersOf(rungs: number): string[] {
  return [
    'trigger sla-breach "First response missed" {',
    '  when first-response-time > 4 business hours and severity is at least sev2',
    '  -> level-1',
    '}',
    'trigger outage "Product outage" { when affected-users-share >= 50% for 15 min severity sev1 -> level-2 }',
    'trigger complaint "Executive complaint" {',
    '  when "An executive at the customer complains" judged by csm',
    '  example "Their CTO writes to our CEO about the third outage this month"',
    `  -> level-${rungs > 2 ? 3 : 1}`,
    '}',
    '',
  ];
}

const owners = ['csm', 'support-lead', 'csm-lead', 'vp-cs'];
const words = [
  'Reproduce the fault',
  'Read what the customer wrote',
  'Agree the next step with the customer',
  'Look for the same case in the last month',
];

function levelOf(rung: number, rungs: number, steps: number): string {
  const name = `level-${rung + 1}`;
  const next = rung + 1 < rungs ? `level-${rung + 2}` : null;
  const owner = owners[rung % owners.length];
  const lines = [
    `level ${name} "L${rung + 1} ${words[rung % words.length]}" {`,
    `  owner ${owner}`,
    '  informed csm-lead',
    `  handles "Issues of kind ${rung + 1}, and what nobody else takes"`,
    '  acknowledge within 30 min',
    '  update customer every 4 h via email',
    '  resolve within 30 business days',
    ...(next ? [`  escalate after 30 business days -> ${next}`] : []),
    ...(next && rung % 3 === 0 ? [`  escalate when arr-at-risk >= ${50 + rung}k USD or high-value and at-risk -> ${next}`] : []),
    ...(rung > 0 && rung % 4 === 0 ? [`  deescalate when arr-at-risk < ${10 + rung}k USD -> level-${rung}`] : []),
  ];
  let left = steps;
  for (let part = 0; left > 1; part++) {
    const [count, text] = partOf(part + rung, part, next, left - 1);
    lines.push(...text);
    left -= count;
  }
  if (left > 0) lines.push(`  action finish "Close what is open on rung ${rung + 1}" by ${owner} within 2 h -> resolved`);
  return [...lines, '}', ''].join('\n');
}

/** A group of steps and how many there are, at most as many as asked for. */
function partOf(kind: number, part: number, next: string | null, most: number): [number, string[]] {
  const out = next ?? 'resolved';
  const title = words[(kind + part) % words.length];
  const parts: [number, string[]][] = [
    [1, [`  notify customer "Acknowledge: ${title}" by csm via email using progress within 10 min`]],
    [
      1,
      [
        `  action work-${part} "${title}" by csm within 1 h {`,
        '    check "Steps to reproduce written down"',
        '    see "Triage guide" at "https://example.com/triage"',
        '  }',
      ],
    ],
    [
      3,
      [
        `  decide choice-${part} "${title}: can it be done?" by csm within 15 min {`,
        '    "Yes" -> finish',
        `    "No, product defect" -> ${out}`,
        '    otherwise {',
        `      action "Ask for diagnostic data ${part}" by csm within 30 min`,
        `      wait "Customer sends data ${part}" up to 3 business hours else -> ${out}`,
        '    }',
        '  }',
      ],
    ],
    [1, [`  action "${title}, then write it down (${part})" by engineer within 2 h`]],
    [
      3,
      [
        `  parallel "Work and talk at once (${part})" {`,
        `    lane "Investigate" { action "Find the root cause ${part}" by engineer within 8 h }`,
        `    lane "Communicate" { notify customer "What we know ${part}" by csm via email using progress every 4 h }`,
        '  }',
      ],
    ],
    [
      2,
      [
        `  approve credit-${part} "Service credit" of 10k USD by vp-cs within 1 day {`,
        '    approved -> finish',
        `    rejected { action "Explain the decision ${part}" by csm within 2 h }`,
        '  }',
      ],
    ],
    [1, [`  handoff "End of day ${part}" by csm to support-lead at 17:30`]],
    [1, [`  action "Tell the account team ${part}" by csm-lead within 1 h when high-value`]],
  ];
  const start = kind % parts.length;
  for (let offset = 0; offset < parts.length; offset++) {
    const found = parts[(start + offset) % parts.length];
    if (found && found[0] <= most) return found;
  }
  return [1, [`  action "${title} ${part}" by csm within 1 h`]];
}
