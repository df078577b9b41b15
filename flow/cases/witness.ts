/** One case of a set, told in the words and units of the procedure: `health-score = 40, segment is smb`. */
import { minutesPerDay } from '../calendar-zone.js';
import type { Metric } from '../procedure.js';
import { type Box, type Constraint, families, isSteady, presentValues } from './box.js';
import type { CaseSet } from './case-set.js';
import type { NumberSet, Span } from './number-set.js';
import { isNothing, isWithin, subtract, type ValueSet, yes } from './value-set.js';
import type { Subject, Variable } from './variable.js';

/**
 * The simplest case of a set, preferring one whose values need not come and go within a window; null for no case. `only`:
 * names of the variables to speak of, where the others go without saying.
 */
export function witnessOf(cases: CaseSet, only?: ReadonlySet<string>): string | null {
  const box = [...cases].sort((a, b) => Number(isSteady(b)) - Number(isSteady(a)) || a.size - b.size)[0];
  if (!box) return null;
  const parts = families(box).flatMap((members) =>
    only && !members.some(({ variable }) => only.has(variable.key)) ? [] : familyCase(members),
  );
  return parts.length > 0 ? parts.join(', ') : 'any case at all';
}

/** Keys of all variables that a set of cases looks at. */
export function variablesOf(cases: CaseSet): Set<string> {
  return new Set(cases.flatMap((box: Box) => [...box.keys()]));
}

function familyCase(members: readonly Constraint[]): string[] {
  const narrowed = members.filter(({ variable, within, broken }) => broken.length > 0 || !isWithin(variable.domain, within));
  if (members[0]?.variable.kind === 'rising') return rising(narrowed);
  const present = presentValues(members);
  const first = narrowed.find(({ variable }) => variable.kind === 'now') ?? narrowed[0];
  if (!present || !first) return [];
  const longest = [...members]
    .filter(({ variable, within }) => variable.kind === 'held' && !isWithin(variable.domain, within))
    .sort((a, b) => b.variable.span - a.variable.span)[0];
  // A present value outside of all sets that were not held within shows the case by itself.
  const outside = members.flatMap(({ broken }) => broken).reduce<ValueSet>(subtract, present);
  const window = longest?.variable.subject.window ?? (first.variable.kind === 'now' ? first.variable.subject.window : '');
  if (!isNothing(outside)) return [valueText(first.variable, outside, window)];
  const broken = members.flatMap(({ variable, broken: sets }) =>
    sets.map((set) => `not ${setText(variable, set)}${variable.subject.window}`),
  );
  return [valueText(first.variable, present, window), ...broken];
}

/** Over a longer window there may be no fewer. */
function rising(members: readonly Constraint[]): string[] {
  let least = -Infinity;
  return [...members]
    .sort((a, b) => a.variable.span - b.variable.span)
    .map(({ variable, within }) => {
      if (within.kind !== 'numbers') return '';
      const above = within.spans.find((span) => span.high >= least) ?? within.spans[0];
      const raised = above && above.low < least ? { ...above, low: least, lowClosed: true } : above;
      const value = raised ? simplest(raised, stepsOf(variable.subject)) : 0;
      least = value;
      return numberCase(variable.subject, value, variable.subject.window);
    });
}

function valueText(variable: Variable, set: ValueSet, window: string): string {
  const { subject } = variable;
  if (set.kind === 'numbers') return numberCase(subject, simpleNumber(set, stepsOf(subject)), window);
  if (subject.kind === 'severity') {
    const value = variable.order.find((candidate) => set.values.has(candidate));
    return value === undefined ? 'no severity' : `severity is ${value}${window}`;
  }
  if (subject.kind === 'metric' && subject.metric?.type.kind === 'choice') {
    return `${subject.name} is ${variable.order.find((value) => set.values.has(value)) ?? ''}${window}`;
  }
  return `${set.values.has(yes) ? '' : 'not '}${spoken(subject)}${window}`;
}

function spoken(subject: Subject): string {
  if (subject.kind === 'judgement') return `"${subject.name}"`;
  return subject.kind === 'condition' ? `(${subject.name})${subject.window}` : subject.name;
}

