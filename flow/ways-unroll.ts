/**
 * Loops made straight: a graph with loops becomes one without, in which every way visits a place once.
 *
 * ```text
 * a → b → c → out        a → b → c → out
 *     ↑   │        =>              └ (back to b: visited already, no way)
 *     └───┘
 * ```
 *
 * Parts without loops stay as they are. A part that goes round is taken apart into all ways through it, so that what is
 * found later is exact; where these are more than a few hundred, the steps back in it are left out instead: every way of
 * the result is then still a way of the graph, but a rare longer one (which needs a step back) may be missing.
 */

export interface Straight<T> {
  readonly place: T;
  /** Indexes of what follows: always later ones. */
  readonly next: readonly number[];
}

/** Places that a part which goes round may become before its steps back are left out instead. */
const mostCopies = 400;

/**
 * The places that can be reached, each before those that follow it; the first ones are the starts, in their order.
 * A place stands more than once where ways through a loop differ.
 */
export function unroll<T>(starts: readonly T[], onwards: (place: T) => readonly T[]): { list: Straight<T>[]; starts: number[] } {
  const parts = partsOf(starts, onwards);
  const partOf = new Map<T, number>();
  parts.forEach((part, index) => {
    for (const place of part) partOf.set(place, index);
  });
  const list: { place: T; next: number[] }[] = [];
  /** Where a way from outside arrives at a place. */
  const arrivals = new Map<T, number>();
  const leaving: { from: { next: number[] }; to: T }[] = [];

  const copy = (place: T): { place: T; next: number[] } => {
    const made = { place, next: [] };
    list.push(made);
    return made;
  };
  const entered = new Set<T>(starts);
  for (const place of partOf.keys()) {
    for (const next of onwards(place)) if (partOf.get(next) !== partOf.get(place)) entered.add(next);
  }

  for (const [index, part] of parts.entries()) {
    const isIn = (place: T): boolean => partOf.get(place) === index;
    const entries = part.filter((place) => entered.has(place));
    const first = list.length;
    const outside = leaving.length;
    for (const entry of entries) {
      arrivals.set(entry, list.length);
      if (!takeApart(entry, isIn, first)) {
        list.length = first;
        leaving.length = outside;
        withoutStepsBack(entries, isIn);
        break;
      }
    }
  }
  for (const { from, to } of leaving) {
    const index = arrivals.get(to);
    if (index !== undefined) from.next.push(index);
  }
  return { list, starts: starts.flatMap((start) => arrivals.get(start) ?? []) };

  /** Every way through the part from here; false when they are too many. */
  function takeApart(entry: T, isIn: (place: T) => boolean, first: number): boolean {
    const visited = new Set<T>([entry]);
    const stack = [{ made: copy(entry), left: [...onwards(entry)] }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.shift();
      if (next === undefined) {
        visited.delete(top.made.place);
        stack.pop();
      } else if (!isIn(next)) {
        leaving.push({ from: top.made, to: next });
      } else if (!visited.has(next)) {
        if (list.length - first >= mostCopies) return false;
        top.made.next.push(list.length);
        visited.add(next);
        stack.push({ made: copy(next), left: [...onwards(next)] });
      }
    }
    return true;
  }

  /** Each place once, without the edges that lead back to where a search from the entries came through. */
  function withoutStepsBack(entries: readonly T[], isIn: (place: T) => boolean): void {
    const state = new Map<T, 'open' | 'done'>();
    const finished: T[] = [];
    const kept = new Map<T, T[]>();
    for (const entry of entries) {
      if (state.has(entry)) continue;
      state.set(entry, 'open');
      const stack = [{ place: entry, left: [...onwards(entry)] }];
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const next = top.left.shift();
        if (next === undefined) {
          state.set(top.place, 'done');
          finished.push(top.place);
          stack.pop();
        } else if (!isIn(next) || state.get(next) !== 'open') {
          kept.set(top.place, [...(kept.get(top.place) ?? []), next]);
          if (isIn(next) && !state.has(next)) {
            state.set(next, 'open');
            stack.push({ place: next, left: [...onwards(next)] });
          }
        }
      }
    }
    const order = finished.reverse();
    const indexes = new Map(order.map((place, offset) => [place, list.length + offset]));
    for (const place of order) {
      const made = copy(place);
      for (const next of kept.get(place) ?? []) {
        const index = indexes.get(next);
        if (index === undefined) leaving.push({ from: made, to: next });
        else made.next.push(index);
      }
    }
    for (const entry of entries) {
      const index = indexes.get(entry);
      if (index !== undefined) arrivals.set(entry, index);
    }
  }
}

/** Places grouped so that those of a group lead to each other; a group stands before those that it leads to (Tarjan). */
function partsOf<T>(starts: readonly T[], onwards: (place: T) => readonly T[]): T[][] {
  const found = new Map<T, { order: number; low: number; open: boolean }>();
  const trail: T[] = [];
  const parts: T[][] = [];
  for (const start of starts) {
    if (found.has(start)) continue;
    const stack = [visit(start)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.onwards[top.at++];
      if (next !== undefined) {
        const known = found.get(next);
        if (!known) stack.push(visit(next));
        else if (known.open) top.mark.low = Math.min(top.mark.low, known.order);
        continue;
      }
      stack.pop();
      const below = stack.at(-1);
      if (below) below.mark.low = Math.min(below.mark.low, top.mark.low);
      if (top.mark.low === top.mark.order) {
        const part = trail.splice(trail.lastIndexOf(top.place));
        for (const place of part) {
          const mark = found.get(place);
          if (mark) mark.open = false;
        }
        parts.push(part);
      }
    }
  }
  return parts.reverse();

  function visit(place: T): { place: T; onwards: readonly T[]; at: number; mark: { low: number; order: number; open: boolean } } {
    const mark = { order: found.size, low: found.size, open: true };
    found.set(place, mark);
    trail.push(place);
    return { place, onwards: onwards(place), at: 0, mark };
  }
}
