/** Conditions in plain words: "Health score below 60 for 14 days". */
import type { Comparison, Condition, Procedure, Quantity, Test } from './procedure.js';
import { roleTitle } from './titles.js';

/** A condition as it would be read aloud; names become titles where the procedure knows them. */
export function describeCondition(condition: Condition, procedure: Procedure): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.map((operand) => joined(operand, condition.kind, procedure)).join(` ${condition.kind} `);
    case 'not':
      return `not ${atomic(condition.operand, procedure)}`;
    case 'group':
      return `${condition.window ? `(${describeCondition(condition.operand, procedure)})` : describeCondition(condition.operand, procedure)}${windowText(condition)}`;
    case 'judgement':
      return `“${condition.text}”${condition.by ? `, judged by ${roleTitle(procedure, condition.by)}` : ''}${windowText(condition)}`;
    case 'test':
      return `${describeTest(condition, procedure)}${windowText(condition)}`;
  }
}

function joined(condition: Condition, outer: 'and' | 'or', procedure: Procedure): string {
  const inner = condition.kind === 'group' && !condition.window ? condition.operand : condition;
  const mixed = (inner.kind === 'and' || inner.kind === 'or') && inner.kind !== outer;
  return mixed ? `(${describeCondition(inner, procedure)})` : describeCondition(condition, procedure);
}

function atomic(condition: Condition, procedure: Procedure): string {
  const text = describeCondition(condition, procedure);
  const inner = condition.kind === 'group' ? condition.operand : condition;
  return inner.kind === 'and' || inner.kind === 'or' ? `(${text})` : text;
}

function windowText(condition: {
  readonly window: { readonly kind: 'for' | 'within'; readonly span: { readonly text: string } } | null;
}): string {
  return condition.window ? ` ${condition.window.kind} ${condition.window.span.text}` : '';
}

function describeTest(test: Test, procedure: Procedure): string {
  const subject = subjectTitle(test, procedure);
  return test.comparison
    ? `${subject} ${describeComparison(test.comparison, (value) => valueTitle(test, value, procedure))}`
    : subject;
}

const operators = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;

function describeComparison(comparison: Comparison, title: (value: string) => string): string {
  switch (comparison.kind) {
    case 'order':
      return `${operators[comparison.operator]} ${describeQuantity(comparison.bound)}`;
    case 'between':
      return `between ${describeQuantity(comparison.low)} and ${describeQuantity(comparison.high)}`;
    case 'change':
      return `${comparison.direction} by ${describeQuantity(comparison.amount)}`;
    case 'is':
      return `is ${comparison.negated ? 'not ' : ''}${title(comparison.value)}`;
    case 'at-least':
      return `is at least ${title(comparison.value)}`;
    case 'at-most':
      return `is at most ${title(comparison.value)}`;
    case 'in':
      return `is ${comparison.values.map(title).join(' or ')}`;
  }
}

/** As written, white space tidied. */
export function describeQuantity(quantity: Quantity): string {
  return quantity.text.replaceAll(/\s+/g, ' ');
}

function subjectTitle(test: Test, procedure: Procedure): string {
  if (test.subjectKind === 'severity') return 'severity';
  const known = test.subjectKind === 'threshold' ? procedure.thresholds : procedure.metrics;
  return known.find((candidate) => candidate.name === test.subject)?.title ?? test.subject;
}

function valueTitle(test: Test, value: string, procedure: Procedure): string {
  if (test.subjectKind === 'severity') return procedure.severities.find((severity) => severity.name === value)?.title ?? value;
  const type = procedure.metrics.find((metric) => metric.name === test.subject)?.type;
  return (type?.kind === 'choice' ? type.values.find((choice) => choice.name === value)?.title : null) ?? value;
}
