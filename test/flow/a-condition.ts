/** Conditions and procedures for tests, without a parser. */
import type {
  Comparison,
  Condition,
  Duration,
  Metric,
  MetricType,
  Procedure,
  Quantity,
  Severity,
  Test,
  Threshold,
  Window,
} from '../../flow/procedure.js';

export const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const element = (name: string) => ({ id: name, name, title: null, range, selection: range });

export function aMetric(
  name: string,
  type: MetricType,
  low: number | null = null,
  high: number | null = null,
  integer = false,
): Metric {
  return { ...element(name), type, worse: null, domain: { low, high }, integer, standard: true };
}

export function aSeverity(name: string, when: Condition | null = null): Severity {
  return { ...element(name), when, targets: [], owner: null, consulted: [], informed: [] };
}

export function aThreshold(name: string, when: Condition): Threshold {
  return { ...element(name), when };
}

export function aProcedure(parts: Partial<Procedure> = {}): Procedure {
  return {
    version: 1,
    uri: 'file:///a.sop',
    name: 'a',
    title: null,
    variant: null,
    variants: [],
    variantScope: null,
    header: null,
    roles: [],
    teams: [],
    channels: [],
    templates: [],
    calendars: [],
    sources: [],
    metrics: [],
    severities: [],
    thresholds: [],
    deadlines: [],
    triggers: [],
    levels: [],
    resolutions: [],
    closures: [],
    steps: [],
    edges: [],
    procedures: [],
    ...parts,
  };
}

export const choiceOf = (...names: string[]): MetricType => ({
  kind: 'choice',
  ordered: true,
  values: names.map((name) => ({ name, title: null })),
});

export function hours(amount: number, business = false): Duration {
  return {
    amount,
    unit: 'hour',
    business,
    minutes: amount * 60,
    calendar: null,
    text: `${amount}${business ? ' business' : ''} h`,
    range,
  };
}
export function days(amount: number): Duration {
  return { amount, unit: 'day', business: false, minutes: amount * 1440, calendar: null, text: `${amount} days`, range };
}

const quantity = (kind: Quantity['kind'], amount: number, text: string, rest: Partial<Quantity> = {}): Quantity => ({
  kind,
  amount,
  unit: null,
  duration: null,
  text,
  range,
  ...rest,
});
export const count = (amount: number) => quantity('number', amount, String(amount));
export const percent = (amount: number) => quantity('percent', amount, `${amount}%`);
export const points = (amount: number) => quantity('points', amount, `${amount} points`);
export const money = (amount: number, unit = 'USD') => quantity('money', amount, `${amount} ${unit}`, { unit });
export const time = (duration: Duration) => quantity('duration', duration.amount, duration.text, { duration });

export function aTest(subject: string, comparison: Comparison | null = null, window: Window | null = null): Test {
  return {
    kind: 'test',
    subject,
    subjectKind: subject === 'severity' ? 'severity' : 'metric',
    subjectRange: range,
    comparison,
    window,
    range,
  };
}
export const threshold = (name: string, window: Window | null = null): Test => ({
  ...aTest(name, null, window),
  subjectKind: 'threshold',
});
export const order = (operator: '<' | '<=' | '>' | '>=', bound: Quantity): Comparison => ({ kind: 'order', operator, bound });
export const is = (value: string, negated = false): Comparison => ({ kind: 'is', negated, value, valueRange: range });
export const change = (direction: 'drops' | 'rises', amount: Quantity): Comparison => ({ kind: 'change', direction, amount });
export const held = (span: Duration): Window => ({ kind: 'for', span });
export const within = (span: Duration): Window => ({ kind: 'within', span });
export const and = (...operands: Condition[]): Condition => ({ kind: 'and', operands, range });
export const or = (...operands: Condition[]): Condition => ({ kind: 'or', operands, range });
export const not = (operand: Condition): Condition => ({ kind: 'not', operand, range });
export const group = (operand: Condition, window: Window | null = null): Condition => ({ kind: 'group', operand, window, range });
export const judged = (text: string, window: Window | null = null): Condition => ({
  kind: 'judgement',
  text,
  by: null,
  window,
  range,
});
