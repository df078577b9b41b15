/** Triggers, levels, endings, steps and severities: who, by when, what before and after. */
import { describeCondition } from '../describe-condition.js';
import type { Ending, Level, Procedure, Severity, Step, Target, Trigger } from '../procedure.js';
import { flowTitle, procedureTitle, roleTitle, roleTitles, stepTitle } from '../titles.js';
import { channelTitles, describeEscalation, describeTarget, severityTitle } from './describe-target.js';
import { type Explanation, facts } from './explanation.js';

export function explainTrigger(procedure: Procedure, trigger: Trigger): Explanation {
  return {
    kind: 'trigger',
    title: trigger.title ?? trigger.name ?? trigger.id,
    name: trigger.name,
    facts: facts(
      ['When', trigger.condition ? describeCondition(trigger.condition, procedure) : null],
      ['Severity', trigger.severity ? severityTitle(procedure, trigger.severity) : null],
      ['Not again within', trigger.cooldown?.text],
      ['Starts at', trigger.target ? flowTitle(procedure, trigger.target) : null],
      ['For example', trigger.examples.join('; ')],
      ['But not', trigger.notExamples.join('; ')],
    ),
    notes: notesOf(trigger),
    references: trigger.references ?? [],
  };
}

export function explainLevel(procedure: Procedure, level: Level): Explanation {
  const ways = waysInto(procedure, level.id);
  return {
    kind: 'level',
    title: level.title ?? level.name ?? level.id,
    name: level.name,
    facts: facts(
      ['Owner', roleTitles(procedure, level.owners) || 'nobody yet'],
      ['Consulted', roleTitles(procedure, level.consulted)],
      ['Informed', roleTitles(procedure, level.informed)],
      ['Handles', level.handles.join('; ')],
      ['Beside', level.beside ? flowTitle(procedure, level.beside) : null],
      ['Promises', level.targets.map((target) => describeTarget(procedure, target)).join('; ')],
      ['Escalates', level.escalations.map((item) => describeEscalation(procedure, item)).join('; ')],
      [
        'Goes back',
        level.deescalations
          .map(
            (item) =>
              `when ${describeCondition(item.when, procedure)} → ${item.target ? flowTitle(procedure, item.target) : '?'}`,
          )
          .join('; '),
      ],
      ['Clock pauses while', level.pauses.map((pause) => describeCondition(pause.condition, procedure)).join('; ')],
      [
        'Warns',
        level.warnings.map((item) => `${roleTitles(procedure, item.roles)} at ${item.percent}% of ${item.of}`).join('; '),
      ],
      ['Reached from', ways.join(', ')],
    ),
    ...(level.bySeverity.length > 0 && {
      table: {
        header: ['For', 'Promises instead'],
        rows: level.bySeverity.map((part) => [
          part.severities.map((name) => severityTitle(procedure, name)).join(', '),
          [
            ...part.targets.map((target) => describeTarget(procedure, target)),
            ...(part.owners.length > 0 ? [`owner ${roleTitles(procedure, part.owners)}`] : []),
            ...part.escalations.map((item) => `escalates ${describeEscalation(procedure, item)}`),
          ].join('; '),
        ]),
      },
    }),
    notes: notesOf(level),
    references: level.references ?? [],
  };
}

export function explainEnding(procedure: Procedure, ending: Ending): Explanation {
  const closure = procedure.closures.some((candidate) => candidate.id === ending.id);
  return {
    kind: `${ending.internal ? 'internal ' : ''}${closure ? 'closure' : 'resolution'}`,
    title: ending.title ?? ending.name ?? ending.id,
    name: ending.name,
    facts: facts(
      ['Owner', ending.owner ? roleTitle(procedure, ending.owner) : null],
      ['Only when', ending.requirements.map((condition) => describeCondition(condition, procedure)).join('; and ')],
      [
        'Reopens',
        ending.reopenings
          .map((item) =>
            [
              item.within ? `within ${item.within.text}` : '',
              item.when ? `when ${describeCondition(item.when, procedure)}` : '',
              `→ ${item.target ? flowTitle(procedure, item.target) : '?'}`,
            ]
              .filter(Boolean)
              .join(' '),
          )
          .join('; '),
      ],
      ['Then', ending.target ? flowTitle(procedure, ending.target) : closure ? 'the end' : null],
      ['Reached from', waysInto(procedure, ending.id).join(', ')],
    ),
    notes: notesOf(ending),
    references: ending.references ?? [],
  };
}

