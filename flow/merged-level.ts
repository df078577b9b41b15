/** What a level promises for certain severities: its `for` block replaces targets of the same kind, owners, and escalations of the same form. */
import type { Level, SeverityTargets } from './procedure.js';

export interface MergedLevel {
  /** The level with what holds for the severities in the place of its own. */
  readonly level: Level;
  /** The `for` block; null for the level as it is. */
  readonly block: SeverityTargets | null;
}

/** The level as it is, then as merged with each of its `for` blocks. */
export function mergedLevels(level: Level): readonly MergedLevel[] {
  return [{ level, block: null }, ...level.bySeverity.map((block) => ({ level: mergedWith(level, block), block }))];
}

function mergedWith(level: Level, block: SeverityTargets): Level {
  const kinds = new Set(block.targets.map(({ kind }) => kind));
  const forms = new Set(block.escalations.map(({ form }) => form));
  const owners = block.owners.length > 0 ? block.owners : level.owners;
  return {
    ...level,
    owner: owners[0] ?? null,
    owners,
    targets: [...level.targets.filter(({ kind }) => !kinds.has(kind)), ...block.targets],
    escalations: [...level.escalations.filter(({ form }) => !forms.has(form)), ...block.escalations],
  };
}
