/**
 * The cases in which a condition holds. Thresholds count as what they stand for; judged texts are free. A condition with a
 * test that does not fit its metric, a name that does not resolve or a threshold that leads back to itself has no cases that
 * anything could be said about.
 */
import type { Comparison, Condition, Metric, Procedure, Quantity, Test, Threshold, Window } from '../procedure.js';
import { type Box, boxOf } from './box.js';
import { type CaseSet, CasesUnknown, complement, intersectCases, noCases, uniteCases } from './case-set.js';
import { fitOf, numberOf } from './measure.js';
import { numbers } from './number-set.js';
import { choices, subtract, type ValueSet, yes } from './value-set.js';
import type { Variable } from './variable.js';
import {
  changeVariable,
  countedVariable,
  heldVariable,
  judgedVariable,
  metricVariable,
  severityVariable,
  wholeVariable,
} from './variables.js';
import { writtenCondition } from './written-condition.js';

const readers = new WeakMap<Procedure, CaseReader>();

/** @throws CasesUnknown when there are too many boxes, or a test does not fit. */
export function casesOf(procedure: Procedure, condition: Condition): CaseSet {
  let reader = readers.get(procedure);
  if (!reader) {
    reader = new CaseReader(procedure);
    readers.set(procedure, reader);
  }
  return reader.cases(condition);
}

class CaseReader {
  readonly #metrics: ReadonlyMap<string | null, Metric>;
  readonly #thresholds: ReadonlyMap<string | null, Threshold>;
  readonly #severity: Variable;
  readonly #known = new WeakMap<Condition, CaseSet | CasesUnknown>();
  /** Thresholds being expanded: one that leads back to itself says nothing. */
  readonly #open = new Set<Threshold>();

  constructor(procedure: Procedure) {
    this.#metrics = new Map(procedure.metrics.map((metric) => [metric.name, metric]));
    this.#thresholds = new Map(procedure.thresholds.map((threshold) => [threshold.name, threshold]));
    this.#severity = severityVariable(procedure);
  }

