/** The words for units of time, and the currencies. */
import { nearestName } from '../../flow/nearest-name.js';
import type { TimeUnit } from '../../flow/procedure.js';

const timeUnits = new Map<string, TimeUnit>([
  ['min', 'minute'],
  ['minute', 'minute'],
  ['minutes', 'minute'],
  ['h', 'hour'],
  ['hour', 'hour'],
  ['hours', 'hour'],
  ['d', 'day'],
  ['day', 'day'],
  ['days', 'day'],
  ['w', 'week'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
]);

/** Every word that may stand for a unit of time. */
export const timeUnitWords: readonly string[] = [...timeUnits.keys()];

/** ISO 4217 codes of the currencies in use. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function timeUnit(word: string): TimeUnit | undefined {
  return timeUnits.get(word);
}

/** The unit that a misspelt word most likely stands for; days where it is like none. */
export function likelyTimeUnit(word: string): TimeUnit {
  return timeUnits.get(nearestName(word, timeUnitWords) ?? 'day') ?? 'day';
}
