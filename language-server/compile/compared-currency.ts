/** A money metric without a currency takes the first one that it is compared with in a file. */
import { type AstNode, isAstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { referenced } from './references.js';
import { currencies } from './units.js';

/** The currency, or undefined where the file compares the metric with no money. */
export function comparedCurrency(file: ast.Document, metric: ast.Metric): string | undefined {
  return comparisonsIn(file).get(metric);
}

const known = new WeakMap<ast.Document, ReadonlyMap<AstNode, string>>();

/** Looked up once for each tree, and only where a file has such a metric. */
function comparisonsIn(file: ast.Document): ReadonlyMap<AstNode, string> {
  let found = known.get(file);
  if (!found) {
    const first = new Map<AstNode, string>();
    visit(file, (node) => {
      if (!isTest(node)) return;
      const metric = referenced(node.subject);
      const currency = metric && currencyIn(node.comparison);
      if (metric && currency !== undefined && !first.has(metric)) first.set(metric, currency);
    });
    found = first;
    known.set(file, found);
  }
  return found;
}

/** Every element in the order of the text. Langium's stream of them takes several times as long, at every key. */
function visit(node: AstNode, see: (node: AstNode) => void): void {
  see(node);
  for (const name in node) {
    if (name.startsWith('$')) continue;
    const value: unknown = Reflect.get(node, name);
    if (Array.isArray(value)) {
      for (const each of value) if (isAstNode(each)) visit(each, see);
    } else if (isAstNode(value)) {
      visit(value, see);
    }
  }
}

function currencyIn(comparison: ast.Comparison | undefined): string | undefined {
  switch (comparison?.$type) {
    case 'Order':
      return currencyOf(comparison.bound);
    case 'Range':
      return currencyOf(comparison.low) ?? currencyOf(comparison.high);
    case 'Change':
      return currencyOf(comparison.amount);
    default:
      return undefined;
  }
}

function currencyOf(quantity: ast.Quantity | undefined): string | undefined {
  const unit = quantity?.unit;
  return unit !== undefined && currencies.has(unit) ? unit : undefined;
}

function isTest(node: AstNode): node is ast.Test {
  return node.$type === 'Test';
}
