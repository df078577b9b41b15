/** Metrics in messages: their type, their range and amounts as they would be written. */
import { amountText } from '../../flow/cases/witness.js';
import type { Metric, Procedure, Test } from '../../flow/procedure.js';

/** The metric that a test looks at; undefined for thresholds, severities and names that do not resolve. */
export function metricOf(procedure: Procedure, test: Test): Metric | undefined {
  return test.subjectKind === 'metric' ? procedure.metrics.find((metric) => metric.name === test.subject) : undefined;
}

/** "a duration", "a score from 0 to 100", "one of smb, mid-market or enterprise". */
export function typeOf(metric: Metric): string {
  const { type, domain } = metric;
  switch (type.kind) {
    case 'duration':
      return 'a duration';
    case 'percent':
      return 'a percentage';
    case 'money':
      return type.currency === null ? 'an amount of money' : `an amount of money in ${type.currency}`;
    case 'count':
      return 'a count';
    case 'score':
      return domain.low === null || domain.high === null ? 'a score' : `a score from ${domain.low} to ${domain.high}`;
    case 'flag':
      return 'a flag that holds or does not';
    case 'choice':
      return `one of ${type.values.map((value) => value.name).join(', ')}`;
  }
}

/** "goes from 0 to 100", "is never below 0 min", "is never above 100%". */
export function rangeOf(metric: Metric): string {
  const { low, high } = metric.domain;
  const subject = { metric, currency: null, business: false, points: false };
  if (low !== null && high !== null) return `goes from ${amountText(subject, low)} to ${amountText(subject, high)}`;
  if (low !== null) return `is never below ${amountText(subject, low)}`;
  return high === null ? 'has no bounds' : `is never above ${amountText(subject, high)}`;
}
