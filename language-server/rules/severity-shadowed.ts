/** Classification takes the first severity that holds: one whose cases all went before is never given. */
import {
  allCases,
  type CaseSet,
  intersectCases,
  isEmpty,
  noCases,
  subtractCases,
  uniteCases,
} from '../../flow/cases/case-set.js';
import { casesOf } from '../../flow/cases/condition-cases.js';
import type { Procedure, Severity } from '../../flow/procedure.js';
import { casesInScope, compared } from './compare-cases.js';
import type { Rule, RuleContext } from './rule.js';
import { listed, quoted } from './words.js';

export const severityShadowed: Rule = {
  id: 'severity/shadowed',
  level: 'warning',
  check: (context) => {
    const severities = context.procedure.severities.filter((severity) => severity.uri === undefined);
    // Without any condition nothing is classified: triggers and people set the severity.
    if (severities.every((severity) => severity.when === null)) return;
    severities.forEach((severity, i) => {
      const takers = takersOf(context, severity, severities.slice(0, i));
      if (!takers) return;
      const they = takers.length > 1 ? 'take' : 'takes';
      context.report({
        range: severity.selection,
        element: severity.id,
        message: `${quoted(severity)} never applies: ${listed(takers.map(quoted))} ${they} all its cases, being more severe. Narrow ${takers.length > 1 ? 'them' : 'it'}, or leave ${quoted(severity)} out.`,
        related: takers.map((taker) => ({ message: 'Takes its cases.', range: taker.selection })),
      });
    });
  },
};

/** The earlier severities that leave nothing to this one; null where something is left. */
function takersOf(context: RuleContext, severity: Severity, earlier: readonly Severity[]): readonly Severity[] | null {
  const { procedure } = context;
  if (severity.when === null) {
    const standard = earlier.find((other) => other.when === null);
    if (standard) return isSet(procedure, severity) ? null : [standard];
  }
  return compared(context, severity.name ?? severity.id, () => {
    const own = severity.when ? casesOf(procedure, severity.when) : allCases;
    const cases = intersectCases(own, casesInScope(procedure));
    if (isEmpty(cases)) return null;
    const withCases = earlier.filter((other) => other.when !== null);
    const taken = (takers: readonly Severity[]) => {
      const all = takers.reduce<CaseSet>((sum, { when }) => (when ? uniteCases(sum, casesOf(procedure, when)) : sum), noCases);
      return subtractCases(cases, all).length === 0;
    };
    if (!taken(withCases)) return null;
    return withCases.find((one) => taken([one])) ? withCases.filter((one) => taken([one])).slice(0, 1) : withCases;
  });
}

/** Whether a trigger gives it, whatever the conditions say. */
function isSet(procedure: Procedure, severity: Severity): boolean {
  return procedure.triggers.some((trigger) => trigger.severity === severity.name);
}
