/** An escalation should bring somebody who can do more. */
import { mergedLevels } from '../../flow/merged-level.js';
import type { Escalation, Level, Procedure, SeverityTargets } from '../../flow/procedure.js';
import { roleTitle } from '../../flow/titles.js';
import { WayGraph } from '../../flow/ways-graph.js';
import type { Rule } from './rule.js';
import { forSeverities, quoted } from './words.js';

export const peopleNoGain: Rule = {
  id: 'people/no-gain',
  level: 'warning',
  check: ({ procedure, report }) => {
    for (const own of procedure.levels) {
      const told = new Set<Escalation>();
      for (const { level, block } of mergedLevels(own)) {
        for (const escalation of level.escalations) {
          const target = levelOf(procedure, own, escalation);
          if (!target || told.has(escalation) || isBeside(target, own)) continue;
          const there = ownerFor(target, block);
          const why = level.owner === null || there === null ? null : reason(procedure, level.owner, there);
          if (why === null) continue;
          told.add(escalation);
          const place = target.places?.owner?.[0] ?? target.selection;
          report({
            range: escalation.selection,
            element: own.id,
            message: `${forSeverities(procedure, block)}${quoted(own)} escalates to ${quoted(target)}, but ${why}: nobody with more to say joins. Escalate to a level that somebody else owns, or put ${quoted(target)} 'beside' this one.`,
            related: [{ message: `Owner of ${quoted(target)}.`, range: place }],
          });
        }
      }
    }
  },
};

/** Whether they are two levels of one rung. */
function isBeside(one: Level, other: Level): boolean {
  return one.id !== other.id && one.rung === other.rung;
}

/** The level it goes to; none where it stays in its own. */
function levelOf(procedure: Procedure, own: Level, { target }: Escalation): Level | undefined {
  if (target === null) return undefined;
  const id = WayGraph.of(procedure).containerOf(target);
  return id === own.id && target !== own.id ? undefined : procedure.levels.find((level) => level.id === id);
}

/** Who owns a level in the severities of a `for` block. */
function ownerFor(level: Level, block: SeverityTargets | null): string | null {
  const same =
    block && mergedLevels(level).find((other) => block.severities.every((name) => other.block?.severities.includes(name)));
  return (same?.level ?? level).owner;
}

/** Null where the second is somebody else and not below the first. */
function reason(procedure: Procedure, owner: string, there: string): string | null {
  if (owner === there) return `'${roleTitle(procedure, owner)}' owns both`;
  const seen = new Set<string>();
  for (let name: string | null = there; name !== null && !seen.has(name); ) {
    seen.add(name);
    const current: string = name;
    name = procedure.roles.find((role) => role.name === current)?.reportsTo ?? null;
    if (name === owner) return `its owner '${roleTitle(procedure, there)}' reports to '${roleTitle(procedure, owner)}'`;
  }
  return null;
}
