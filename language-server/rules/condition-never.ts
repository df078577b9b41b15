/** A condition that no values satisfy is a mistake; thresholds count as what they stand for. */
import { intersectCases, isEmpty } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { writtenCondition } from '../../flow/cases/written-condition.js';
import { placedConditions } from '../../flow/placed-conditions.js';
import type { Condition, Procedure } from '../../flow/procedure.js';
import { compared } from './compare-cases.js';
import { isOutOfRange } from './condition-range.js';
import { metricOf } from './metric-words.js';
import type { Related, Rule, RuleContext } from './rule.js';

export const conditionNever: Rule = {
  id: 'condition/never',
  level: 'error',
  check: (context) => {
    for (const { condition, element } of placedConditions(context.procedure)) {
      for (const part of neverParts(context, condition)) {
        const { message, related } = clashOf(context, part);
        context.report({ range: part.range, message, related, ...(element === null ? {} : { element }) });
      }
    }
  },
};

/** The smallest parts that never hold: all of a condition, or alternatives that no values reach. */
function neverParts(context: RuleContext, condition: Condition): Condition[] {
  if (isNever(context, condition)) return smallest(context, condition);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap((operand) => neverParts(context, operand));
    case 'group':
      return neverParts(context, condition.operand);
    case 'not':
      // The contrary of what never holds always does, and is told as such.
      return isNever(context, condition.operand) ? [] : neverParts(context, condition.operand);
    default:
      return [];
  }
}

function smallest(context: RuleContext, condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.operands.filter((operand) => isNever(context, operand));
      return parts.length > 0 ? parts.flatMap((part) => smallest(context, part)) : [condition];
    }
    case 'group':
      return isNever(context, condition.operand) ? smallest(context, condition.operand) : [condition];
    case 'test':
      return isToldElsewhere(context.procedure, condition) ? [] : [condition];
    default:
      return [condition];
  }
}

/** A bound out of range is told as such, a threshold that never holds at its declaration. */
export function isToldElsewhere(procedure: Procedure, condition: Condition): boolean {
  if (condition.kind !== 'test') return false;
  const metric = metricOf(procedure, condition);
  return condition.subjectKind === 'threshold' || (metric !== undefined && isOutOfRange(metric, condition));
}

/** Whether no case satisfies it; false where nothing can be said. */
export function isNever(context: RuleContext, condition: Condition): boolean {
  const { procedure } = context;
  if (condition.kind === 'or') return condition.operands.every((operand) => isNever(context, operand));
  return compared(context, writtenCondition(condition), () => isEmpty(casesOf(procedure, condition))) ?? false;
}

function clashOf(context: RuleContext, condition: Condition): { message: string; related: Related[] } {
  const { procedure } = context;
  const whole = `'${writtenCondition(condition)}' can never hold`;
  const parts = condition.kind === 'and' ? condition.operands.flatMap(conjuncts) : [];
  for (const [i, one] of parts.entries()) {
    for (const other of parts.slice(i + 1)) {
      const clash = compared(context, whole, () => isEmpty(intersectCases(casesOf(procedure, one), casesOf(procedure, other))));
      if (!clash) continue;
      const pair = `${spelledOut(procedure, one)} and ${spelledOut(procedure, other)}`;
      return {
        message: `${parts.length === 2 ? 'This' : whole}${parts.length === 2 ? ' can never hold' : ''}: ${pair} exclude each other. Change one of them, or join them with 'or'.`,
        related: [one, other].map((part) => ({ message: `Excludes the other.`, range: part.range })),
      };
    }
  }
  if (parts.length > 0)
    return { message: `${whole}: each part can, but not all of them at once. Change one of them.`, related: [] };
  const way =
    condition.kind === 'test' && condition.comparison?.kind === 'between'
      ? ': the lower bound goes first'
      : ': no value satisfies it';
  return { message: `${whole}${way}. Change it.`, related: [] };
}

/** `a and (b and c)` is three parts. */
function conjuncts(condition: Condition): Condition[] {
  if (condition.kind === 'and') return condition.operands.flatMap(conjuncts);
  if (condition.kind === 'group' && !condition.window && condition.operand.kind === 'and') return conjuncts(condition.operand);
  return [condition];
}

/** A threshold with what it stands for. */
function spelledOut(procedure: Procedure, condition: Condition): string {
  const threshold =
    condition.kind === 'test' && condition.subjectKind === 'threshold'
      ? procedure.thresholds.find((candidate) => candidate.name === condition.subject)
      : undefined;
  const written = `'${writtenCondition(condition)}'`;
  return threshold ? `${written} (${writtenCondition(threshold.when)})` : written;
}
