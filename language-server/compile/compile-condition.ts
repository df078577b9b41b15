/** Conditions: what is written becomes a tree of tests, judgements, `and`, `or` and `not`. Half-written parts are left out. */
import type { Reference } from 'langium';
import type { Comparison, Condition, FreeText, Test, Window } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { nameOf } from './compilation.js';
import { compileDuration, compileQuantity } from './compile-duration.js';
import { freeText } from './element.js';
import { referenced, writtenName, writtenNames } from './references.js';
import type { Clock } from './working-hours.js';
import { keywordRange, rangeOf, referenceRange } from './written.js';

/** Null where nothing that can be tested is written. Judged texts are added to `texts`. */
export function compileCondition(
  c: Compilation,
  node: ast.Condition | undefined,
  clock: Clock,
  texts: FreeText[],
): Condition | null {
  if (!node) return null;
  const range = rangeOf(node);
  switch (node.$type) {
    case 'And':
    case 'Or': {
      const operands: Condition[] = [];
      for (const part of node.operands ?? []) {
        const operand = compileCondition(c, part, clock, texts);
        if (operand) operands.push(operand);
      }
      if (operands.length < 2) return operands[0] ?? null;
      return { kind: node.$type === 'And' ? 'and' : 'or', operands, range };
    }
    case 'Not': {
      const operand = compileCondition(c, node.operand, clock, texts);
      return operand && { kind: 'not', operand, range };
    }
    case 'Group': {
      const operand = compileCondition(c, node.operand, clock, texts);
      return operand && { kind: 'group', operand, window: compileWindow(c, node, clock), range };
    }
    case 'Judgement': {
      const text = node.text ?? '';
      const place = freeText('judged', node, 'text');
      if (place) texts.push(place);
      return { kind: 'judgement', text, by: nameOf(c, node.role), window: compileWindow(c, node, clock), range };
    }
    case 'Test':
      return compileTest(c, node, clock);
    default:
      return null;
  }
}

function compileTest(c: Compilation, node: ast.Test, clock: Clock): Test | null {
  const whole = {
    comparison: compileComparison(c, node.comparison, clock),
    window: compileWindow(c, node, clock),
    range: rangeOf(node),
  };
  if (node.severity) {
    return { kind: 'test', subject: 'severity', subjectKind: 'severity', subjectRange: keywordRange(node), ...whole };
  }
  const subject = nameOf(c, node.subject);
  if (subject === null) return null;
  const declared = referenced(node.subject);
  const subjectKind = declared?.$type === 'Metric' ? 'metric' : declared?.$type === 'Threshold' ? 'threshold' : 'unknown';
  return { kind: 'test', subject, subjectKind, subjectRange: referenceRange(node.subject), ...whole };
}

function compileWindow(c: Compilation, node: ast.Test | ast.Group | ast.Judgement, clock: Clock): Window | null {
  const span = compileDuration(c, node.span, clock);
  return node.window && span ? { kind: node.window, span } : null;
}

function compileComparison(c: Compilation, node: ast.Comparison | undefined, clock: Clock): Comparison | null {
  switch (node?.$type) {
    case 'Order': {
      const bound = compileQuantity(c, node.bound, clock);
      return bound && { kind: 'order', operator: node.operator, bound };
    }
    case 'Range': {
      const low = compileQuantity(c, node.low, clock);
      const high = compileQuantity(c, node.high, clock);
      return low && high && { kind: 'between', low, high };
    }
    case 'Change': {
      const amount = compileQuantity(c, node.amount, clock);
      return amount && { kind: 'change', direction: node.direction, amount };
    }
    case 'Is': {
      const value = category(c, node.value);
      if (value === '') return null;
      const valueRange = referenceRange(node.value);
      if (node.floor) return { kind: 'at-least', value, valueRange };
      if (node.ceiling) return { kind: 'at-most', value, valueRange };
      return { kind: 'is', negated: node.negated, value, valueRange };
    }
    case 'In':
      for (const value of node.values ?? []) c.vocabulary.use(value);
      return {
        kind: 'in',
        values: writtenNames(node.values),
        valueRanges: (node.values ?? []).filter((value) => writtenName(value) !== '').map(referenceRange),
      };
    default:
      return null;
  }
}

function category(c: Compilation, reference: Reference<ast.Category> | undefined): string {
  c.vocabulary.use(reference);
  return writtenName(reference);
}
