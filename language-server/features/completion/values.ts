/** Values that may stand at the cursor: numbers in a metric's range, durations, units, currencies, dates, times. */
import type { Metric } from '../../generated/ast.js';
import { standardRange } from '../../library/standard-ranges.js';

export interface ValueItem {
  readonly label: string;
  readonly detail?: string;
  /** Snippet text, where it differs from the label. */
  readonly insert?: string;
}

const durations = [
  '15 min',
  '30 min',
  '1 h',
  '4 h',
  '24 h',
  '1 day',
  '4 business hours',
  '1 business day',
  '2 business days',
  '2 weeks',
];
const unitWords: readonly (readonly [string, string])[] = [
  ['min', 'minutes'],
  ['h', 'hours'],
  ['hours', 'hours'],
  ['day', 'days of 24 hours'],
  ['days', 'days of 24 hours'],
  ['weeks', 'weeks of 7 days'],
  ['months', 'months of 30 days'],
];
const currencies: readonly string[] = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'JPY',
  'CAD',
  'AUD',
  'INR',
  'SGD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'BRL',
  'CNY',
  'NZD',
  'ZAR',
];

export const durationValues: readonly ValueItem[] = durations.map((label) => ({ label, detail: 'duration' }));
export const timeUnits: readonly ValueItem[] = unitWords.map(([label, detail]) => ({ label, detail }));
export const currencyCodes: readonly ValueItem[] = currencies.map((label) => ({ label, detail: 'currency' }));
export const cadenceUnits: readonly ValueItem[] = ['day', 'week', 'month'].map((label) => ({ label, detail: 'how often' }));
export const timesOfDay: readonly ValueItem[] = [
  '06:00',
  '08:00',
  '09:00',
  '12:00',
  '16:00',
  '17:00',
  '17:30',
  '18:00',
  '22:00',
  '24:00',
].map((label) => ({ label, detail: 'time of day' }));

/** Bounds that make sense for a metric, with its range in the detail. Unknown metric: plain numbers. */
export function boundsFor(metric: Metric | undefined, change: boolean): readonly ValueItem[] {
  const items = (labels: readonly string[], detail: string): ValueItem[] => labels.map((label) => ({ label, detail }));
  if (!metric) return items(['1', '5', '10', '50'], 'number');
  const range = rangeOf(metric);
  const detail = `${metric.title ?? metric.name}${range ? `: ${range}` : ''}`;
  if (change && metric.type?.$type === 'ScoreType') return items(['5 points', '10 points', '20 points'], detail);
  switch (metric.type?.$type) {
    case 'DurationType':
      return durationValues.map((item) => ({ ...item, detail }));
    case 'PercentType':
      return items(['10%', '25%', '50%', '75%', '90%', '95%'], detail);
    case 'MoneyType': {
      const currency = metric.type.currency ?? 'USD';
      return items([`10k ${currency}`, `50k ${currency}`, `100k ${currency}`, `250k ${currency}`, `1M ${currency}`], detail);
    }
    case 'ScoreType': {
      const { low, high } = metric.type;
      const span = high - low;
      const step = span > 20 ? 10 : span > 4 ? 1 : span / 4;
      const bounds: string[] = [];
      for (let bound = low; bound <= high + 1e-9 && bounds.length < 24; bound += step)
        bounds.push(String(Math.round(bound * 100) / 100));
      return items(bounds, detail);
    }
    default:
      return items(['1', '2', '3', '5', '10'], detail);
  }
}

/** Units that fit behind a number that a metric is compared with. */
export function unitsFor(metric: Metric | undefined, change: boolean): readonly ValueItem[] {
  const points: ValueItem = { label: 'points', detail: 'change of a score' };
  switch (metric?.type?.$type) {
    case 'DurationType':
      return timeUnits;
    case 'MoneyType':
      return metric.type.currency
        ? [{ label: metric.type.currency, detail: `currency of ${metric.title ?? metric.name}` }]
        : currencyCodes;
    case 'ScoreType':
      return change ? [points] : [];
    case undefined:
      return [...timeUnits, ...currencyCodes, points];
    default:
      return [];
  }
}

/** "0 to 100", in the reader's words. */
function rangeOf(metric: Metric): string {
  if (metric.type?.$type === 'ScoreType') return `${metric.type.low} to ${metric.type.high}`;
  const known = metric.$container?.$container === undefined ? standardRange(metric.name) : undefined;
  if (!known) return '';
  const unit = metric.type?.$type === 'PercentType' ? '%' : '';
  if (known.low !== null && known.high !== null) return `${known.low}${unit} to ${known.high}${unit}`;
  return known.low !== null ? `${known.low}${unit} or more` : '';
}

/** Today and the days a review might be due; `today` is an ISO date. */
export function datesFrom(today: string): readonly ValueItem[] {
  const after = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return [
    { label: today, detail: 'today' },
    { label: after(-1), detail: 'yesterday' },
    { label: after(30), detail: 'in 30 days' },
    { label: after(90), detail: 'in 90 days: next quarterly review' },
    { label: after(182), detail: 'in half a year' },
  ];
}
