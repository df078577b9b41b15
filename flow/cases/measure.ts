/** Whether an amount can be compared with a metric, and the number to compare. */
import type { Metric, Quantity } from '../procedure.js';

export type Fit = 'fits' | 'other kind' | 'other currency' | 'unknown unit';

/** `change`: the amount by which the metric drops or rises. A metric of money without a currency takes any. */
export function fitOf(metric: Metric, quantity: Quantity, change: boolean): Fit {
  if (quantity.kind === 'unknown' || quantity.duration?.unknownUnit) return 'unknown unit';
  const { type } = metric;
  switch (type.kind) {
    case 'duration':
      return quantity.kind === 'duration' ? 'fits' : 'other kind';
    case 'percent':
      return quantity.kind === 'percent' || (change && quantity.kind === 'points') ? 'fits' : 'other kind';
    case 'money':
      if (quantity.kind !== 'money') return 'other kind';
      return type.currency === null || type.currency === quantity.unit ? 'fits' : 'other currency';
    case 'count':
      return quantity.kind === 'number' ? 'fits' : 'other kind';
    case 'score':
      return quantity.kind === 'number' || (change && quantity.kind === 'points') ? 'fits' : 'other kind';
    default:
      return 'other kind';
  }
}

/** The number to compare: minutes of a duration, else the amount as written. */
export function numberOf(quantity: Quantity): number {
  return quantity.duration?.minutes ?? quantity.amount;
}
