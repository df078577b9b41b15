/** A condition that every value satisfies decides nothing. */
import { hasAllCases } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { writtenCondition } from '../../flow/cases/written-condition.js';
import { placedConditions } from '../../flow/placed-conditions.js';
import type { Condition } from '../../flow/procedure.js';
import { compared } from './compare-cases.js';
import { isNever, isToldElsewhere } from './condition-never.js';
import { metricOf, rangeOf } from './metric-words.js';
import type { Rule, RuleContext } from './rule.js';
import { quoted } from './words.js';

export const conditionAlways: Rule = {
  id: 'condition/always',
  level: 'warning',
  check: (context) => {
    for (const { condition, element } of placedConditions(context.procedure)) {
      for (const part of alwaysParts(context, condition)) {
        context.report({ range: part.range, message: messageFor(context, part), ...(element === null ? {} : { element }) });
      }
    }
  },
};

/** The smallest parts that always hold: all of a condition, or parts of an `and` that take nothing away. */
function alwaysParts(context: RuleContext, condition: Condition): Condition[] {
  if (isAlways(context, condition)) return smallest(context, condition);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap((operand) => alwaysParts(context, operand));
    case 'group':
      return alwaysParts(context, condition.operand);
    case 'not':
      // The contrary of what always holds never does, and is told as such.
      return isAlways(context, condition.operand) ? [] : alwaysParts(context, condition.operand);
    default:
      return [];
  }
}

function smallest(context: RuleContext, condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.operands.filter((operand) => isAlways(context, operand));
      return parts.length > 0 ? parts.flatMap((part) => smallest(context, part)) : [condition];
    }
    case 'group':
      return isAlways(context, condition.operand) ? smallest(context, condition.operand) : [condition];
    case 'test':
      return isToldElsewhere(context.procedure, condition) ? [] : [condition];
    default:
      return [condition];
  }
}

/** What was found in this run: the parts of a condition are asked about again and again. */
const verdicts = new WeakMap<RuleContext, Map<Condition, boolean>>();

/** Whether every case satisfies it. */
function isAlways(context: RuleContext, condition: Condition): boolean {
  let known = verdicts.get(context);
  if (!known) {
    known = new Map();
    verdicts.set(context, known);
  }
  let verdict = known.get(condition);
  if (verdict === undefined) {
    verdict = findVerdict(context, condition);
    known.set(condition, verdict);
  }
  return verdict;
}

/** Only alternatives take a look at all of them together. */
function findVerdict(context: RuleContext, condition: Condition): boolean {
  const { procedure } = context;
  if (condition.kind === 'and') return condition.operands.every((operand) => isAlways(context, operand));
  if (condition.kind === 'or') {
    if (condition.operands.some((operand) => isAlways(context, operand))) return true;
    if (areIndependent(context, condition.operands)) return false;
  }
  if (condition.kind === 'not') return isNever(context, condition.operand);
  if (condition.kind === 'group' && !condition.window) return isAlways(context, condition.operand);
  return compared(context, writtenCondition(condition), () => hasAllCases(casesOf(procedure, condition))) ?? false;
}

/** Whether no two look at the same measure: then they hold in every case only if one of them does. */
function areIndependent(context: RuleContext, conditions: readonly Condition[]): boolean {
  const seen = new Set<string>();
  for (const condition of conditions) {
    const cases = compared(context, writtenCondition(condition), () => casesOf(context.procedure, condition)) ?? [];
    const measures = new Set(cases.flatMap((box) => [...box.values()].map(({ variable }) => variable.subject.name)));
    for (const measure of measures) if (seen.has(measure)) return false;
    for (const measure of measures) seen.add(measure);
  }
  return true;
}

function messageFor({ procedure }: RuleContext, condition: Condition): string {
  const metric = condition.kind === 'test' ? metricOf(procedure, condition) : undefined;
  const { low = null, high = null } = metric?.domain ?? {};
  const why = metric && (low !== null || high !== null) ? `${quoted(metric)} ${rangeOf(metric)}` : 'every case satisfies it';
  return `'${writtenCondition(condition)}' always holds, so it decides nothing: ${why}. Leave it out, or narrow it.`;
}
