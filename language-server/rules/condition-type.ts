/** A metric is compared with a value of its own kind, in its own currency. */
import { fitOf } from '../../flow/cases/measure.js';
import { placedConditions, testsIn } from '../../flow/placed-conditions.js';
import type { Comparison, Metric, Procedure, Quantity, Range, Test } from '../../flow/procedure.js';
import { metricOf, typeOf } from './metric-words.js';
import type { Rule } from './rule.js';
import { listed, quoted } from './words.js';

export const conditionType: Rule = {
  id: 'condition/type',
  level: 'error',
  check: ({ procedure, report, textAt }) => {
    for (const { condition, element } of placedConditions(procedure)) {
      for (const test of testsIn(condition)) {
        if (isHalfWritten(test, textAt)) continue;
        for (const { range, message } of faultsOf(procedure, test)) {
          report({ range, message, ...(element === null ? {} : { element }) });
        }
      }
    }
  },
};

interface Fault {
  readonly range: Range;
  readonly message: string;
}

/** A comparison that could not be read is a fault of its own: the name is not meant to stand alone. */
function isHalfWritten({ comparison, window, range, subjectRange }: Test, textAt: (range: Range) => string): boolean {
  if (comparison) return false;
  const rest = textAt({ start: subjectRange.end, end: window ? window.span.range.start : range.end });
  return rest.replace(window?.kind ?? '', '').trim() !== '';
}

function faultsOf(procedure: Procedure, test: Test): Fault[] {
  if (test.subjectKind === 'threshold') return thresholdFaults(procedure, test);
  if (test.subjectKind === 'severity') return severityFaults(procedure, test);
  const metric = metricOf(procedure, test);
  if (!metric) return [];
  const { comparison } = test;
  if (!comparison) return metric.type.kind === 'flag' ? [] : [{ range: test.subjectRange, message: bareMessage(metric) }];
  switch (comparison.kind) {
    case 'order':
      return amountFaults(metric, comparison.bound, false);
    case 'between':
      return [...amountFaults(metric, comparison.low, false), ...amountFaults(metric, comparison.high, false)];
    case 'change':
      return amountFaults(metric, comparison.amount, true);
    default:
      return choiceFaults(metric, comparison);
  }
}

function amountFaults(metric: Metric, amount: Quantity, change: boolean): Fault[] {
  const { type } = metric;
  switch (fitOf(metric, amount, change)) {
    case 'fits':
    case 'unknown unit':
      return [];
    case 'other currency': {
      const currency = type.kind === 'money' ? type.currency : null;
      return [
        {
          range: amount.range,
          message: `${quoted(metric)} is in ${currency}, but ${amount.text} is in ${amount.unit}, and two currencies never compare. Write the amount in ${currency}.`,
        },
      ];
    }
    case 'other kind':
      return [
        {
          range: amount.range,
          message: `${quoted(metric)} is ${typeOf(metric)}, but ${amount.text} is ${kindOf(amount)}. ${wayOut(metric, amount, change)}`,
        },
      ];
  }
}

function kindOf(amount: Quantity): string {
  switch (amount.kind) {
    case 'number':
      return 'a plain number';
    case 'percent':
      return 'a percentage';
    case 'money':
      return 'an amount of money';
    case 'duration':
      return 'a duration';
    default:
      return 'a change of a score';
  }
}

function wayOut(metric: Metric, amount: Quantity, change: boolean): string {
  const { type } = metric;
  const number = shown(amount.amount);
  switch (type.kind) {
    case 'duration':
      return amount.kind === 'number' ? `Add a unit, such as ${number} h.` : 'Write a duration, such as 4 h or 2 business days.';
    case 'percent':
      return `Write a percentage, such as ${number}%.`;
    case 'money':
      return `Write an amount with its currency, such as ${number} ${type.currency ?? 'USD'}.`;
    case 'score':
      if (change) return `Write how many points, such as ${number} points.`;
      return `Write a plain number, such as ${number}.`;
    case 'count':
      return `Write a plain number, such as ${number}.`;
    case 'flag':
      return `Write ${metric.name} alone, or not ${metric.name}.`;
    case 'choice':
      return `Write ${choiceExample(metric)}.`;
  }
}

