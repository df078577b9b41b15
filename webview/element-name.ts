/** What a screen reader says of an element: kind, title, who, limit and what comes next. */
import type { Edge, Procedure, StepKind } from '../flow/procedure.js';
import { flowTitle, procedureTitle, roleTitle, roleTitles, stepTitle } from '../flow/titles.js';

const kinds: Readonly<Record<StepKind, string>> = {
  action: 'Action',
  notify: 'Message',
  page: 'Page',
  decide: 'Decision',
  approve: 'Approval',
  wait: 'Wait',
  parallel: 'In parallel',
  handoff: 'Handoff',
  assign: 'Assignment',
  follow: 'Other procedure',
  join: 'End of parallel',
};

export function elementName(procedure: Procedure, id: string): string {
  return [...about(procedure, id), next(procedure, id)].filter(Boolean).join(', ');
}

function about(procedure: Procedure, id: string): string[] {
  const step = procedure.steps.find((candidate) => candidate.id === id);
  if (step) {
    const told = step.audience && step.audience.length > 0 ? `to ${roleTitles(procedure, step.audience)}` : '';
    const who = step.responsible.length > 0 && step.kind !== 'join' ? `by ${roleTitles(procedure, step.responsible)}` : '';
    const limit = step.within ? `within ${step.within.text}` : step.limit ? `up to ${step.limit.text}` : '';
    const every = step.every ? `every ${step.every.text}` : '';
    return [`${kinds[step.kind]}: ${stepTitle(procedure, step)}`, told, who, limit, every];
  }
  const level = procedure.levels.find((candidate) => candidate.id === id);
  if (level) {
    const targets = level.targets.flatMap((target) =>
      target.kind === 'update' ? [] : [`${target.kind} within ${target.within.text}`],
    );
    return [
      `Level: ${level.title ?? level.name ?? id}`,
      level.owner ? `owner ${roleTitle(procedure, level.owner)}` : '',
      ...targets,
    ];
  }
  const trigger = procedure.triggers.find((candidate) => candidate.id === id);
  if (trigger) return [`Trigger: ${trigger.title ?? trigger.name ?? id}`];
  const resolution = procedure.resolutions.find((candidate) => candidate.id === id);
  if (resolution) return [`Resolution: ${resolution.title ?? resolution.name ?? id}`];
  const closure = procedure.closures.find((candidate) => candidate.id === id);
  if (closure) return [`Closure: ${closure.title ?? closure.name ?? id}`];
  const role = procedure.roles.find(({ name }) => name === id);
  if (role) return [`Role: ${role.title ?? id}`, role.reportsTo ? `reports to ${roleTitle(procedure, role.reportsTo)}` : ''];
  return [`Procedure: ${procedureTitle(procedure, id)}`];
}

function next(procedure: Procedure, id: string): string {
  const edges = procedure.edges.filter((edge) => edge.from === id);
  if (edges.length === 0) return '';
  return `next: ${edges.map((edge) => `${lead(edge)}${flowTitle(procedure, edge.to)}`).join('; ')}`;
}

function lead(edge: Edge): string {
  if (edge.kind === 'escalate') return `escalates ${edge.label ? `(${edge.label}) ` : ''}to `;
  if (edge.kind === 'deescalate') return 'back down to ';
  if (edge.kind === 'reopen') return 'reopens ';
  return edge.label ? `${edge.label}: ` : '';
}
