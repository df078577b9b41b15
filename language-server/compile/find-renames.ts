/** Tells what was renamed from what was lost: an element that begins where one of its kind began before is that one. */
import type { Element, Procedure } from '../../flow/procedure.js';

export interface Renames {
  /** Present ids by earlier ones: these have a new name or title. */
  readonly forward: ReadonlyMap<string, string>;
  /** Earlier ids by present ones: these have lost their name or title, most likely because the text is broken there. */
  readonly backward: ReadonlyMap<string, string>;
}

/** Elements kept from before count for nothing here: their places are those of an earlier text. */
export function findRenames(previous: Procedure, present: Procedure): Renames {
  const forward = new Map<string, string>();
  const backward = new Map<string, string>();
  const known = { previous: flowIds(previous), present: flowIds(present) };
  const pair = (before: readonly Element[], now: readonly Element[]) => pairUp(before, now, known, forward, backward);
  for (const list of ['levels', 'resolutions', 'closures', 'triggers'] as const) {
    pair(previous[list], present[list]);
  }
  // Steps under a place that was renamed are known by their own name or title: they are no renamed ones.
  const byParent = new Map<string, { previous: Element[]; present: Element[] }>();
  const at = (parent: string, kind: string) => {
    const key = `${parent} ${kind}`;
    const group = byParent.get(key) ?? { previous: [], present: [] };
    byParent.set(key, group);
    return group;
  };
  for (const step of previous.steps) {
    if (step.kind !== 'join' && !forward.has(step.parent)) at(step.parent, step.kind).previous.push(step);
  }
  for (const step of present.steps) {
    if (step.kind !== 'join' && !backward.has(step.parent)) at(step.parent, step.kind).present.push(step);
  }
  for (const group of byParent.values()) pair(group.previous, group.present);
  return { forward, backward };
}

/** The ids of all that has a place in the flow. */
export function flowIds({ triggers, levels, resolutions, closures, steps }: Procedure): ReadonlySet<string> {
  return new Set([triggers, levels, resolutions, closures, steps].flat().map((element) => element.id));
}

function pairUp(
  previous: readonly Element[],
  present: readonly Element[],
  known: { readonly previous: ReadonlySet<string>; readonly present: ReadonlySet<string> },
  forward: Map<string, string>,
  backward: Map<string, string>,
): void {
  const added = new Map<string, Element>();
  for (const element of present) if (!known.previous.has(element.id)) added.set(place(element), element);
  if (added.size === 0) return;
  for (const element of previous) {
    if (element.stale || known.present.has(element.id)) continue;
    const there = added.get(place(element));
    if (!there) continue;
    if (hasLostWords(element, there)) backward.set(there.id, element.id);
    else forward.set(element.id, there.id);
  }
}

/** It was known by a name or title and has none now; or it never had one: what its id says of it is half written now. */
function hasLostWords(before: Element, now: Element): boolean {
  if (now.name !== null) return false;
  return before.name !== null || now.title === null;
}

function place({ range: { start } }: Element): string {
  return `${start.line}:${start.character}`;
}
