/** An update that comes after the case should be resolved never comes. */
import { mergedLevels } from '../../flow/merged-level.js';
import type { Element, SeverityTargets, Target } from '../../flow/procedure.js';
import { isLonger } from '../../flow/time-worst.js';
import type { Rule, RuleContext } from './rule.js';
import { forSeverities, quoted } from './words.js';

export const timeCadence: Rule = {
  id: 'time/cadence',
  level: 'warning',
  check: (context) => {
    const { header, severities, levels } = context.procedure;
    const told = new Set<Target>();
    for (const owner of [...(header ? [header] : []), ...severities]) {
      check(context, owner, { targets: owner.targets, fallback: header?.targets ?? [], block: null, told });
    }
    for (const own of levels) {
      for (const { level, block } of mergedLevels(own)) {
        check(context, own, { targets: level.targets, fallback: header?.targets ?? [], block, told });
      }
    }
  },
};

interface Promises {
  readonly targets: readonly Target[];
  /** Those of the procedure, which count where these have no time to resolve. */
  readonly fallback: readonly Target[];
  readonly block: SeverityTargets | null;
  readonly told: Set<Target>;
}

function check({ procedure, today, report }: RuleContext, owner: Element, { targets, fallback, block, told }: Promises): void {
  const resolve = [...targets, ...fallback].find(({ kind }) => kind === 'resolve');
  if (resolve?.kind !== 'resolve') return;
  for (const target of targets) {
    if (target.kind !== 'update' || target.form !== 'every' || !target.every || told.has(target)) continue;
    if (!isLonger(procedure, target.every, resolve.within, today)) continue;
    told.add(target);
    report({
      range: target.selection,
      element: owner.id,
      message: `${forSeverities(procedure, block)}${quoted(owner)} promises an update every ${target.every.text}, but to resolve within ${resolve.within.text}: no update would ever be sent. Send updates more often${block ? " for it, with an 'update' of its own in the 'for' block" : ''}, or promise more time to resolve.`,
      related: [{ message: `Resolve within ${resolve.within.text}.`, range: resolve.selection }],
    });
  }
}
