/** Stretches of time as sorted lists without overlaps: union, intersection, gaps. Ends are exclusive, times are minutes. */

export interface Interval {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** All of the lists together, sorted; what overlaps or touches becomes one. */
export function union(...lists: readonly (readonly Interval[])[]): Interval[] {
  const sorted = lists
    .flat()
    .filter((interval) => interval.to > interval.from)
    .sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last && interval.from <= last.to) {
      if (interval.to > last.to) merged[merged.length - 1] = { from: last.from, to: interval.to };
    } else {
      merged.push(interval);
    }
  }
  return merged;
}

/** What lies in both lists. */
export function intersection(first: readonly Interval[], second: readonly Interval[]): Interval[] {
  const left = union(first);
  const right = union(second);
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const a = left[i];
    const b = right[j];
    if (!a || !b) break;
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (to > from) shared.push({ from, to });
    if (a.to < b.to) i++;
    else j++;
  }
  return shared;
}

/** The part of the list between two moments. */
export function clip(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intersection(intervals, [{ from, to }]);
}

/** What the list leaves open between two moments. */
export function gaps(intervals: readonly Interval[], from: number, to: number): Interval[] {
  const free: Interval[] = [];
  let reached = from;
  for (const interval of clip(intervals, from, to)) {
    if (interval.from > reached) free.push({ from: reached, to: interval.from });
    reached = interval.to;
  }
  if (reached < to) free.push({ from: reached, to });
  return free;
}

/** Minutes in the list. */
export function lengthOf(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, interval) => sum + interval.to - interval.from, 0);
}
