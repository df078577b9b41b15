/** The runbook: a procedure as Markdown that can be read, printed and ticked off, with the picture as Mermaid. */
import { describeCondition } from '../../flow/describe-condition.js';
import { channelTitles, describeEscalation, describeTarget, severityTitle } from '../../flow/explain/describe-target.js';
import { escapeMarkdown, markdownLink, withoutMarkup } from '../../flow/explain/explanation.js';
import type { Ending, Level, Procedure, Step } from '../../flow/procedure.js';
import { flowTitle, procedureTitle, roleTitle, roleTitles, stepTitle } from '../../flow/titles.js';
import type { Exporter } from './exporter.js';
import { toMermaid } from './mermaid.js';

export const markdownExporter: Exporter = {
  format: 'markdown',
  title: 'Markdown runbook',
  extension: 'md',
  export: async ({ procedure }) => toMarkdown(procedure),
};

/** The runbook of a procedure, ending with a line break. */
export function toMarkdown(procedure: Procedure): string {
  const parts = [
    head(procedure),
    triggers(procedure),
    severities(procedure),
    ...procedure.levels.map((level) => levelPart(procedure, level)),
    ...procedure.resolutions.map((ending) => endingPart(procedure, ending, 'Resolution')),
    ...procedure.closures.map((ending) => endingPart(procedure, ending, 'Closure')),
    deadlines(procedure),
    people(procedure),
    procedure.edges.length > 0 ? `## Picture\n\n\`\`\`mermaid\n${toMermaid(procedure)}\`\`\`` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head(procedure: Procedure): string {
  const { header } = procedure;
  const lines = [`# ${inline(procedure.title ?? (procedure.name || 'Library'))}`];
  if (procedure.variant) lines.push('', `Variant: ${inline(procedure.variant)}`);
  if (!header) return lines.join('\n');
  const rows: [string, string][] = [
    ['Version', header.versionText ?? ''],
    ['Status', header.status ?? ''],
    ['Owner', header.owner ? roleTitle(procedure, header.owner) : ''],
    [
      'Approved',
      header.approvals
        .map((approval) => `${roleTitles(procedure, approval.by)}${approval.on ? ` on ${approval.on}` : ''}`)
        .join('; '),
    ],
    [
      'Review',
      header.review ? `every ${header.review.every.text}${header.review.last ? `, last ${header.review.last}` : ''}` : '',
    ],
    ['Applies when', header.appliesWhen ? describeCondition(header.appliesWhen, procedure) : ''],
    ['Goal', header.goals.map((goal) => describeCondition(goal, procedure)).join('; ')],
    ['Promises', header.targets.map((target) => describeTarget(procedure, target)).join('; ')],
  ];
  const facts = rows.filter(([, value]) => value !== '');
  if (facts.length > 0) lines.push('', table(['', ''], facts));
  for (const other of header.notFor) {
    lines.push(
      '',
      `Not for: ${inline(other.text)}${other.procedure ? ` (see ${inline(procedureTitle(procedure, other.procedure))})` : ''}`,
    );
  }
  lines.push(...notesAndReferences(header));
  return lines.join('\n');
}

function triggers(procedure: Procedure): string {
  if (procedure.triggers.length === 0) return '';
  const rows = procedure.triggers.map((trigger) => [
    trigger.title ?? trigger.name ?? '',
    trigger.condition ? describeCondition(trigger.condition, procedure) : '',
    trigger.severity ? severityTitle(procedure, trigger.severity) : '',
    trigger.target ? flowTitle(procedure, trigger.target) : '',
    [...trigger.examples, ...trigger.notExamples.map((text) => `not: ${text}`)].join('; '),
  ]);
  return `## When it starts\n\n${table(['Trigger', 'When', 'Severity', 'Starts at', 'Examples'], rows)}`;
}

function severities(procedure: Procedure): string {
  if (procedure.severities.length === 0) return '';
  const rows = procedure.severities.map((severity) => [
    severity.title ?? severity.name ?? '',
    severity.when ? describeCondition(severity.when, procedure) : 'everything else',
    severity.targets.map((target) => describeTarget(procedure, target)).join('; '),
  ]);
  return `## Severities\n\nThe first that applies counts.\n\n${table(['Severity', 'When', 'Promises'], rows)}`;
}

function levelPart(procedure: Procedure, level: Level): string {
  const lines = [`## ${inline(level.title ?? level.name ?? level.id)}`];
  const rows: [string, string][] = [
    ['Owner', roleTitles(procedure, level.owners)],
    ['Consulted', roleTitles(procedure, level.consulted)],
    ['Informed', roleTitles(procedure, level.informed)],
    ['Handles', level.handles.join('; ')],
    ['Promises', level.targets.map((target) => describeTarget(procedure, target)).join('; ')],
    ...level.bySeverity.map((part): [string, string] => [
      `For ${part.severities.map((name) => severityTitle(procedure, name)).join(', ')}`,
      [
        ...part.targets.map((target) => describeTarget(procedure, target)),
        ...part.escalations.map((item) => describeEscalation(procedure, item)),
      ].join('; '),
    ]),
    ['Escalates', level.escalations.map((item) => describeEscalation(procedure, item)).join('; ')],
    [
      'Goes back',
      level.deescalations
        .map(
          (item) => `when ${describeCondition(item.when, procedure)} → ${item.target ? flowTitle(procedure, item.target) : '?'}`,
        )
        .join('; '),
    ],
    ['Clock pauses while', level.pauses.map((pause) => describeCondition(pause.condition, procedure)).join('; ')],
    ['Warns', level.warnings.map((item) => `${roleTitles(procedure, item.roles)} at ${item.percent}% of ${item.of}`).join('; ')],
  ];
  const facts = rows.filter(([, value]) => value !== '');
  if (facts.length > 0) lines.push('', table(['', ''], facts));
  lines.push(...notesAndReferences(level));
  const list = checklist(procedure, level.id, null, '');
  if (list.length > 0) lines.push('', ...list);
  return lines.join('\n');
}

function endingPart(procedure: Procedure, ending: Ending, kind: string): string {
  const lines = [`## ${inline(ending.title ?? ending.name ?? ending.id)}`, '', `${kind}${ending.internal ? ' (internal)' : ''}`];
  if (ending.requirements.length > 0) {
    lines.push(
      '',
      'Only when:',
      '',
      ...ending.requirements.map((condition) => `- [ ] ${inline(describeCondition(condition, procedure))}`),
    );
  }
  for (const item of ending.reopenings) {
    const when = item.when ? ` when ${describeCondition(item.when, procedure)}` : '';
    const within = item.within ? ` within ${item.within.text}` : '';
    lines.push('', `Reopens${inline(within + when)} → ${inline(item.target ? flowTitle(procedure, item.target) : '?')}`);
  }
  lines.push(...notesAndReferences(ending));
  const list = checklist(procedure, ending.id, null, '');
  if (list.length > 0) lines.push('', ...list);
  return lines.join('\n');
}

/** The steps of a block as a list to tick off; blocks inside are indented below the answer, lane or outcome they belong to. */
function checklist(procedure: Procedure, parent: string, container: Step['container'], indent: string): string[] {
  const steps = procedure.steps.filter(
    (step) =>
      step.parent === parent &&
      step.kind !== 'join' &&
      step.container?.step === container?.step &&
      step.container?.block === container?.block,
  );
  return steps.flatMap((step) => {
    const inner = `${indent}  `;
    const lines = [`${indent}- [ ] **${inline(stepTitle(procedure, step))}**${inline(stepDetails(procedure, step))}`];
    for (const check of step.checks) lines.push(`${inner}- [ ] ${inline(check)}`);
    for (const note of step.notes ?? []) lines.push(`${inner}- ${inline(note)}`);
    for (const reference of step.references ?? []) lines.push(`${inner}- ${markdownLink(reference.title, reference.url)}`);
    const block = (name: string, label: string, to: string | null, isBlock: boolean): void => {
      lines.push(`${inner}- ${inline(label)}${isBlock || to === null ? '' : ` → ${inline(flowTitle(procedure, to))}`}`);
      lines.push(...checklist(procedure, parent, { step: step.id, block: name } as NonNullable<Step['container']>, `${inner}  `));
    };
    step.branches?.forEach((branch, index) => {
      const when = branch.when ? ` (${describeCondition(branch.when, procedure)})` : '';
      block(`branch:${index}`, `${branch.label ?? 'Otherwise'}${when}`, branch.to, branch.block);
    });
    step.lanes?.forEach((lane, index) => {
      block(`lane:${index}`, lane.title, null, true);
    });
    if (step.approved) block('approved', 'Approved', step.approved.to, step.approved.block);
    if (step.rejected) block('rejected', 'Rejected', step.rejected.to, step.rejected.block);
    if (step.otherwise) block('else', `Not within ${step.limit?.text ?? 'time'}`, step.otherwise.to, step.otherwise.block);
    return lines;
  });
}

function stepDetails(procedure: Procedure, step: Step): string {
  const parts = [
    step.by.length > 0 ? `by ${roleTitles(procedure, step.by)}` : '',
    step.kind === 'notify' && step.title ? `to ${roleTitles(procedure, step.audience ?? [])}` : '',
    step.to ? `to ${roleTitles(procedure, step.to)}` : '',
    step.via && step.via.length > 0 ? `via ${channelTitles(procedure, step.via)}` : '',
    step.hops ? hopsText(procedure, step) : '',
    step.amount ? `of ${step.amount.text}` : '',
    step.within ? `within ${step.within.text}` : '',
    step.every ? `every ${step.every.text}` : '',
    step.limit ? `up to ${step.limit.text}` : '',
    step.guard ? `only when ${describeCondition(step.guard, procedure)}` : '',
  ].filter((part) => part !== '');
  const to = step.target ? ` → ${flowTitle(procedure, step.target)}` : '';
  return (parts.length > 0 ? ` (${parts.join(', ')})` : '') + to;
}

function hopsText(procedure: Procedure, step: Step): string {
  const hops = (step.hops ?? []).map((hop) => `${roleTitles(procedure, hop.roles)}${hop.wait ? ` for ${hop.wait.text}` : ''}`);
  return hops.length > 1 ? hops.join(', then ') : '';
}

function deadlines(procedure: Procedure): string {
  if (procedure.deadlines.length === 0) return '';
  const rows = procedure.deadlines.map((deadline) => [
    deadline.title ?? deadline.name ?? '',
    deadline.within?.text ?? '',
    deadline.metBy.map((id) => flowTitle(procedure, id)).join(' or '),
    deadline.mustInclude.join('; '),
    (deadline.references ?? []).map((reference) => reference.title ?? reference.url).join('; '),
  ]);
  return `## Deadlines\n\n${table(['Deadline', 'Within', 'Met by', 'Must include', 'See'], rows)}`;
}

function people(procedure: Procedure): string {
  if (procedure.roles.length === 0) return '';
  const rows = procedure.roles.map((role) => [
    role.title ?? role.name ?? '',
    role.reportsTo ? roleTitle(procedure, role.reportsTo) : '',
    roleTitles(procedure, role.backup),
    role.mayApprove.map((item) => `${item.subject}${item.limit ? ` up to ${item.limit.text}` : ''}`).join('; '),
    role.duties.join('; '),
  ]);
  return `## People\n\n${table(['Role', 'Reports to', 'Backup', 'May approve', 'Duties'], rows)}`;
}

function notesAndReferences(element: {
  readonly notes?: readonly string[];
  readonly references?: readonly { title: string | null; url: string }[];
}): string[] {
  const notes = (element.notes ?? []).flatMap((note) => [
    '',
    ...note.split('\n').map((line) => `> ${withoutMarkup(line)}`.trimEnd()),
  ]);
  const references = (element.references ?? []).flatMap((reference) => [
    '',
    `See ${markdownLink(reference.title, reference.url)}`,
  ]);
  return [...notes, ...references];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => inline(cell)).join(' | ')} |`;
  return [row(header), `|${header.map(() => ' --- ').join('|')}|`, ...rows.map(row)].join('\n');
}

/** Text of the file inside a line of Markdown: never markup of its own. */
const inline = escapeMarkdown;