function shown(amount: number): string {
  if (amount !== 0 && amount % 1_000_000 === 0) return `${amount / 1_000_000}M`;
  return amount !== 0 && amount % 1000 === 0 ? `${amount / 1000}k` : String(amount);
}

function bareMessage(metric: Metric): string {
  const example: Record<string, string> = {
    duration: `${metric.name} > 4 h`,
    percent: `${metric.name} >= 50%`,
    money: `${metric.name} >= 100k ${metric.type.kind === 'money' ? (metric.type.currency ?? 'USD') : 'USD'}`,
    count: `${metric.name} >= 3`,
    score: `${metric.name} < ${metric.domain.high === null ? 40 : metric.domain.high / 2}`,
    choice: choiceExample(metric),
  };
  return `${quoted(metric)} is ${typeOf(metric)}, so its name alone is no test. Compare it, such as ${example[metric.type.kind]}.`;
}

function choiceExample(metric: Metric): string {
  const first = metric.type.kind === 'choice' ? metric.type.values[0]?.name : undefined;
  return `${metric.name} is ${first ?? 'one of its values'}`;
}

type ChoiceComparison = Exclude<Comparison, { kind: 'order' | 'between' | 'change' }>;

function choiceFaults(metric: Metric, comparison: ChoiceComparison): Fault[] {
  const ranges = comparison.kind === 'in' ? comparison.valueRanges : [comparison.valueRange];
  const range = ranges[0];
  if (!range) return [];
  const values = comparison.kind === 'in' ? comparison.values : [comparison.value];
  if (metric.type.kind !== 'choice') {
    const names = listed(values.map((value) => `'${value}'`));
    const way = metric.type.kind === 'flag' ? `Write ${metric.name} alone, or not ${metric.name}.` : 'Compare it with an amount.';
    return [
      {
        range,
        message: `${quoted(metric)} is ${typeOf(metric)}, but ${names} ${values.length > 1 ? 'are names' : 'is a name'}. ${way}`,
      },
    ];
  }
  if (!metric.type.ordered && (comparison.kind === 'at-least' || comparison.kind === 'at-most')) {
    const phrase = comparison.kind === 'at-least' ? 'at least' : 'at most';
    return [
      {
        range,
        message: `The values of ${quoted(metric)} have no order, so it cannot be ${phrase} '${comparison.value}'. Use 'is' or 'in (…)', or declare the metric as 'ordered one of'.`,
      },
    ];
  }
  return [];
}

function thresholdFaults(procedure: Procedure, test: Test): Fault[] {
  const { comparison } = test;
  if (!comparison) return [];
  const threshold = procedure.thresholds.find((candidate) => candidate.name === test.subject);
  const name = threshold ? quoted(threshold) : `'${test.subject}'`;
  const range = valueRange(comparison) ?? test.subjectRange;
  return [
    {
      range,
      message: `${name} is a threshold, which holds or does not: there is nothing to compare. Write ${test.subject} alone, or not ${test.subject}.`,
    },
  ];
}

function severityFaults(procedure: Procedure, test: Test): Fault[] {
  const { comparison } = test;
  const name = procedure.severities[0]?.name ?? 'sev1';
  const way = `Write 'severity is ${name}' or 'severity is at least ${name}'.`;
  if (!comparison) return [{ range: test.subjectRange, message: `'severity' alone is no test. ${way}` }];
  if (comparison.kind !== 'order' && comparison.kind !== 'between' && comparison.kind !== 'change') return [];
  const range = valueRange(comparison) ?? test.subjectRange;
  return [{ range, message: `A severity is compared with a severity, not with an amount. ${way}` }];
}

function valueRange(comparison: Comparison): Range | undefined {
  switch (comparison.kind) {
    case 'order':
      return comparison.bound.range;
    case 'between':
      return comparison.low.range;
    case 'change':
      return comparison.amount.range;
    case 'in':
      return comparison.valueRanges[0];
    default:
      return comparison.valueRange;
  }
}
