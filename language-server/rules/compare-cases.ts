/** How rules compare cases: where there are too many to compare they stay silent and say so in the log. */
import { allCases, type CaseSet, CasesUnknown, complement, intersectCases } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import type { Condition, Procedure, Step } from '../../flow/procedure.js';
import type { RuleContext } from './rule.js';

/** What `compare` finds, or null where nothing can be said about the cases of `what`. */
export function compared<T>({ log }: RuleContext, what: string, compare: () => T): T | null {
  try {
    return compare();
  } catch (error) {
    if (!(error instanceof CasesUnknown)) throw error;
    if (error.reason === 'too many') log(`'${what}' has too many cases to compare.`);
    return null;
  }
}

/** The cases that reach a procedure at all: where it applies, in the variant at hand. */
export function casesInScope(procedure: Procedure): CaseSet {
  return narrowed(procedure, allCases, [procedure.header?.appliesWhen, procedure.variantScope?.when]);
}

const atSteps = new WeakMap<Procedure, WeakMap<Step, CaseSet>>();
/** The cases that reach a decision: those in scope, of the branches around it, for which it is not skipped. */
export function casesAtStep(procedure: Procedure, step: Step): CaseSet {
  let known = atSteps.get(procedure);
  if (!known) {
    known = new WeakMap();
    atSteps.set(procedure, known);
  }
  let cases = known.get(step);
  if (!cases) {
    cases = findCasesAtStep(procedure, step);
    known.set(step, cases);
  }
  return cases;
}

function findCasesAtStep(procedure: Procedure, step: Step): CaseSet {
  let reached = casesInScope(procedure);
  for (let inner: Step | undefined = step; inner; ) {
    reached = narrowed(procedure, reached, [inner.guard]);
    const { container }: Step = inner;
    const outer: Step | undefined = container ? procedure.steps.find((candidate) => candidate.id === container.step) : undefined;
    const taken = container?.block.startsWith('branch:') ? Number(container.block.slice('branch:'.length)) : -1;
    for (const [i, branch] of (outer?.branches ?? []).entries()) {
      if (i === taken) reached = narrowed(procedure, reached, [branch.when]);
      else if (i < taken || outer?.branches?.[taken]?.label === null) reached = narrowed(procedure, reached, [branch.when], true);
    }
    inner = outer;
  }
  return reached;
}

/** What of a set satisfies the conditions (or does not); a condition about which nothing can be said narrows nothing. */
function narrowed(
  procedure: Procedure,
  cases: CaseSet,
  conditions: readonly (Condition | null | undefined)[],
  contrary = false,
): CaseSet {
  let left = cases;
  for (const condition of conditions) {
    if (!condition) continue;
    try {
      const these = casesOf(procedure, condition);
      left = intersectCases(left, contrary ? complement(these) : these);
    } catch (error) {
      if (!(error instanceof CasesUnknown)) throw error;
    }
  }
  return left;
}
