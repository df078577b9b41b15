/** What things are called for readers: the title where one is written, else the name, else what the kind of step means. */
import type { Procedure, Step } from './procedure.js';

/** Title of a role; its name where it has none or is not known. */
export function roleTitle(procedure: Procedure, name: string): string {
  return procedure.roles.find((role) => role.name === name)?.title ?? name;
}

/** Titles of several roles, with commas. */
export function roleTitles(procedure: Procedure, names: readonly string[]): string {
  return names.map((name) => roleTitle(procedure, name)).join(', ');
}

/** Title of another procedure; its name where it has none. */
export function procedureTitle(procedure: Procedure, name: string): string {
  return procedure.procedures.find((other) => other.name === name)?.title ?? name;
}

/** What a step says, in words: its title, else what its kind means ("Tell Customer", "Follow Refunds"). */
export function stepTitle(procedure: Procedure, step: Step): string {
  if (step.title) return step.title;
  switch (step.kind) {
    case 'notify':
      return `Tell ${roleTitles(procedure, step.audience ?? [])}`;
    case 'page':
      return `Page ${roleTitles(procedure, step.hops?.[0]?.roles ?? [])}`;
    case 'parallel':
      return 'At the same time';
    case 'join':
      return 'All done';
    case 'assign':
      return step.assigns
        ? `${roleTitle(procedure, step.assigns.holder)} becomes ${roleTitle(procedure, step.assigns.role)}`
        : 'Assign';
    case 'follow':
      return `Follow ${procedureTitle(procedure, step.procedure ?? '')}`;
    default:
      return step.name ?? step.kind;
  }
}

/** What an id of the flow (trigger, level, ending, step, other procedure) is called. */
export function flowTitle(procedure: Procedure, id: string): string {
  const step = procedure.steps.find((candidate) => candidate.id === id);
  if (step) return stepTitle(procedure, step);
  const places = [procedure.levels, procedure.resolutions, procedure.closures, procedure.triggers];
  const element = places.flat().find((candidate) => candidate.id === id);
  return element ? (element.title ?? element.name ?? element.id) : procedureTitle(procedure, id);
}
