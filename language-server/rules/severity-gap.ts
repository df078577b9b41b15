/** Every case has a severity: where none is the default, the conditions together must leave nothing out. */
import { isSteady } from '../../flow/cases/box.js';
import { type CaseSet, isEmpty, noCases, subtractCases, uniteCases } from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import { variablesOf, witnessOf } from '../../flow/cases/witness.js';
import { casesInScope, compared } from './compare-cases.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const severityGap: Rule = {
  id: 'severity/gap',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    const severities = procedure.severities.filter((severity) => severity.uri === undefined);
    const last = severities.at(-1);
    const conditions = severities.flatMap((severity) => severity.when ?? []);
    if (!last || conditions.length < severities.length) return;
    const witness = compared(context, 'the severities', () => {
      const covered = conditions.reduce<CaseSet>((all, when) => uniteCases(all, casesOf(procedure, when)), noCases);
      if (isEmpty(covered)) return null;
      const left = subtractCases(casesInScope(procedure), covered).filter(isSteady);
      return witnessOf(left, variablesOf(covered));
    });
    if (witness === null) return;
    report({
      range: last.selection,
      element: last.id,
      message: `Some cases have no severity, e.g. ${witness}. Take 'when' from ${quoted(last)} to make it the default, or add a severity for these cases.`,
    });
  },
};
