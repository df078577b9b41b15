/** Overriding property by property: what is named again takes the place of what was there. */
import type * as ast from '../generated/ast.js';
import { writtenNames } from './references.js';
import type { LevelPart, SeverityPart, Written } from './selection.js';

export type MergedPart = LevelPart | SeverityPart | ast.TriggerItem;

/** The parts of something with those of an override: each replaces what it names, at the place of the first of them. */
export function mergeParts<P extends MergedPart>(
  own: readonly Written<P>[],
  override: readonly Written<P>[],
): readonly Written<P>[] {
  const replacing = new Map<string, Written<P>[]>();
  const added: Written<P>[] = [];
  for (const part of override) {
    const property = propertyOf(part.node);
    if (property === null) added.push(part);
    else replacing.set(property, [...(replacing.get(property) ?? []), part]);
  }
  const merged: Written<P>[] = [];
  const placed = new Set<string>();
  for (const part of own) {
    const property = propertyOf(part.node);
    const replacement = property === null ? undefined : replacing.get(property);
    if (property === null || !replacement) {
      merged.push(part);
    } else if (!placed.has(property)) {
      placed.add(property);
      merged.push(...replacement);
    }
  }
  for (const [property, parts] of replacing) if (!placed.has(property)) merged.push(...parts);
  return [...merged, ...added];
}

/** What a part says something about; null for what is added to what is there: notes, references, examples, steps. */
function propertyOf(part: MergedPart): string | null {
  switch (part.$type) {
    case 'Ownership':
    case 'Milestone':
      return part.kind;
    case 'BySeverity':
      return `for ${[...writtenNames(part.severities)].sort().join(' ')}`;
    case 'Escalate':
      return `escalate ${part.unacknowledged ? 'unless' : part.condition ? 'when' : 'after'}`;
    case 'Cadence':
    case 'Handles':
    case 'Warn':
    case 'Pause':
    case 'Beside':
    case 'Deescalate':
    case 'When':
    case 'SetsSeverity':
    case 'Cooldown':
    case 'Jump':
      return part.$type;
    default:
      return null;
  }
}
