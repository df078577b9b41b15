/** Sets of cases as unions of boxes: intersection, union, difference, and whether one contains another. */
import { type Box, type Constraint, contraries, everything, intersectBoxes, isPossible } from './box.js';
import { isWithin } from './value-set.js';

export type CaseSet = readonly Box[];

/** Beyond this many boxes nothing is claimed. */
export const mostBoxes = 4096;

/** Thrown where cases cannot be compared. */
export class CasesUnknown extends Error {
  readonly reason: 'too many' | 'unclear';

  constructor(reason: 'too many' | 'unclear') {
    super(reason === 'too many' ? `More than ${mostBoxes} boxes of cases.` : 'A test does not fit what it tests.');
    this.reason = reason;
  }
}

export const allCases: CaseSet = [everything];
export const noCases: CaseSet = [];

/** @throws CasesUnknown when there are too many boxes. */
export function uniteCases(a: CaseSet, b: CaseSet): CaseSet {
  const all = [...a];
  for (const box of b) if (!all.some((other) => contains(other, box))) all.push(box);
  return counted(all);
}

/** @throws CasesUnknown when there are too many boxes. */
export function intersectCases(a: CaseSet, b: CaseSet): CaseSet {
  const shared: Box[] = [];
  for (const left of a) {
    for (const right of b) {
      const box = intersectBoxes(left, right);
      if (box) shared.push(box);
      if (shared.length > mostBoxes) throw new CasesUnknown('too many');
    }
  }
  return withoutContained(shared);
}

/** The cases of the first set that are not in the second. @throws CasesUnknown when there are too many boxes. */
export function subtractCases(a: CaseSet, b: CaseSet): CaseSet {
  let left: readonly Box[] = a.filter(isPossible);
  for (const hole of b) {
    const next: Box[] = [];
    for (const box of left) {
      next.push(...withoutBox(box, hole));
      if (next.length > mostBoxes) throw new CasesUnknown('too many');
    }
    left = next;
  }
  return left;
}

/** All other cases. @throws CasesUnknown when there are too many boxes. */
export function complement(set: CaseSet): CaseSet {
  return subtractCases(allCases, set);
}

/** Whether no case is missing. @throws CasesUnknown when there are too many boxes. */
export function hasAllCases(set: CaseSet): boolean {
  const [box, ...others] = set;
  if (box && others.length === 0)
    return [...box.values()].every(({ variable, within, broken }) => broken.length === 0 && isWithin(variable.domain, within));
  return box !== undefined && complement(set).length === 0;
}

export function isEmpty(set: CaseSet): boolean {
  return !set.some(isPossible);
}

/** Whether the second set has all cases of the first. @throws CasesUnknown when there are too many boxes. */
export function isSubset(a: CaseSet, b: CaseSet): boolean {
  return a.every((box) => subtractCases([box], b).length === 0);
}

/** Whether both have the same cases. @throws CasesUnknown when there are too many boxes. */
export function sameCases(a: CaseSet, b: CaseSet): boolean {
  return isSubset(a, b) && isSubset(b, a);
}

/** Cuts the hole out of a box, one variable after the other; the pieces do not overlap. */
function withoutBox(box: Box, hole: Box): Box[] {
  if (!intersectBoxes(box, hole)) return [box];
  const pieces: Box[] = [];
  let rest: Box = box;
  for (const [key, constraint] of hole) {
    for (const contrary of contraries(constraint)) {
      const piece = intersectBoxes(rest, only(key, contrary));
      if (piece) pieces.push(piece);
    }
    const inside = intersectBoxes(rest, only(key, constraint));
    if (!inside) break;
    rest = inside;
  }
  return pieces;
}

function only(key: string, constraint: Constraint): Box {
  return new Map([[key, constraint]]);
}

function contains(outer: Box, inner: Box): boolean {
  for (const [key, constraint] of outer) {
    const other = inner.get(key);
    if (!other || constraint.broken.some((set) => !other.broken.includes(set)) || !isWithin(other.within, constraint.within))
      return false;
  }
  return true;
}

function withoutContained(boxes: readonly Box[]): CaseSet {
  if (boxes.length > 64) return boxes;
  return boxes.filter((box, i) => !boxes.some((other, j) => i !== j && contains(other, box) && (!contains(box, other) || j < i)));
}

function counted(set: CaseSet): CaseSet {
  if (set.length > mostBoxes) throw new CasesUnknown('too many');
  return set;
}
