/** Puts two lists together that are mostly the same: one from an earlier text, one from the present text. */

/** A place in the list put together: where its element stands in either list. */
export interface Aligned {
  readonly previous: number | undefined;
  readonly present: number | undefined;
}

/**
 * Aligns by key. What only the earlier list has comes after what it came after there. With `pair`, what stands between the
 * same neighbours in both lists but under another key is taken for the same, renamed.
 */
export function align(previous: readonly string[], present: readonly string[], pair: boolean): readonly Aligned[] {
  const places = new Map(present.map((key, i) => [key, i]));
  const common = new Set(previous.filter((key) => places.has(key)));
  const result: Aligned[] = [];
  const gaps = new Map<number, number[]>();
  // What only the earlier list has, by the place in the present list of the one before it.
  let anchor = -1;
  previous.forEach((key, i) => {
    if (common.has(key)) anchor = places.get(key) ?? anchor;
    else gaps.set(anchor, [...(gaps.get(anchor) ?? []), i]);
  });
  const olds = new Map(previous.map((key, i) => [key, i]));
  let waiting = [...(gaps.get(-1) ?? [])];
  present.forEach((key, i) => {
    if (common.has(key)) {
      result.push(...waiting.map((old) => ({ previous: old, present: undefined })));
      result.push({ previous: olds.get(key), present: i });
      waiting = [...(gaps.get(i) ?? [])];
    } else {
      const old = pair ? waiting.shift() : undefined;
      if (!pair) {
        result.push(...waiting.map((each) => ({ previous: each, present: undefined })));
        waiting = [];
      }
      result.push({ previous: old, present: i });
    }
  });
  result.push(...waiting.map((old) => ({ previous: old, present: undefined })));
  return result;
}

/** Keys made unique: the second `Yes` becomes `Yes#2`. */
export function uniqueKeys(keys: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return keys.map((key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
