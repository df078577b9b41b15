/** Which names of the vocabulary are used anywhere in a procedure. */
import type { Cadence, Condition, Contact, Ending, Level, Procedure, Step, Target } from './procedure.js';

export interface UsedNames {
  readonly roles: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly templates: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
  readonly thresholds: ReadonlySet<string>;
  readonly severities: ReadonlySet<string>;
}

/** Uses by any element count, whether that is used itself or not; what a source provides is not used by that alone. */
export function usedNames(procedure: Procedure): UsedNames {
  const uses = new Uses();
  const { header } = procedure;
  if (header) {
    uses.roles(header.owner, ...header.consulted, ...header.informed, ...header.approvals.flatMap(({ by }) => by));
    uses.conditions(header.appliesWhen, ...header.goals);
    uses.targets(header.targets);
  }
  for (const role of procedure.roles) {
    uses.roles(...role.backup, role.reportsTo, ...role.oneOf);
    uses.put('teams', role.team);
    uses.put('calendars', role.calendar);
    uses.contacts(role.contacts);
  }
  for (const team of procedure.teams) {
    uses.put('calendars', team.calendar);
    uses.contacts(team.contacts);
  }
  for (const { subject, body } of procedure.templates) {
    for (const [, name] of `${subject ?? ''} ${body ?? ''}`.matchAll(/\{\s*([\w-]+)\s*\}/g)) uses.put('metrics', name);
  }
  for (const severity of procedure.severities) {
    uses.conditions(severity.when);
    uses.roles(severity.owner, ...severity.consulted, ...severity.informed);
    uses.targets(severity.targets);
  }
  for (const { when } of procedure.thresholds) uses.conditions(when);
  for (const trigger of procedure.triggers) {
    uses.conditions(trigger.condition);
    uses.put('severities', trigger.severity);
  }
  for (const level of procedure.levels) uses.level(level);
  for (const ending of [...procedure.resolutions, ...procedure.closures]) uses.ending(ending);
  for (const step of procedure.steps) uses.step(step);
  for (const deadline of procedure.deadlines) {
    uses.put('calendars', deadline.calendar);
    uses.conditions(deadline.when);
  }
  uses.conditions(procedure.variantScope?.when);
  return uses.names;
}

class Uses {
  readonly names = {
    roles: new Set<string>(),
    teams: new Set<string>(),
    channels: new Set<string>(),
    templates: new Set<string>(),
    calendars: new Set<string>(),
    metrics: new Set<string>(),
    thresholds: new Set<string>(),
    severities: new Set<string>(),
  };

  put(kind: keyof UsedNames, ...names: readonly (string | null | undefined)[]): void {
    for (const name of names) if (name) this.names[kind].add(name);
  }

  roles(...names: readonly (string | null)[]): void {
    this.put('roles', ...names);
  }

  contacts(contacts: readonly Contact[]): void {
    for (const { via } of contacts) this.put('channels', via);
  }

  targets(targets: readonly Target[]): void {
    const cadences = targets.filter((target): target is Cadence => target.kind === 'update');
    for (const { audience, via, by } of cadences) {
      this.roles(...audience, ...by);
      this.put('channels', ...via);
    }
  }

  conditions(...conditions: readonly (Condition | null | undefined)[]): void {
    for (const condition of conditions) {
      switch (condition?.kind) {
        case 'and':
        case 'or':
          this.conditions(...condition.operands);
          break;
        case 'not':
        case 'group':
          this.conditions(condition.operand);
          break;
        case 'judgement':
          this.roles(condition.by);
          break;
        case 'test':
          if (condition.subjectKind === 'severity') this.#severitiesIn(condition.comparison);
          else this.put(condition.subjectKind === 'threshold' ? 'thresholds' : 'metrics', condition.subject);
          break;
      }
    }
  }

  #severitiesIn(comparison: (Condition & { kind: 'test' })['comparison']): void {
    switch (comparison?.kind) {
      case 'is':
      case 'at-least':
      case 'at-most':
        this.put('severities', comparison.value);
        break;
      case 'in':
        this.put('severities', ...comparison.values);
        break;
    }
  }

  level(level: Level): void {
    this.roles(...level.owners, ...level.consulted, ...level.informed);
    this.targets(level.targets);
    for (const { roles, via } of level.warnings) {
      this.roles(...roles);
      this.put('channels', ...via);
    }
    this.conditions(...level.pauses.map(({ condition }) => condition));
    this.conditions(...level.escalations.map(({ when }) => when), ...level.deescalations.map(({ when }) => when));
    for (const block of level.bySeverity) {
      this.put('severities', ...block.severities);
      this.roles(...block.owners, ...block.consulted, ...block.informed);
      this.targets(block.targets);
      this.conditions(...block.escalations.map(({ when }) => when));
    }
  }

  ending(ending: Ending): void {
    this.roles(ending.owner, ...ending.consulted, ...ending.informed);
    this.conditions(...ending.requirements, ...ending.reopenings.map(({ when }) => when));
  }

  step(step: Step): void {
    this.roles(...step.by, ...(step.audience ?? []), ...(step.to ?? []), ...(step.hops ?? []).flatMap(({ roles }) => roles));
    if (step.assigns) this.roles(step.assigns.role, step.assigns.holder);
    this.put('channels', ...(step.via ?? []));
    this.put('templates', step.template);
    this.put('calendars', ...(step.times ?? []).map(({ calendar }) => calendar));
    this.conditions(step.guard, ...(step.branches ?? []).map(({ when }) => when));
  }
}
