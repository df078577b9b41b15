/** The most severe cases do not wait for Monday. */
import type { Element, Severity, Target } from '../../flow/procedure.js';
import type { Rule, RuleContext } from './rule.js';
import { quoted } from './words.js';

export const timeBusinessHours: Rule = {
  id: 'time/business-hours',
  level: 'warning',
  check: (context) => {
    const [worst] = context.procedure.severities;
    if (!worst) return;
    check(context, worst, worst, worst.targets);
    for (const level of context.procedure.levels) {
      for (const block of level.bySeverity) {
        if (worst.name !== null && block.severities.includes(worst.name)) check(context, worst, level, block.targets);
      }
    }
  },
};

function check({ report }: RuleContext, worst: Severity, owner: Element, targets: readonly Target[]): void {
  for (const target of targets) {
    if (target.kind === 'update' || !target.within.business) continue;
    const where = owner === worst ? '' : ` in ${quoted(owner)}`;
    const what = target.kind === 'workaround' ? 'The workaround' : `The time to ${target.kind}`;
    report({
      range: target.selection,
      element: owner.id,
      message: `${what} for ${quoted(worst)}${where}, ${target.within.text}, stands still out of hours, though no severity is higher. Promise clock time, such as ${target.within.text.replace(/\s*business\s*/, ' ').trim()}.`,
    });
  }
}
