/** A change needs a time over which it happens, and only counts and changes happen over one. */
import { writtenComparison, writtenCondition } from '../../flow/cases/written-condition.js';
import { placedConditions } from '../../flow/placed-conditions.js';
import type { Condition, Procedure, Range, Window } from '../../flow/procedure.js';
import { positionIn } from './insert-in-block.js';
import { metricOf } from './metric-words.js';
import type { Rule, RuleContext } from './rule.js';

export const conditionWindow: Rule = {
  id: 'condition/window',
  level: 'warning',
  check: (context) => {
    for (const { condition, element, use } of placedConditions(context.procedure)) {
      for (const fault of faultsOf(context, condition, use === 'guard', false)) {
        context.report({ ...fault, ...(element === null ? {} : { element }) });
      }
    }
  },
};

interface Fault {
  readonly range: Range;
  readonly message: string;
}

/** `windowed`: a `within` further out counts for all that is inside. */
function faultsOf(context: RuleContext, condition: Condition, guard: boolean, windowed: boolean): Fault[] {
  const window = 'window' in condition && condition.window?.kind === 'within' ? condition.window : null;
  const faults: Fault[] = [];
  if (window && !countsOrChanges(context.procedure, condition)) faults.push(needlessWindow(context, condition, window, guard));
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...faults, ...condition.operands.flatMap((operand) => faultsOf(context, operand, guard, windowed))];
    case 'not':
      return [...faults, ...faultsOf(context, condition.operand, guard, windowed)];
    case 'group':
      return [...faults, ...faultsOf(context, condition.operand, guard, windowed || window !== null)];
    case 'judgement':
      return faults;
    case 'test': {
      const { comparison, subject, range } = condition;
      if (comparison?.kind !== 'change' || window || windowed) return faults;
      const written = `'${subject}${writtenComparison(comparison)}'`;
      const message = condition.window
        ? `${written} is a change, which happens within a time and is not held for one. Write 'within ${condition.window.span.text}'.`
        : `${written} does not say in which time. Add it, such as 'within 90 days'.`;
      return [...faults, { range, message }];
    }
  }
}

/** Whether there is anything in the condition that can be counted over a rolling window. */
function countsOrChanges(procedure: Procedure, condition: Condition, seen: ReadonlySet<string> = new Set()): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.some((operand) => countsOrChanges(procedure, operand, seen));
    case 'not':
    case 'group':
      return countsOrChanges(procedure, condition.operand, seen);
    case 'judgement':
      return false;
    case 'test': {
      if (condition.comparison?.kind === 'change') return true;
      const { subject, subjectKind } = condition;
      if (subjectKind === 'unknown') return true;
      const threshold =
        subjectKind === 'threshold' ? procedure.thresholds.find((candidate) => candidate.name === subject) : undefined;
      if (threshold) return !seen.has(subject) && countsOrChanges(procedure, threshold.when, new Set([...seen, subject]));
      return metricOf(procedure, condition)?.type.kind === 'count';
    }
  }
}

function needlessWindow({ textAt }: RuleContext, condition: Condition, window: Window, guard: boolean): Fault {
  const rest = 'window' in condition ? { ...condition, window: null } : condition;
  const written = `'${writtenCondition(rest)}'`;
  const text = `within ${window.span.text}`;
  const message = guard
    ? `'${text}' belongs to the condition before it here, but ${written} neither counts nor changes. If it is the step's limit, put it before 'when'.`
    : `${written} neither counts nor changes, so '${text}' says nothing about it. Leave it out, or write 'for ${window.span.text}' if it must hold that long.`;
  return { range: windowRange(condition.range, window, textAt), message };
}

/** From the keyword to the end of its duration. */
function windowRange(whole: Range, window: Window, textAt: (range: Range) => string): Range {
  const before = textAt({ start: whole.start, end: window.span.range.start });
  const offset = before.lastIndexOf('within');
  return offset < 0 ? window.span.range : { start: positionIn(before, offset, whole.start), end: window.span.range.end };
}