const stepKinds: Record<Step['kind'], string> = {
  action: 'action',
  notify: 'message',
  page: 'page',
  decide: 'decision',
  approve: 'approval',
  wait: 'wait',
  parallel: 'at the same time',
  handoff: 'handoff',
  assign: 'assignment',
  follow: 'another procedure',
  join: 'end of parallel work',
};

export function explainStep(procedure: Procedure, step: Step): Explanation {
  const written = step.by.length > 0;
  const next = procedure.edges.filter((edge) => edge.from === step.id);
  return {
    kind: stepKinds[step.kind],
    title: stepTitle(procedure, step),
    name: step.name,
    facts: facts(
      [
        'By',
        step.kind === 'join'
          ? null
          : `${roleTitles(procedure, step.responsible)}${written || step.responsible.length === 0 ? '' : ' (owner)'}`,
      ],
      ['To', roleTitles(procedure, step.audience ?? step.to ?? [])],
      ['Via', step.via && step.via.length > 0 ? channelTitles(procedure, step.via) : null],
      ['Template', step.template],
      [
        'Pages',
        step.hops?.map((hop) => `${roleTitles(procedure, hop.roles)}${hop.wait ? ` for ${hop.wait.text}` : ''}`).join(', then '),
      ],
      ['Amount', step.amount?.text],
      ['Within', step.within?.text],
      ['Every', step.every?.text],
      ['Waits up to', step.kind === 'wait' ? (step.limit?.text ?? 'no limit') : null],
      ['Only when', step.guard ? describeCondition(step.guard, procedure) : null],
      [
        'Fills',
        step.assigns ? `${roleTitle(procedure, step.assigns.role)} with ${roleTitle(procedure, step.assigns.holder)}` : null,
      ],
      ['Follows', step.procedure ? procedureTitle(procedure, step.procedure) : null],
      [
        'Answers',
        step.branches
          ?.map(
            (branch) => `${branch.label ?? 'otherwise'}${branch.when ? ` (${describeCondition(branch.when, procedure)})` : ''}`,
          )
          .join('; '),
      ],
      ['Reached from', waysInto(procedure, step.id).join(', ')],
      [
        'Next',
        [...new Set(next.map((edge) => `${edge.label ? `${edge.label}: ` : ''}${flowTitle(procedure, edge.to)}`))].join('; '),
      ],
    ),
    notes: notesOf(step),
    checks: step.checks,
    references: step.references ?? [],
  };
}

export function explainSeverity(procedure: Procedure, severity: Severity): Explanation {
  const row = (place: string, target: Target): string[] => [place, describeTarget(procedure, target)];
  const levels = procedure.levels.flatMap((level) =>
    level.bySeverity
      .filter((part) => part.severities.includes(severity.name ?? ''))
      .flatMap((part) => part.targets.map((target) => row(`${level.title ?? level.name}`, target))),
  );
  const rank = procedure.severities.findIndex((candidate) => candidate.id === severity.id) + 1;
  return {
    kind: `severity ${rank} of ${procedure.severities.length}`,
    title: severity.title ?? severity.name ?? severity.id,
    name: severity.name,
    facts: facts(
      ['When', severity.when ? describeCondition(severity.when, procedure) : 'no other applies'],
      ['Owner', severity.owner ? roleTitle(procedure, severity.owner) : null],
      ['Consulted', roleTitles(procedure, severity.consulted)],
      ['Informed', roleTitles(procedure, severity.informed)],
      [
        'Set by',
        procedure.triggers
          .filter((trigger) => trigger.severity === severity.name)
          .map((trigger) => trigger.title ?? trigger.name)
          .join(', '),
      ],
    ),
    table: {
      header: ['Where', 'Promise'],
      rows: [...severity.targets.map((target) => row('from the trigger', target)), ...levels],
    },
    notes: notesOf(severity),
    references: severity.references ?? [],
  };
}

/** Titles of what leads to an element, each once. */
function waysInto(procedure: Procedure, id: string): string[] {
  return [...new Set(procedure.edges.filter((edge) => edge.to === id).map((edge) => flowTitle(procedure, edge.from)))];
}

function notesOf(element: { readonly documentation?: string; readonly notes?: readonly string[] }): string[] {
  return [...(element.documentation ? [element.documentation] : []), ...(element.notes ?? [])];
}
