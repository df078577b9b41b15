/** Wherever a duration or an amount stands, its unit or currency is one that exists. */
import { nearestName } from '../../flow/nearest-name.js';
import type { Element, Procedure, Quantity, Range } from '../../flow/procedure.js';
import { currencies, timeUnitWords } from '../compile/units.js';
import { allElements } from './own-elements.js';
import type { Fix, Rule } from './rule.js';

export const conditionUnit: Rule = {
  id: 'condition/unit',
  level: 'error',
  check: ({ procedure, report }) => {
    const say = (words: UnknownWord, element: string | null): void => {
      const { word, range } = words;
      const { message, nearest } = adviceOn(words);
      report({
        range,
        message,
        ...(element === null ? {} : { element }),
        ...(nearest === null ? {} : { fix: fixOf(word, nearest, range) }),
      });
    };
    for (const { element } of allElements(procedure)) {
      if (element.uri !== undefined) continue;
      for (const words of unknownWordsIn(element)) say(words, element.id);
    }
    for (const words of unknownWordsIn(procedure.variantScope)) say(words, null);
    for (const words of unknownCurrencies(procedure)) say(words, words.element.id);
  },
};

interface UnknownWord {
  readonly word: string;
  readonly range: Range;
  readonly sort: 'time' | 'currency' | 'any';
}

/** What holds places and texts, but neither durations nor amounts. */
const passedOver: ReadonlySet<string> = new Set([
  'range',
  'selection',
  'places',
  'texts',
  'subjectRange',
  'valueRange',
  'targetRange',
]);

/** Looks through everything that an element says: durations and amounts stand in many places. */
function unknownWordsIn(value: unknown, found: UnknownWord[] = []): UnknownWord[] {
  if (typeof value !== 'object' || value === null) return found;
  if (isUnknownUnit(value)) found.push({ ...value.unknownUnit, sort: 'time' });
  else if (isUnknownAmount(value)) found.push({ word: value.unit ?? '', range: value.unitRange ?? value.range, sort: 'any' });
  else if (Array.isArray(value)) for (const part of value) unknownWordsIn(part, found);
  else for (const key in value) if (!passedOver.has(key)) unknownWordsIn(Reflect.get(value, key), found);
  return found;
}

function isUnknownUnit(value: object): value is { unknownUnit: { word: string; range: Range } } {
  return 'unknownUnit' in value && value.unknownUnit !== undefined;
}

function isUnknownAmount(value: object): value is Quantity {
  return 'kind' in value && value.kind === 'unknown' && 'unit' in value;
}

/** Metrics of money in a currency that does not exist. */
function unknownCurrencies(procedure: Procedure): (UnknownWord & { element: Element })[] {
  return procedure.metrics.flatMap((metric) => {
    const { type } = metric;
    if (
      metric.uri !== undefined ||
      metric.standard ||
      type.kind !== 'money' ||
      type.currency === null ||
      currencies.has(type.currency)
    )
      return [];
    return [
      {
        word: type.currency,
        range: metric.places?.currency?.[0] ?? metric.selection,
        sort: 'currency' as const,
        element: metric,
      },
    ];
  });
}

/** What people write, and what it is called here. */
const otherNames: Readonly<Record<string, string>> = {
  hr: 'h',
  hrs: 'h',
  mins: 'min',
  m: 'min',
  wk: 'week',
  wks: 'weeks',
  mo: 'month',
  mos: 'months',
  mth: 'month',
  mths: 'months',
  bd: 'business days',
  bh: 'business hours',
  bucks: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  pts: 'points',
  pt: 'points',
};

/** What exists, but is written in other units. */
const inOtherUnits: Readonly<Record<string, string>> = {
  second: 'Write minutes: half a minute is 0.5 min.',
  seconds: 'Write minutes: half a minute is 0.5 min.',
  sec: 'Write minutes: half a minute is 0.5 min.',
  s: 'Write minutes: half a minute is 0.5 min.',
  fortnight: 'Write weeks: a fortnight is 2 weeks.',
  fortnights: 'Write weeks: a fortnight is 2 weeks.',
  quarter: 'Write months: a quarter is 3 months.',
  quarters: 'Write months: a quarter is 3 months.',
  year: 'Write months: a year is 12 months.',
  years: 'Write months: a year is 12 months.',
  y: 'Write months: a year is 12 months.',
  percent: 'Write the sign: 50%.',
};

function adviceOn({ word, sort }: UnknownWord): { message: string; nearest: string | null } {
  const what = sort === 'time' ? 'unit of time' : sort === 'currency' ? 'currency' : 'unit or currency';
  const unknown = `There is no ${what} '${word}'.`;
  const lower = word.toLowerCase();
  const other = sort === 'currency' ? undefined : inOtherUnits[lower];
  if (other) return { message: `${unknown} ${other}`, nearest: null };
  const known = candidates(sort);
  const named = otherNames[lower];
  const nearest =
    named !== undefined && (known.includes(named) || named.startsWith('business '))
      ? named
      : nearestName(word, closestLengthFirst(known, word));
  if (nearest !== null) return { message: `${unknown} Did you mean '${nearest}'?`, nearest };
  const units = 'min, h, days, weeks or months';
  if (sort === 'time') return { message: `${unknown} Write ${units}.`, nearest: null };
  const codes = 'a currency code such as USD, EUR or GBP';
  return { message: `${unknown} Write ${sort === 'any' ? `${units}, points, % or ` : ''}${codes}.`, nearest: null };
}

/** Of two that are equally near, the one as long: 'dayz' is 'days' rather than 'day'. */
function closestLengthFirst(names: readonly string[], word: string): string[] {
  const far = (name: string) => Math.abs(name.length - word.length);
  return [...names].sort((one, other) => far(one) - far(other));
}

function candidates(sort: UnknownWord['sort']): readonly string[] {
  if (sort === 'time') return timeUnitWords;
  return sort === 'currency' ? [...currencies] : [...timeUnitWords, 'points', ...currencies];
}

function fixOf(word: string, nearest: string, range: Range): Fix {
  return { title: `Change '${word}' to '${nearest}'`, edits: [{ range, newText: nearest }] };
}
