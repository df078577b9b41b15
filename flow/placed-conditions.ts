/** Every condition that a procedure's own file states, with what it belongs to and what it is there for. */
import type { Condition, Element, Procedure, Test } from './procedure.js';

export interface PlacedCondition {
  readonly use:
    | 'applies'
    | 'goal'
    | 'variant'
    | 'severity'
    | 'threshold'
    | 'trigger'
    | 'deadline'
    | 'pause'
    | 'escalation'
    | 'deescalation'
    | 'requirement'
    | 'reopening'
    | 'guard'
    | 'branch';
  /** Id of the element it belongs to; null for a variant's scope. */
  readonly element: string | null;
  readonly condition: Condition;
}

const known = new WeakMap<Procedure, readonly PlacedCondition[]>();

/** All of them, imported ones left out. */
export function placedConditions(procedure: Procedure): readonly PlacedCondition[] {
  let found = known.get(procedure);
  if (!found) {
    found = findConditions(procedure);
    known.set(procedure, found);
  }
  return found;
}

function findConditions(procedure: Procedure): PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const add = (use: PlacedCondition['use'], owner: Element | null, condition: Condition | null | undefined): void => {
    if (condition && owner?.uri === undefined) found.push({ use, element: owner?.id ?? null, condition });
  };
  add('variant', null, procedure.variantScope?.when);
  add('applies', procedure.header, procedure.header?.appliesWhen);
  for (const goal of procedure.header?.goals ?? []) add('goal', procedure.header, goal);
  for (const severity of procedure.severities) add('severity', severity, severity.when);
  for (const threshold of procedure.thresholds) add('threshold', threshold, threshold.when);
  for (const trigger of procedure.triggers) add('trigger', trigger, trigger.condition);
  for (const deadline of procedure.deadlines) add('deadline', deadline, deadline.when);
  for (const level of procedure.levels) {
    for (const pause of level.pauses) add('pause', level, pause.condition);
    for (const escalation of level.escalations) add('escalation', level, escalation.when);
    for (const part of level.bySeverity) for (const escalation of part.escalations) add('escalation', level, escalation.when);
    for (const deescalation of level.deescalations) add('deescalation', level, deescalation.when);
  }
  for (const ending of [...procedure.resolutions, ...procedure.closures]) {
    for (const requirement of ending.requirements) add('requirement', ending, requirement);
    for (const reopening of ending.reopenings) add('reopening', ending, reopening.when);
  }
  for (const step of procedure.steps) {
    add('guard', step, step.guard);
    for (const branch of step.branches ?? []) add('branch', step, branch.when);
  }
  return found;
}

/** The single tests of a condition, those of its thresholds left out. */
export function testsIn(condition: Condition): Test[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap(testsIn);
    case 'not':
    case 'group':
      return testsIn(condition.operand);
    case 'judgement':
      return [];
    case 'test':
      return [condition];
  }
}
