/** Acknowledge, respond, diagnose, work around, resolve: a later one cannot be promised sooner than an earlier one. */
import { mergedLevels } from '../../flow/merged-level.js';
import type { Element, Milestone, SeverityTargets, Target } from '../../flow/procedure.js';
import { isLonger } from '../../flow/time-worst.js';
import type { Rule, RuleContext } from './rule.js';
import { forSeverities, quoted } from './words.js';

const order = ['acknowledge', 'respond', 'diagnose', 'workaround', 'resolve'] as const;

export const timeOrder: Rule = {
  id: 'time/order',
  level: 'error',
  check: (context) => {
    const { header, severities, levels } = context.procedure;
    for (const owner of [...(header ? [header] : []), ...severities]) check(context, owner, owner.targets, null);
    for (const level of levels) {
      for (const merged of mergedLevels(level)) check(context, level, merged.level.targets, merged.block);
    }
  },
};

/** In a `for` block only what it changes is looked at. */
function check(context: RuleContext, owner: Element, targets: readonly Target[], block: SeverityTargets | null): void {
  const { procedure, today, report } = context;
  const promised = order.flatMap((kind) => targets.find((target): target is Milestone => target.kind === kind) ?? []);
  for (const [index, later] of promised.entries()) {
    const earlier = promised[index - 1];
    if (!earlier || !isLonger(procedure, earlier.within, later.within, today)) continue;
    const own = block ? [earlier, later].filter((target) => block.targets.includes(target)) : [earlier];
    const changed = own[0];
    if (!changed) continue;
    const other = changed === earlier ? later : earlier;
    report({
      range: changed.selection,
      element: owner.id,
      message: `${forSeverities(procedure, block)}${quoted(owner)} promises to ${said(earlier)} within ${earlier.within.text}, but to ${said(later)} within ${later.within.text} already. Promise to ${said(earlier)} sooner, or to ${said(later)} later.`,
      related: [{ message: `To ${said(other)} within ${other.within.text}.`, range: other.selection }],
    });
  }
}

function said({ kind }: Milestone): string {
  return kind === 'workaround' ? 'offer a workaround' : kind;
}
