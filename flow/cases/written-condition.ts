/** A condition as it is written, in one line: the same words for the same condition, wherever it stands. */
import type { Comparison, Condition, Window } from '../procedure.js';

export function writtenCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.map((operand) => writtenCondition(operand)).join(` ${condition.kind} `);
    case 'not':
      return `not ${writtenCondition(condition.operand)}`;
    case 'group':
      return `(${writtenCondition(condition.operand)})${writtenWindow(condition.window)}`;
    case 'judgement':
      return `"${condition.text}"${writtenWindow(condition.window)}`;
    case 'test':
      return `${condition.subject}${writtenComparison(condition.comparison)}${writtenWindow(condition.window)}`;
  }
}

/** With a space before it; empty for a bare name. */
export function writtenComparison(comparison: Comparison | null): string {
  switch (comparison?.kind) {
    case undefined:
      return '';
    case 'order':
      return ` ${comparison.operator} ${comparison.bound.text}`;
    case 'between':
      return ` between ${comparison.low.text} and ${comparison.high.text}`;
    case 'change':
      return ` ${comparison.direction} by ${comparison.amount.text}`;
    case 'is':
      return ` is ${comparison.negated ? 'not ' : ''}${comparison.value}`;
    case 'at-least':
      return ` is at least ${comparison.value}`;
    case 'at-most':
      return ` is at most ${comparison.value}`;
    case 'in':
      return ` in (${comparison.values.join(', ')})`;
  }
}

/** With a space before it; empty without a window. */
export function writtenWindow(window: Window | null): string {
  return window ? ` ${window.kind} ${window.span.text}` : '';
}
