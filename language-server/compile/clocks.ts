/** Whose hours count where: the owners of levels and endings, and of the level where a trigger starts. */
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { destinationOf } from './destination.js';
import { referenced } from './references.js';
import type { Chosen, Selection, Written } from './selection.js';
import type { Clock } from './working-hours.js';

/** The owner of a level, resolution or closure, then that of the procedure. */
export function ownersClock(
  document: ast.Document,
  parts: readonly Written<ast.LevelProperty | ast.Step | ast.EndItem>[],
): Clock {
  return [ownerAmong(parts.map((part) => part.node)), ownerAmong(document.header?.properties ?? [])];
}

/** The owner of where a trigger starts; for what belongs to no trigger, of where the first one starts. */
export function startClock(c: Compilation, trigger: Chosen<ast.Trigger, ast.TriggerItem> | undefined): Clock {
  for (const { node } of trigger?.parts ?? []) {
    if (node.$type !== 'Jump') continue;
    const destination = destinationOf(c, node.target);
    if (!destination || destination.converts) continue;
    const place = placeOf(c, destination.to, c.selection);
    if (place) return ownersClock(c.document, place.parts);
  }
  return [ownerAmong(c.document.header?.properties ?? [])];
}

/** The level, resolution or closure that an element of the flow is, or stands in. Names hold no dots. */
function placeOf(
  c: Compilation,
  id: string,
  { levels, resolutions, closures }: Selection,
): { readonly parts: readonly Written<ast.LevelProperty | ast.Step | ast.EndItem>[] } | undefined {
  const place = id.split('.')[0];
  const named = (candidate: { readonly node: ast.Level | ast.Resolution | ast.Closure }) => c.ids.of(candidate.node) === place;
  return levels.find(named) ?? resolutions.find(named) ?? closures.find(named);
}

function ownerAmong(parts: readonly (ast.LevelProperty | ast.Step | ast.EndItem | ast.HeaderProperty)[]): ast.Role | undefined {
  for (const part of parts) {
    if (part.$type === 'Ownership' && part.kind === 'owner') return referenced(part.roles?.[0]);
  }
  return undefined;
}
