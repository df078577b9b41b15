/** A bound outside of what a metric can be decides nothing: the test always or never holds. */
import { fitOf, numberOf } from '../../flow/cases/measure.js';
import { widthOf } from '../../flow/cases/variables.js';
import { writtenComparison } from '../../flow/cases/written-condition.js';
import { placedConditions, testsIn } from '../../flow/placed-conditions.js';
import type { Comparison, Metric, Quantity, Range, Test } from '../../flow/procedure.js';
import { metricOf, rangeOf } from './metric-words.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const conditionRange: Rule = {
  id: 'condition/range',
  level: 'error',
  check: ({ procedure, report }) => {
    for (const { condition, element } of placedConditions(procedure)) {
      for (const test of testsIn(condition)) {
        const metric = metricOf(procedure, test);
        if (!metric) continue;
        for (const { bound, effect } of outside(metric, test)) {
          report({
            range: bound,
            message: `${quoted(metric)} ${rangeOf(metric)}, so ${effect}. Choose a bound within that range.`,
            ...(element === null ? {} : { element }),
          });
        }
      }
    }
  },
};

/** Whether a bound of the test lies outside of the metric's range: then the test alone always or never holds. */
export function isOutOfRange(metric: Metric, test: Test): boolean {
  return outside(metric, test).length > 0;
}

function outside(metric: Metric, test: Test): { bound: Range; effect: string }[] {
  const { comparison } = test;
  const written = `'${test.subject}${writtenComparison(comparison)}'`;
  switch (comparison?.kind) {
    case 'order': {
      const side = sideOf(metric, comparison.bound);
      if (!side) return [];
      const always = comparison.operator.startsWith('>') === (side === 'below');
      return [{ bound: comparison.bound.range, effect: `${written} ${always ? 'always' : 'never'} holds` }];
    }
    case 'between':
      return outsideBand(metric, comparison, written);
    case 'change': {
      const { amount } = comparison;
      if (fitOf(metric, amount, true) !== 'fits') return [];
      if (numberOf(amount) > widthOf(metric)) return [{ bound: amount.range, effect: `${written} never holds` }];
      return numberOf(amount) < 0 ? [{ bound: amount.range, effect: `${written}, less than nothing, always holds` }] : [];
    }
    default:
      return [];
  }
}

function outsideBand(metric: Metric, { low, high }: Extract<Comparison, { kind: 'between' }>, written: string) {
  const below = sideOf(metric, low);
  const above = sideOf(metric, high);
  if (below === 'above' || above === 'below') {
    return [{ bound: (below === 'above' ? low : high).range, effect: `${written} never holds` }];
  }
  if (below && above) return [{ bound: low.range, effect: `${written} always holds` }];
  const bound = below ? low : above ? high : null;
  return bound ? [{ bound: bound.range, effect: `the bound ${bound.text} of ${written} decides nothing` }] : [];
}

function sideOf(metric: Metric, bound: Quantity): 'below' | 'above' | null {
  if (fitOf(metric, bound, false) !== 'fits') return null;
  const { low, high } = metric.domain;
  if (low !== null && numberOf(bound) < low) return 'below';
  return high !== null && numberOf(bound) > high ? 'above' : null;
}
