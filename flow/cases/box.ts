/**
 * A box: cases in which several variables each have one of some values. What a box does not name may be anything.
 *
 * For a held variable "held within P over the last D" is not the contrary of "held outside P": the value may have been on both
 * sides. So its constraint has two parts: what it was held within (`held`), and sets it was not held within all the time
 * (`broken`).
 */
import { intersect, isNothing, isWithin, subtract, type ValueSet } from './value-set.js';
import type { Variable } from './variable.js';

export interface Constraint {
  readonly variable: Variable;
  readonly within: ValueSet;
  /** Held variables only: it left each of these at some moment of its window. */
  readonly broken: readonly ValueSet[];
}

export type Box = ReadonlyMap<string, Constraint>;

export const everything: Box = new Map();

export function boxOf(variable: Variable, within: ValueSet): Box {
  return new Map([[variable.key, { variable, within: intersect(variable.domain, within), broken: [] }]]);
}

/** Null when no case is in both. */
export function intersectBoxes(a: Box, b: Box): Box | null {
  const both = new Map(a);
  for (const [key, constraint] of b) {
    const other = both.get(key);
    if (!other) {
      both.set(key, constraint);
      continue;
    }
    const within = intersect(other.within, constraint.within);
    if (isNothing(within)) return null;
    both.set(key, { variable: other.variable, within, broken: [...other.broken, ...constraint.broken] });
  }
  return isPossible(both) ? both : null;
}

/** The constraints that together say the contrary, no two of them true at once. */
export function contraries({ variable, within, broken }: Constraint): Constraint[] {
  if (variable.kind !== 'held') return [{ variable, within: subtract(variable.domain, within), broken: [] }];
  const left: Constraint[] = [];
  if (!isWithin(variable.domain, within)) left.push({ variable, within: variable.domain, broken: [within] });
  broken.forEach((set, i) => {
    left.push({ variable, within: intersect(within, set), broken: broken.slice(0, i) });
  });
  return left;
}

/** Whether any case is in the box. */
export function isPossible(box: Box): boolean {
  let related = 0;
  for (const { variable, within } of box.values()) {
    if (isNothing(within)) return false;
    if (variable.kind !== 'now') related++;
    const longer = variable.atMost === null ? undefined : box.get(variable.atMost);
    if (longer && !canClimb([within, longer.within])) return false;
  }
  if (related === 0) return true;
  for (const members of families(box)) {
    if (members[0]?.variable.kind === 'rising' ? !canRise(members) : !canHold(members)) return false;
  }
  return true;
}

/**
 * Whether some case in the box needs no value that came and went within a window. Two bands held for the same time share a
 * border that values may cross: that is no gap between the bands.
 */
export function isSteady(box: Box): boolean {
  for (const { within, broken } of box.values()) {
    if (broken.length > 0 && isNothing(broken.reduce(subtract, within))) return false;
  }
  return true;
}

export function families(box: Box): Constraint[][] {
  const byFamily = new Map<string, Constraint[]>();
  for (const constraint of box.values()) {
    const known = byFamily.get(constraint.variable.family);
    if (known) known.push(constraint);
    else byFamily.set(constraint.variable.family, [constraint]);
  }
  return [...byFamily.values()];
}

/** What the present value may be, given all that it was held within. */
export function presentValues(members: readonly Constraint[]): ValueSet | undefined {
  return members
    .map((member) => member.within)
    .reduce<ValueSet | undefined>((all, one) => (all ? intersect(all, one) : one), undefined);
}

function canHold(members: readonly Constraint[]): boolean {
  const present = presentValues(members);
  if (!present || isNothing(present)) return false;
  for (const { variable, broken } of members) {
    if (broken.length === 0) continue;
    // Where its values may have been in this window: within all that longer windows of the same clock were held in.
    const reach = members
      .filter(
        (other) =>
          other.variable.kind === 'held' && other.variable.clock === variable.clock && other.variable.span >= variable.span,
      )
      .reduce((all, other) => intersect(all, other.within), variable.domain);
    if (broken.some((set) => isWithin(reach, set))) return false;
  }
  return true;
}

/** Picks the smallest possible value for each window from the shortest on; each is at least the one before. */
function canRise(members: readonly Constraint[]): boolean {
  for (const clock of new Set(members.map((member) => member.variable.clock))) {
    const chain = members
      .filter((member) => member.variable.clock === clock)
      .sort((a, b) => a.variable.span - b.variable.span)
      .map((member) => member.within);
    if (!canClimb(chain)) return false;
  }
  return true;
}

function canClimb(sets: readonly ValueSet[]): boolean {
  let least = -Infinity;
  let beyond = false;
  for (const set of sets) {
    if (set.kind !== 'numbers') continue;
    const span = set.spans.find(({ high, highClosed }) => high > least || (high === least && highClosed && !beyond));
    if (!span) return false;
    if (span.low > least || (span.low === least && !span.lowClosed)) {
      least = span.low;
      beyond = !span.lowClosed;
    }
  }
  return true;
}
