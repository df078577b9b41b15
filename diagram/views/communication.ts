/** The Communication view: who is told what, when, over what, by whom. */
import type { Level, Procedure, Step, Target } from '../../flow/procedure.js';
import { flowTitle, roleTitles, stepTitle } from '../../flow/titles.js';

export interface CommunicationRow {
  /** Id of the step, level or severity it is written in. */
  readonly id: string;
  /** Title of the level, resolution, closure or severity. */
  readonly place: string;
  readonly to: string;
  readonly what: string;
  readonly when: string;
  readonly via: string;
  readonly by: string;
  /** Title of the template it is written with. */
  readonly template: string;
  /** Somebody outside the company is told. */
  readonly external: boolean;
}

/** Messages, pages and hand-offs of steps, then promised updates and warnings, in the order of the text. */
export function communicationOf(procedure: Procedure): CommunicationRow[] {
  const steps = procedure.steps.flatMap((step) => stepRows(procedure, step));
  const levels = procedure.levels.flatMap((level) => levelRows(procedure, level));
  const severities = procedure.severities.flatMap((severity) => {
    return severity.targets.flatMap((target) => {
      return updateRow(procedure, severity.id, severity.title ?? severity.name ?? severity.id, target);
    });
  });
  const header = (procedure.header?.targets ?? []).flatMap((target) => {
    return updateRow(procedure, procedure.header?.id ?? '', procedure.title ?? procedure.name, target);
  });
  return [...steps, ...levels, ...severities, ...header];
}

function stepRows(procedure: Procedure, step: Step): CommunicationRow[] {
  const place = flowTitle(procedure, step.parent);
  const when = [
    step.within ? `within ${step.within.text}` : '',
    step.every ? `every ${step.every.text}` : '',
    step.repeat ? `${step.repeat} times` : '',
  ];
  const common = {
    id: step.id,
    place,
    what: stepTitle(procedure, step),
    via: channels(procedure, step.via ?? []),
    by: roleTitles(procedure, step.responsible),
    template: templateTitle(procedure, step.template ?? null),
  };
  const row = (names: readonly string[], time: readonly string[]): CommunicationRow => {
    const to = roleTitles(procedure, names);
    return { ...common, to, when: time.filter(Boolean).join(', '), external: isExternal(procedure, names) };
  };
  if (step.kind === 'notify') return [row(step.audience ?? [], when)];
  if (step.kind === 'handoff') return [row(step.to ?? [], when)];
  if (step.kind !== 'page') return [];
  return (step.hops ?? []).map((hop, index, hops) => {
    const before = hops[index - 1]?.wait;
    return row(hop.roles, index === 0 ? when : [before ? `no answer for ${before.text}` : 'no answer']);
  });
}

function levelRows(procedure: Procedure, level: Level): CommunicationRow[] {
  const title = level.title ?? level.name ?? level.id;
  const targets = [...level.targets, ...level.bySeverity.flatMap((part) => part.targets)];
  const warnings = level.warnings.map((warning): CommunicationRow => {
    return {
      id: level.id,
      place: title,
      to: roleTitles(procedure, warning.roles),
      what: `Warning: time to ${warning.of} is running out`,
      when: `at ${warning.percent}% of it`,
      via: channels(procedure, warning.via),
      by: '',
      template: '',
      external: isExternal(procedure, warning.roles),
    };
  });
  return [...targets.flatMap((target) => updateRow(procedure, level.id, title, target)), ...warnings];
}

function updateRow(procedure: Procedure, id: string, place: string, target: Target): CommunicationRow[] {
  if (target.kind !== 'update') return [];
  const every = target.every?.text ?? '';
  const when =
    target.form === 'times'
      ? `${target.times} times per ${target.per}`
      : target.form === 'once'
        ? `once within ${every}`
        : `every ${every}`;
  return [
    {
      id,
      place,
      to: roleTitles(procedure, target.audience),
      what: 'Update',
      when,
      via: channels(procedure, target.via),
      by: roleTitles(procedure, target.by),
      template: '',
      external: isExternal(procedure, target.audience),
    },
  ];
}

function templateTitle({ templates }: Procedure, name: string | null): string {
  return name === null ? '' : (templates.find((template) => template.name === name)?.title ?? name);
}

function channels(procedure: Procedure, names: readonly string[]): string {
  return names.map((name) => procedure.channels.find((channel) => channel.name === name)?.title ?? name).join(', ');
}

function isExternal(procedure: Procedure, names: readonly string[]): boolean {
  return names.some((name) => procedure.roles.some((role) => role.name === name && role.external));
}
