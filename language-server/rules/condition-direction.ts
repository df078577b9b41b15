/** Triggers and escalations answer to what is bad: one that fires on the good side is most likely the wrong way round. */
import type { Box } from '../../flow/cases/box.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { isWithin } from '../../flow/cases/value-set.js';
import type { Variable } from '../../flow/cases/variable.js';
import { writtenComparison, writtenCondition } from '../../flow/cases/written-condition.js';
import { placedConditions, testsIn } from '../../flow/placed-conditions.js';
import type { Condition, Metric, Procedure, Test } from '../../flow/procedure.js';
import { compared } from './compare-cases.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const conditionDirection: Rule = {
  id: 'condition/direction',
  level: 'info',
  check: (context) => {
    const { procedure, report } = context;
    for (const { condition, element, use } of placedConditions(procedure)) {
      if (use !== 'trigger' && use !== 'escalation') continue;
      const boxes = compared(context, writtenCondition(condition), () => casesOf(procedure, condition)) ?? [];
      const told = new Set<Metric>();
      for (const { metric, variable } of boxes.flatMap(goodSides)) {
        const test = told.has(metric) ? undefined : testOf(procedure, condition, metric, variable);
        if (!test) continue;
        told.add(metric);
        report({
          range: test.range,
          message: `${quoted(metric)} is worse when ${metric.worse}, but this ${use} answers to the good side: '${test.subject}${writtenComparison(test.comparison)}'. Turn the comparison round, unless good news is meant.`,
          ...(element === null ? {} : { element }),
        });
      }
    }
  },
};

/** Metrics of a box that may be as good as can be, but not as bad. */
function goodSides(box: Box): { metric: Metric; variable: Variable }[] {
  return [...box.values()].flatMap(({ variable, within, broken }) => {
    const { metric, kind, direction } = variable.subject;
    if (!metric || metric.worse === null || broken.length > 0) return [];
    if (kind === 'change') {
      const better = (direction === 'rises') === (metric.worse === 'lower');
      return better && !isWithin(variable.domain, within) ? [{ metric, variable }] : [];
    }
    const { low, high } = reach(variable, within);
    return (metric.worse === 'lower' ? high && !low : low && !high) ? [{ metric, variable }] : [];
  });
}

/** Whether the values go down to the lowest, and up to the highest there are. */
function reach({ domain, order }: Variable, within: Variable['domain']): { low: boolean; high: boolean } {
  if (within.kind === 'choices' || domain.kind === 'choices') {
    if (within.kind !== 'choices' || order.length === 0) return { low: false, high: false };
    return { low: within.values.has(order[0] ?? ''), high: within.values.has(order.at(-1) ?? '') };
  }
  return {
    low: within.spans[0]?.low === domain.spans[0]?.low,
    high: within.spans.at(-1)?.high === domain.spans.at(-1)?.high,
  };
}

/** The test that says so: on the metric itself, else the threshold that does. */
function testOf(procedure: Procedure, condition: Condition, metric: Metric, variable: Variable): Test | undefined {
  const tests = testsIn(condition);
  const own = tests.filter((test) => test.subjectKind === 'metric' && test.subject === metric.name);
  const change = variable.subject.kind === 'change';
  const fitting = own.find((test) => (test.comparison?.kind === 'change') === change && isGood(test, metric));
  if (fitting) return fitting;
  return own[0] ?? tests.find((test) => test.subjectKind === 'threshold' && mentions(procedure, test.subject, metric, new Set()));
}

function isGood({ comparison }: Test, { worse }: Metric): boolean {
  if (comparison?.kind === 'order') return comparison.operator.startsWith('>') === (worse === 'lower');
  return true;
}

function mentions(procedure: Procedure, threshold: string, metric: Metric, seen: ReadonlySet<string>): boolean {
  const when = procedure.thresholds.find((candidate) => candidate.name === threshold)?.when;
  if (!when || seen.has(threshold)) return false;
  return testsIn(when).some(
    (test) =>
      test.subject === metric.name ||
      (test.subjectKind === 'threshold' && mentions(procedure, test.subject, metric, new Set([...seen, threshold]))),
  );
}
