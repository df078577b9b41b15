/** The variable that a test looks at, with every value it could have. */
import type { Metric, Procedure, Quantity, Severity, Window } from '../procedure.js';
import { numbers } from './number-set.js';
import { choices, type ValueSet, yesAndNo } from './value-set.js';
import type { Subject, Variable } from './variable.js';
import { writtenWindow } from './written-condition.js';

const plain = {
  metric: null,
  currency: null,
  business: false,
  points: false,
  direction: null,
  window: '',
} satisfies Partial<Subject>;

/** A metric, compared with amounts like the one given (its currency, business or clock time); null for flags and choices. */
export function metricVariable(metric: Metric, amount: Quantity | null): Variable {
  const currency = amount?.kind === 'money' ? amount.unit : null;
  const business = amount?.duration?.business === true;
  const base = metric.name ?? '';
  const unit = currency ?? (business ? `business:${amount?.duration?.calendar ?? ''}` : '');
  const key = unit === '' ? base : `${base}|${unit}`;
  const { low } = metric.domain;
  return {
    key,
    family: key,
    kind: 'now',
    span: 0,
    clock: 'clock',
    atMost: business && low !== null && low >= 0 ? base : null,
    domain: domainOf(metric),
    order: metric.type.kind === 'choice' ? metric.type.values.map((value) => value.name) : [],
    subject: { ...plain, kind: 'metric', name: base, metric, currency, business },
  };
}

/** By how much a metric drops or rises over a window: a number from zero to the width of its range. */
export function changeVariable(metric: Metric, direction: 'drops' | 'rises', amount: Quantity, window: Window | null): Variable {
  const now = metricVariable(metric, amount);
  const family = `${now.key}|${direction}`;
  return {
    ...now,
    key: `${family}${windowKey(window)}`,
    family,
    kind: 'rising',
    atMost: null,
    span: window?.span.minutes ?? 0,
    clock: clockOf(window),
    domain: numbers(metric.integer, 0, true, widthOf(metric), true),
    subject: { ...now.subject, kind: 'change', direction, points: amount.kind === 'points', window: writtenWindow(window) },
  };
}

/** A value over a rolling window. Counts grow with the window; of other measures nothing is known. */
export function countedVariable(variable: Variable, window: Window): Variable {
  const key = `${variable.key}${windowKey(window)}`;
  const counts = variable.subject.metric?.type.kind === 'count';
  return {
    ...variable,
    key,
    family: counts ? `${variable.key}|within` : key,
    kind: counts ? 'rising' : 'now',
    atMost: null,
    span: window.span.minutes,
    clock: clockOf(window),
    subject: { ...variable.subject, window: `${variable.subject.window}${writtenWindow(window)}` },
  };
}

/** A value over the last D without a break; null where it is held over windows of two kinds already. */
export function heldVariable(variable: Variable, window: Window): Variable | null {
  const clock = clockOf(window);
  if (variable.kind === 'rising' || (variable.kind === 'held' && variable.clock !== clock)) return null;
  if (variable.kind === 'now' && variable.subject.window !== '') return null;
  const span = variable.span + window.span.minutes;
  return {
    ...variable,
    key: `${variable.family}|for:${clock}:${span}`,
    kind: 'held',
    atMost: null,
    span,
    clock,
    subject: { ...variable.subject, window: `${variable.subject.window}${writtenWindow(window)}` },
  };
}

/** A human's judgement: equal text, equal variable. */
export function judgedVariable(text: string): Variable {
  const name = text.replace(/\s+/g, ' ').trim();
  return yesNo(`"${name}"`, { ...plain, kind: 'judgement', name });
}

/** A condition over a window that says no more about its parts. */
export function wholeVariable(written: string, window: Window): Variable {
  return yesNo(`(${written})${windowKey(window)}`, { ...plain, kind: 'condition', name: written, window: writtenWindow(window) });
}

/** The severity at hand. Where none is the default, there may be none. */
export function severityVariable(procedure: Procedure): Variable {
  const names = procedure.severities.flatMap((severity: Severity) => severity.name ?? []);
  const hasDefault = procedure.severities.some((severity) => severity.when === null);
  return {
    ...yesNo('severity', { ...plain, kind: 'severity', name: 'severity' }),
    domain: choices(hasDefault ? names : [...names, '']),
    order: names,
  };
}

function yesNo(key: string, subject: Subject): Variable {
  return { key, family: key, kind: 'now', span: 0, clock: 'clock', atMost: null, domain: yesAndNo, order: [], subject };
}

function domainOf(metric: Metric): ValueSet {
  const { type, domain, integer } = metric;
  if (type.kind === 'flag') return yesAndNo;
  if (type.kind === 'choice') return choices(type.values.map((value) => value.name));
  return numbers(integer, domain.low ?? -Infinity, true, domain.high ?? Infinity, true);
}

/** How far a metric can fall or rise. */
export function widthOf(metric: Metric): number {
  const { low, high } = metric.domain;
  return low !== null && high !== null ? high - low : Infinity;
}

function windowKey(window: Window | null): string {
  return window ? `|${window.kind}:${clockOf(window)}:${window.span.minutes}` : '';
}

function clockOf(window: Window | null): string {
  return window?.span.business ? `business:${window.span.calendar ?? ''}` : 'clock';
}
