/** Where every answer of a decision is measured, every case must find one. */
import { isSteady } from '../../flow/cases/box.js';
import { type CaseSet, isEmpty, noCases, subtractCases, uniteCases } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { variablesOf, witnessOf } from '../../flow/cases/witness.js';
import type { Branch, Procedure, Range, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { casesAtStep, compared } from './compare-cases.js';
import { indentationOf } from './insert-in-block.js';
import type { Fix, Rule } from './rule.js';

export const decisionGap: Rule = {
  id: 'decision/gap',
  level: 'error',
  check: (context) => {
    const { procedure, report, textAt } = context;
    for (const step of procedure.steps) {
      const { branches = [] } = step;
      const last = branches.at(-1);
      const conditions = branches.flatMap((branch) => branch.when ?? []);
      if (!last || conditions.length < branches.length) continue;
      const witness = compared(context, stepTitle(procedure, step), () => {
        const covered = conditions.reduce<CaseSet>((all, when) => uniteCases(all, casesOf(procedure, when)), noCases);
        if (isEmpty(covered)) return null;
        const left = subtractCases(casesAtStep(procedure, step), covered).filter(isSteady);
        return witnessOf(left, variablesOf(covered));
      });
      if (witness === null) continue;
      report({
        range: step.selection,
        element: step.id,
        message: `'${stepTitle(procedure, step)}' has no answer for some cases, e.g. ${witness}. Add a branch for these cases, or 'otherwise'.`,
        fix: otherwiseAfter(branches, last, targetOf(procedure, step, last), textAt),
      });
    }
  },
};

/** Where the last branch leads, to begin with; else to a resolution. */
function targetOf(procedure: Procedure, step: Step, { to, block }: Branch): string {
  if (to === null || block) return procedure.resolutions[0]?.name ?? 'resolved';
  return to.startsWith(`${step.parent}.`) ? to.slice(step.parent.length + 1) : to;
}

function otherwiseAfter(branches: readonly Branch[], last: Branch, target: string, textAt: (range: Range) => string): Fix {
  const { start, end } = last.range;
  const beginsLine = textAt({ start: { line: start.line, character: 0 }, end: start }).trim() === '';
  const before = beginsLine ? `\n${indentationOf(last.range, textAt)}` : '  ';
  // Where the arrows stand below each other, so does this one.
  const arrows = branches.filter(({ block }) => !block).map(({ range }) => textAt(range).lastIndexOf('->'));
  const aligned = beginsLine && !last.block && arrows.every((arrow) => arrow === arrows[0]);
  const otherwise = aligned ? 'otherwise'.padEnd((arrows[0] ?? 0) - 1) : 'otherwise';
  return {
    title: "Add 'otherwise'",
    edits: [{ range: { start: end, end }, newText: `${before}${otherwise} -> \${1:${target}}` }],
  };
}
