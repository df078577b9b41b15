/** Metrics and thresholds: what they mean, in which unit and range, where the data lives, and where else they are bounded. */
import { describeCondition } from '../describe-condition.js';
import type { Condition, Metric, Procedure, Test, Threshold } from '../procedure.js';
import { flowTitle } from '../titles.js';
import { type Explanation, type Fact, facts } from './explanation.js';

export function explainMetric(procedure: Procedure, metric: Metric): Explanation {
  const name = metric.name ?? '';
  return {
    kind: metric.standard ? 'metric of the standard library' : 'metric',
    title: metric.title ?? name,
    name: metric.name,
    facts: [...metricFacts(procedure, metric), ...facts(['Bounded', boundsOf(procedure, name).join('; ')])],
    notes: [...(metric.documentation ? [metric.documentation] : []), ...(metric.notes ?? [])],
    references: metric.references ?? [],
  };
}

export function explainThreshold(procedure: Procedure, threshold: Threshold): Explanation {
  const name = threshold.name ?? '';
  const tests = testsOf(threshold.when).filter((test) => test.subjectKind === 'metric');
  const metrics = [...new Set(tests.map((test) => test.subject))].flatMap(
    (subject) => procedure.metrics.find((metric) => metric.name === subject) ?? [],
  );
  const users = conditionsOf(procedure).filter(({ condition }) => testsOf(condition).some((test) => test.subject === name));
  return {
    kind: 'threshold',
    title: threshold.title ?? name,
    name: threshold.name,
    facts: [
      ...facts(['Holds when', describeCondition(threshold.when, procedure)]),
      ...metrics.flatMap((metric) => {
        const about = [metric.notes?.[0], typeText(metric), rangeText(metric), sourceText(procedure, metric.name ?? '')]
          .filter(Boolean)
          .join('; ');
        const elsewhere = boundsOf(procedure, metric.name ?? '', name);
        return facts(
          [metric.title ?? metric.name ?? '', about],
          [`${metric.title ?? metric.name} elsewhere`, elsewhere.join('; ')],
        );
      }),
      ...facts(['Used by', [...new Set(users.map(({ owner }) => owner))].join(', ')]),
    ],
    notes: [...(threshold.documentation ? [threshold.documentation] : []), ...(threshold.notes ?? [])],
    references: threshold.references ?? [],
  };
}

/** Type, range, direction and source of a metric, each in words. */
export function metricFacts(procedure: Procedure, metric: Metric): Fact[] {
  return facts(
    ['Measured as', typeText(metric)],
    ['Range', rangeText(metric)],
    ['Worse when', metric.worse],
    ['Data from', sourceText(procedure, metric.name ?? '')],
  );
}

/** "a duration", "a percentage", "one of smb, enterprise". */
export function typeText(metric: Metric): string {
  const { type } = metric;
  switch (type.kind) {
    case 'duration':
      return 'a duration';
    case 'percent':
      return 'a percentage';
    case 'money':
      return `an amount of money${type.currency ? ` in ${type.currency}` : ''}`;
    case 'count':
      return 'a count';
    case 'score':
      return 'a score';
    case 'flag':
      return 'yes or no';
    case 'choice':
      return `one of ${type.values.map((value) => value.title ?? value.name).join(', ')}${type.ordered ? ' (lowest first)' : ''}`;
  }
}

/** "0 to 100", "0 or more"; empty where there is no bound. */
export function rangeText(metric: Metric): string {
  const { low, high } = metric.domain;
  const unit = metric.type.kind === 'percent' ? '%' : '';
  if (low !== null && high !== null) return `${low}${unit} to ${high}${unit}`;
  if (low !== null) return `${low}${unit} or more`;
  return high !== null ? `${high}${unit} or less` : '';
}

function sourceText(procedure: Procedure, metric: string): string {
  return procedure.sources
    .flatMap((source) =>
      source.provides
        .filter((item) => item.metric === metric)
        .map((item) => `${source.title ?? source.name}${item.field ? ` (${item.field})` : ''}`),
    )
    .join(', ');
}

/** Where a metric is bounded and how: "health score below 60 (Low health)". `except` names a threshold to leave out. */
function boundsOf(procedure: Procedure, metric: string, except?: string): string[] {
  const found = conditionsOf(procedure).flatMap(({ owner, name, condition }) =>
    name === except && name !== undefined
      ? []
      : testsOf(condition)
          .filter((test) => test.subject === metric && test.comparison)
          .map((test) => `${describeCondition(test, procedure)} (${owner})`),
  );
  return [...new Set(found)].slice(0, 8);
}

interface PlacedCondition {
  readonly owner: string;
  /** Of a threshold. */
  readonly name?: string;
  readonly condition: Condition;
}

/** Every condition of a procedure with the title of what it belongs to. */
export function conditionsOf(procedure: Procedure): PlacedCondition[] {
  const title = (element: { title: string | null; name: string | null }): string => element.title ?? element.name ?? '';
  const found: PlacedCondition[] = [];
  const add = (owner: string, condition: Condition | null | undefined, name?: string | null): void => {
    if (condition) found.push({ owner, condition, ...(name ? { name } : {}) });
  };
  add('applies when', procedure.header?.appliesWhen);
  for (const goal of procedure.header?.goals ?? []) add('goal', goal);
  for (const severity of procedure.severities) add(title(severity), severity.when);
  for (const threshold of procedure.thresholds) add(title(threshold), threshold.when, threshold.name);
  for (const trigger of procedure.triggers) add(title(trigger), trigger.condition);
  for (const deadline of procedure.deadlines) add(title(deadline), deadline.when);
  for (const level of procedure.levels) {
    for (const pause of level.pauses) add(`${title(level)} pauses`, pause.condition);
    for (const item of [...level.escalations, ...level.bySeverity.flatMap((part) => part.escalations)])
      add(`${title(level)} escalates`, item.when);
    for (const item of level.deescalations) add(`${title(level)} goes back`, item.when);
  }
  for (const ending of [...procedure.resolutions, ...procedure.closures]) {
    for (const condition of ending.requirements) add(title(ending), condition);
    for (const item of ending.reopenings) add(`${title(ending)} reopens`, item.when);
  }
  for (const step of procedure.steps) {
    add(flowTitle(procedure, step.id), step.guard);
    for (const branch of step.branches ?? []) add(flowTitle(procedure, step.id), branch.when);
  }
  return found;
}

/** The single tests of a condition. */
export function testsOf(condition: Condition): Test[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap(testsOf);
    case 'not':
    case 'group':
      return testsOf(condition.operand);
    case 'judgement':
      return [];
    case 'test':
      return [condition];
  }
}
