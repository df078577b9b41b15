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

/** How often customers and others are told. */
export const cadences: readonly ValueItem[] = ['1 times per day', '2 times per day', '1 times per week', '3 times per week'].map(
  (label) => ({ label, detail: 'how often' }),
);
export const reviewIntervals: readonly ValueItem[] = [
  { label: '90 days', detail: 'each quarter' },
  { label: '30 days', detail: 'each month' },
  { label: '180 days', detail: 'twice a year' },
  { label: '365 days', detail: 'each year' },
];
/** `warn … at 75% of resolve` */
export const shares: readonly ValueItem[] = ['50%', '75%', '80%', '90%'].map((label) => ({ label, detail: 'of the time' }));
export const counts: readonly ValueItem[] = ['1', '2', '3', '5'].map((label) => ({ label, detail: 'times' }));
export const scoreRanges: readonly ValueItem[] = ['0 to 100', '0 to 10', '1 to 5', '1 to 7', '-100 to 100'].map((label) => ({
  label,
  detail: 'lowest to highest',
}));

/** Limits of what a role may approve. */
export function limitsIn(currency: string): readonly ValueItem[] {
  return [
    ...['1k', '5k', '10k', '50k', '100k'].map((amount) => ({ label: `${amount} ${currency}`, detail: 'limit' })),
    ...['10%', '20%'].map((label) => ({ label, detail: 'limit' })),
  ];
}

const daysOf: Readonly<Record<string, number>> = { day: 1, days: 1, d: 1, w: 7, week: 7, weeks: 7, month: 30, months: 30 };

/**
 * Today and the days around it; `today` is an ISO date. Behind `review every 90 days last` (its words) also when the next
 * review comes after each of them.
 */
export function datesFrom(today: string, review: readonly string[] = []): readonly ValueItem[] {
  const after = (days: number, from = today): string =>
    new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const every = review.indexOf('every');
  const interval = every < 0 ? Number.NaN : Number(review[every + 1]) * (daysOf[review[every + 2] ?? ''] ?? Number.NaN);
  const next = (from: string): string =>
    Number.isFinite(interval) && interval < 36_500 ? `: next review on ${after(Math.round(interval), from)}` : '';
  const past = [
    { label: today, detail: `today${next(today)}` },
    { label: after(-1), detail: `yesterday${next(after(-1))}` },
  ];
  if (review.length > 0) return [...past, { label: after(-7), detail: `a week ago${next(after(-7))}` }];
  return [
    ...past,
    { label: after(1), detail: 'tomorrow' },
    { label: after(30), detail: 'in 30 days' },
    { label: after(90), detail: 'in 90 days: next quarterly review' },
    { label: after(182), detail: 'in half a year' },
  ];
}