function setText(variable: Variable, set: ValueSet): string {
  const { subject } = variable;
  if (set.kind === 'choices') {
    if (subject.metric?.type.kind === 'choice' || subject.kind === 'severity')
      return `${subject.name} in (${[...set.values].join(', ')})`;
    return `${set.values.has(yes) ? '' : 'not '}${spoken(subject)}`;
  }
  const { domain } = variable;
  const whole = domain.kind === 'numbers' ? domain.spans[0] : undefined;
  const spans = set.spans.map((span) => {
    const low = whole && span.low <= whole.low ? '' : `${span.lowClosed ? '>=' : '>'} ${amountText(subject, span.low)}`;
    const high = whole && span.high >= whole.high ? '' : `${span.highClosed ? '<=' : '<'} ${amountText(subject, span.high)}`;
    return `${subject.name} ${[low, high].filter(Boolean).join(' and ')}`;
  });
  return spans.join(' or ');
}

function numberCase(subject: Subject, value: number, window: string): string {
  if (subject.kind !== 'change') return `${subject.name} = ${amountText(subject, value)}${window}`;
  const verb = subject.direction === 'rises' ? 'rise' : 'drop';
  if (value === 0) return `${subject.name} does not ${verb}${window}`;
  return `${subject.name} ${verb}s by ${amountText(subject, value)}${window}`;
}

/** A value as it would be written in a condition. */
export function amountText(subject: Pick<Subject, 'metric' | 'currency' | 'business' | 'points'>, value: number): string {
  if (subject.points) return `${round(value)} points`;
  switch (subject.metric?.type.kind) {
    case 'percent':
      return `${round(value)}%`;
    case 'money':
      return [shortAmount(value), subject.currency ?? currencyOf(subject.metric)].filter(Boolean).join(' ');
    case 'duration':
      return durationText(value, subject.business);
    default:
      return round(value);
  }
}

function currencyOf(metric: Metric): string {
  return metric.type.kind === 'money' ? (metric.type.currency ?? '') : '';
}

function shortAmount(value: number): string {
  if (value !== 0 && value % 1_000_000 === 0) return `${value / 1_000_000}M`;
  if (value !== 0 && value % 1000 === 0) return `${value / 1000}k`;
  return round(value);
}

function durationText(minutes: number, business: boolean): string {
  if (business)
    return minutes % 60 === 0 ? `${minutes / 60} business ${plural(minutes / 60, 'hour')}` : `${round(minutes)} business minutes`;
  if (minutes !== 0 && minutes % minutesPerDay === 0)
    return `${minutes / minutesPerDay} ${plural(minutes / minutesPerDay, 'day')}`;
  return minutes % 60 === 0 && minutes !== 0 ? `${minutes / 60} h` : `${round(minutes)} min`;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

// --------------------------------------------------------------------------------------------------- simple values

/** A closed bound where there is one, else the roundest number inside. */
function simpleNumber(set: NumberSet, steps: readonly number[]): number {
  const span = set.spans.find(({ lowClosed, highClosed }) => lowClosed || highClosed) ?? set.spans[0];
  return span ? simplest(span, steps) : 0;
}

function simplest(span: Span, steps: readonly number[]): number {
  const { low, lowClosed, high, highClosed } = span;
  if (lowClosed) return low;
  if (highClosed) return high;
  if (low < 0 && high > 0) return 0;
  // An open end looks no further than twice as far as the other.
  const from = Number.isFinite(low) ? low : high - Math.max(1, Math.abs(high));
  const to = Number.isFinite(high) ? high : low + Math.max(1, Math.abs(low));
  for (const step of steps) {
    const next = (Math.floor(from / step) + 1) * step;
    if (next < to || (next === to && !Number.isFinite(high))) return next;
  }
  return (from + to) / 2;
}

const decimalSteps = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2, -3].flatMap((power) => [5, 2, 1].map((digit) => digit * 10 ** power));
const durationSteps = [30 * minutesPerDay, 7 * minutesPerDay, minutesPerDay, 720, 240, 60, 30, 15, 5, 1, 0.5];

function stepsOf(subject: Subject): readonly number[] {
  return subject.metric?.type.kind === 'duration' ? durationSteps : decimalSteps;
}
