/** Lengths of time as people write them into forms and spreadsheets. */

export interface WrittenDuration {
  readonly amount: number;
  readonly business: boolean;
  readonly unit: Unit;
}

type Unit = 'min' | 'h' | 'day' | 'week' | 'month';

const minutes: Readonly<Record<Unit, number>> = { min: 1, h: 60, day: 1440, week: 10_080, month: 43_200 };
/** Of a week of five days of eight hours, where the calendar is not known. */
const openMinutes: Readonly<Record<Unit, number>> = { min: 1, h: 60, day: 480, week: 2400, month: 10_286 };

const form =
  /^(?:within|after|up to|in|every|<|<=|≤)?\s*(\d+(?:[.,]\d+)?)\s*(business|working|work|b\.?|w\.?)?\s*-?(m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|w|weeks?|mo|mths?|months?|bd|bh)\.?$/i;

/** Null for what is no length of time. Forgiving: `4h`, `within 2 working days`, `90 minutes`. */
export function readDuration(text: string): WrittenDuration | null {
  const match = form.exec(text.trim());
  if (!match) return null;
  const amount = Number((match[1] ?? '').replace(',', '.'));
  const word = (match[3] ?? '').toLowerCase();
  const business = match[2] !== undefined || word === 'bd' || word === 'bh';
  if (!(amount > 0) || amount > 100_000) return null;
  return { amount, business, unit: unitOf(word) };
}

function unitOf(word: string): Unit {
  if (word === 'bd' || word.startsWith('d')) return 'day';
  if (word === 'bh' || word.startsWith('h')) return 'h';
  if (word.startsWith('w')) return 'week';
  return word.startsWith('mo') || word.startsWith('mth') ? 'month' : 'min';
}

/** As the language writes it. */
export function durationText({ amount, business, unit }: WrittenDuration): string {
  const word = business && unit === 'h' ? 'hours' : unit === 'min' || unit === 'h' ? unit : `${unit}s`;
  const one = amount === 1 && word.endsWith('s') ? word.slice(0, -1) : word;
  return `${amount} ${business ? 'business ' : ''}${one}`;
}

/** Minutes of work for business time, of the clock else. */
export function minutesOf({ amount, business, unit }: WrittenDuration): number {
  return amount * (business ? openMinutes : minutes)[unit];
}

/** The largest unit that tells these minutes as a whole number, rounded down; at least a minute. */
export function durationOf(length: number, business: boolean): WrittenDuration {
  const table = business ? openMinutes : minutes;
  for (const unit of ['day', 'h'] as const) {
    if (length >= table[unit]) return { amount: Math.floor(length / table[unit]), business, unit };
  }
  return { amount: Math.max(1, Math.floor(length)), business, unit: 'min' };
}
