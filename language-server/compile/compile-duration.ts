/** Durations and amounts: what is written becomes minutes, money, percent or points. */
import { minutesOf } from '../../flow/calendar-minutes.js';
import type { Calendar, Duration, Quantity } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { currencies, likelyTimeUnit, timeUnit } from './units.js';
import { type Clock, calendarOf } from './working-hours.js';
import { propertyRange, rangeOf, writtenText } from './written.js';

/** A duration; null where none, or only half of one, is written. Business time is counted by the clock's calendar. */
export function compileDuration(c: Compilation, node: ast.Duration | undefined, clock: Clock): Duration | null {
  if (!node?.unit || !Number.isFinite(node.amount)) return null;
  const calendar = node.business ? calendarOf(clock) : undefined;
  return durationOf(node, node.unit, calendar ? c.vocabulary.calendar(c, calendar) : null);
}

/** The same for business time in a certain calendar. */
export function compileDurationIn(node: ast.Duration | undefined, calendar: Calendar | null): Duration | null {
  if (!node?.unit || !Number.isFinite(node.amount)) return null;
  return durationOf(node, node.unit, calendar);
}

function durationOf(node: ast.Duration | ast.Quantity, word: string, calendar: Calendar | null): Duration {
  const known = timeUnit(word);
  const unit = known ?? likelyTimeUnit(word);
  return {
    amount: node.amount,
    unit,
    business: node.business,
    minutes: minutesOf(node.amount, unit, node.business, calendar),
    calendar: node.business ? (calendar?.name ?? null) : null,
    text: writtenText(node),
    range: rangeOf(node),
    ...(known ? {} : { unknownUnit: { word, range: propertyRange(node, 'unit') ?? rangeOf(node) } }),
  };
}

/** An amount in a condition or a limit; null where none is written. */
export function compileQuantity(c: Compilation, node: ast.Quantity | undefined, clock: Clock): Quantity | null {
  if (!node || !Number.isFinite(node.amount)) return null;
  const written = { amount: node.amount, text: writtenText(node), range: rangeOf(node) };
  if (node.percent) return { kind: 'percent', unit: null, duration: null, ...written };
  const word = node.unit;
  if (!word) return { kind: 'number', unit: null, duration: null, ...written };
  const withUnit = { ...written, unitRange: propertyRange(node, 'unit') ?? written.range };
  if (timeUnit(word) || node.business) {
    const calendar = node.business ? calendarOf(clock) : undefined;
    const duration = durationOf(node, word, calendar ? c.vocabulary.calendar(c, calendar) : null);
    return { kind: 'duration', unit: null, duration, ...withUnit };
  }
  if (word === 'points' || word === 'point') return { kind: 'points', unit: null, duration: null, ...withUnit };
  if (currencies.has(word)) return { kind: 'money', unit: word, duration: null, ...withUnit };
  return { kind: 'unknown', unit: word, duration: null, ...withUnit };
}
