/** Metrics: their type, the values they can have and which direction is worse. */
import { AstUtils } from 'langium';
import type { Metric, MetricType } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { isLibrary } from '../library/standard-library.js';
import { standardRange } from '../library/standard-ranges.js';
import { comparedCurrency } from './compared-currency.js';
import type { Compilation } from './compilation.js';
import { elementOf } from './element.js';

export function compileMetric(c: Compilation, node: ast.Metric, from: string | null): Metric {
  const properties = node.properties ?? [];
  const uri = AstUtils.findRootNode(node).$document?.uri;
  const standard = uri !== undefined && isLibrary(uri);
  const range = (standard ? standardRange(node.name) : undefined) ?? rangeByType(node.type);
  let worse: Metric['worse'] = null;
  for (const property of properties) {
    if (property.$type === 'Worse') worse ??= property.direction ?? null;
  }
  return {
    ...elementOf(c, node, node.name || 'metric', properties, [], from),
    type: typeOf(c, node),
    worse,
    domain: { low: range.low, high: range.high },
    integer: range.integer,
    standard,
  };
}

function typeOf(c: Compilation, node: ast.Metric): MetricType {
  const type: ast.MetricType | undefined = node.type;
  switch (type?.$type) {
    case 'DurationType':
      return { kind: 'duration' };
    case 'PercentType':
      return { kind: 'percent' };
    case 'MoneyType':
      return { kind: 'money', currency: type.currency ?? comparedCurrency(c.document, node) ?? null };
    case 'ScoreType':
      return { kind: 'score' };
    case 'FlagType':
      return { kind: 'flag' };
    case 'ChoiceType': {
      const values = (type.values ?? []).filter((value) => value.name);
      return { kind: 'choice', ordered: type.ordered, values: values.map(({ name, title }) => ({ name, title: title ?? null })) };
    }
    default:
      return { kind: 'count' };
  }
}

/** Per cent and money may well be below zero (growth, a balance): their author has no way to say so. */
function rangeByType(type: ast.MetricType | undefined): { low: number | null; high: number | null; integer: boolean } {
  switch (type?.$type) {
    case 'DurationType':
      return { low: 0, high: null, integer: false };
    case 'CountType':
      return { low: 0, high: null, integer: true };
    case 'ScoreType':
      return { low: type.low ?? null, high: type.high ?? null, integer: false };
    default:
      return { low: null, high: null, integer: false };
  }
}
