/** What a misspelt word could have been. */

/**
 * The candidate nearest to the word: one or two letters wrong, missing, too many or swapped, in longer words three.
 * Undefined where none is near.
 */
export function closestWord(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const limit = lower.length < 3 ? 1 : lower.length < 5 ? 1 : lower.length < 9 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lower.length) >= bestDistance) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < bestDistance && distance < Math.max(candidate.length, lower.length) - 1) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many letters to change, add, leave out or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      }
      line.push(cost);
    }
    twoAbove = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