  cases(condition: Condition): CaseSet {
    let known = this.#known.get(condition);
    if (known === undefined) {
      try {
        known = this.#read(condition);
      } catch (error) {
        if (!(error instanceof CasesUnknown)) throw error;
        known = error;
      }
      if (this.#open.size === 0 || !(known instanceof CasesUnknown)) this.#known.set(condition, known);
    }
    if (known instanceof CasesUnknown) throw known;
    return known;
  }

  #read(condition: Condition): CaseSet {
    switch (condition.kind) {
      case 'and':
        return condition.operands.map((operand) => this.cases(operand)).reduce(intersectCases);
      case 'or':
        return condition.operands.reduce<CaseSet>((all, operand) => uniteCases(all, this.cases(operand)), noCases);
      case 'not':
        return complement(this.cases(condition.operand));
      case 'group':
        return this.#over(condition.window, this.cases(condition.operand), condition.operand);
      case 'judgement':
        return this.#over(condition.window, [boxOf(judgedVariable(condition.text), choices([yes]))], {
          ...condition,
          window: null,
        });
      case 'test':
        return this.#test(condition);
    }
  }

  #test(test: Test): CaseSet {
    const { comparison, window } = test;
    if (test.subjectKind === 'severity') {
      return this.#over(window, [boxOf(this.#severity, this.#choice(comparison, this.#severity, true))], {
        ...test,
        window: null,
      });
    }
    if (test.subjectKind === 'threshold') {
      const threshold = this.#thresholds.get(test.subject);
      if (!threshold || comparison || this.#open.has(threshold)) throw new CasesUnknown('unclear');
      this.#open.add(threshold);
      try {
        return this.#over(window, this.cases(threshold.when), { ...test, window: null });
      } finally {
        this.#open.delete(threshold);
      }
    }
    const metric = this.#metrics.get(test.subject);
    if (test.subjectKind === 'unknown' || !metric) throw new CasesUnknown('unclear');
    if (comparison?.kind === 'change') {
      const { direction, amount } = comparison;
      const within = window?.kind === 'within' ? window : null;
      const atLeast = numbers(metric.integer, fitting(metric, amount, true), true, Infinity, false);
      const cases = [boxOf(changeVariable(metric, direction, amount, within), atLeast)];
      return within ? cases : this.#over(window, cases, { ...test, window: null });
    }
    const amount = comparison?.kind === 'order' ? comparison.bound : comparison?.kind === 'between' ? comparison.low : null;
    const now = metricVariable(metric, amount);
    const values = this.#values(metric, comparison, now);
    if (window?.kind === 'within') return [boxOf(countedVariable(now, known(window)), values)];
    return this.#over(window, [boxOf(now, values)], { ...test, window: null });
  }

  #values(metric: Metric, comparison: Comparison | null, variable: Variable): ValueSet {
    switch (comparison?.kind) {
      case undefined:
        if (metric.type.kind !== 'flag') throw new CasesUnknown('unclear');
        return choices([yes]);
      case 'order': {
        const bound = fitting(metric, comparison.bound, false);
        const closed = comparison.operator.endsWith('=');
        return comparison.operator.startsWith('<')
          ? numbers(metric.integer, -Infinity, false, bound, closed)
          : numbers(metric.integer, bound, closed, Infinity, false);
      }
      case 'between': {
        const low = fitting(metric, comparison.low, false);
        const high = fitting(metric, comparison.high, false);
        const one = (quantity: Quantity) => metricVariable(metric, quantity).key;
        if (one(comparison.low) !== one(comparison.high)) throw new CasesUnknown('unclear');
        return numbers(metric.integer, low, true, high, true);
      }
      default:
        if (metric.type.kind !== 'choice') throw new CasesUnknown('unclear');
        return this.#choice(comparison, variable, false, metric.type.ordered);
    }
  }

  /** `worstFirst`: severities stand the most severe first, ordered choices the lowest. */
  #choice(comparison: Comparison | null, { domain, order }: Variable, worstFirst: boolean, ordered = true): ValueSet {
    const place = (value: string): number => {
      const index = order.indexOf(value);
      if (index < 0) throw new CasesUnknown('unclear');
      return index;
    };
    switch (comparison?.kind) {
      case 'is':
        place(comparison.value);
        return comparison.negated ? subtract(domain, choices([comparison.value])) : choices([comparison.value]);
      case 'in':
        comparison.values.forEach(place);
        return choices(comparison.values);
      case 'at-least':
      case 'at-most': {
        if (!ordered) throw new CasesUnknown('unclear');
        const index = place(comparison.value);
        const before = (comparison.kind === 'at-least') === worstFirst;
        return choices(before ? order.slice(0, index + 1) : order.slice(index));
      }
      default:
        throw new CasesUnknown('unclear');
    }
  }

  /** The cases of a condition held, or counted, over a window. */
  #over(window: Window | null, cases: CaseSet, condition: Condition): CaseSet {
    if (!window) return cases;
    known(window);
    if (window.kind === 'for') {
      const held = heldCases(cases, window);
      if (held) return held;
    }
    const whole: CaseSet = [boxOf(wholeVariable(writtenCondition(condition), window), choices([yes]))];
    // What held for a while holds now, too.
    return window.kind === 'for' ? intersectCases(whole, cases) : whole;
  }
}

/** "(A and B) for D" is "A for D and B for D"; null where it takes more than that. */
function heldCases(cases: CaseSet, window: Window): CaseSet | null {
  const [box, ...others] = cases;
  if (!box || others.length > 0) return null;
  let held: CaseSet = [new Map() satisfies Box];
  for (const { variable, within, broken } of box.values()) {
    const longer = heldVariable(variable, window);
    if (!longer || broken.length > 0) return null;
    held = intersectCases(held, [boxOf(longer, within)]);
  }
  return held;
}

function known(window: Window): Window {
  if (window.span.unknownUnit) throw new CasesUnknown('unclear');
  return window;
}

function fitting(metric: Metric, quantity: Quantity, change: boolean): number {
  if (fitOf(metric, quantity, change) !== 'fits') throw new CasesUnknown('unclear');
  return numberOf(quantity);
}
