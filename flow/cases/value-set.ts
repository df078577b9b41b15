/** The values that one variable may have: numbers, or some of a list of choices (flags and judged texts: yes and no). */
import { intersectNumbers, type NumberSet, subtractNumbers, uniteNumbers } from './number-set.js';

export interface ChoiceSet {
  readonly kind: 'choices';
  readonly values: ReadonlySet<string>;
}

export type ValueSet = NumberSet | ChoiceSet;

export const yes = 'yes';
export const no = 'no';
export const yesAndNo: ChoiceSet = choices([yes, no]);

export function choices(values: Iterable<string>): ChoiceSet {
  return { kind: 'choices', values: new Set(values) };
}

export function isNothing(set: ValueSet): boolean {
  return set.kind === 'numbers' ? set.spans.length === 0 : set.values.size === 0;
}

export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'numbers') return b.kind === 'numbers' ? intersectNumbers(a, b) : a;
  return b.kind === 'choices' ? choices([...a.values].filter((value) => b.values.has(value))) : a;
}

export function unite(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'numbers') return b.kind === 'numbers' ? uniteNumbers(a, b) : a;
  return b.kind === 'choices' ? choices([...a.values, ...b.values]) : a;
}

export function subtract(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'numbers') return b.kind === 'numbers' ? subtractNumbers(a, b) : a;
  return b.kind === 'choices' ? choices([...a.values].filter((value) => !b.values.has(value))) : a;
}

export function isWithin(a: ValueSet, b: ValueSet): boolean {
  return isNothing(subtract(a, b));
}
