/** Sets of numbers as sorted spans without overlaps, each end open or closed. Sets of whole numbers have closed ends only. */

export interface Span {
  readonly low: number;
  readonly lowClosed: boolean;
  readonly high: number;
  readonly highClosed: boolean;
}

export interface NumberSet {
  readonly kind: 'numbers';
  readonly integer: boolean;
  readonly spans: readonly Span[];
}

/** The numbers between two bounds; infinite bounds count as open. */
export function numbers(integer: boolean, low: number, lowClosed: boolean, high: number, highClosed: boolean): NumberSet {
  const span = tidy({ low, lowClosed, high, highClosed }, integer);
  return { kind: 'numbers', integer, spans: span ? [span] : [] };
}

export function intersectNumbers(a: NumberSet, b: NumberSet): NumberSet {
  const spans: Span[] = [];
  for (const left of a.spans) {
    for (const right of b.spans) {
      const low = laterLow(left, right);
      const high = earlierHigh(left, right);
      const span = tidy({ low: low.low, lowClosed: low.lowClosed, high: high.high, highClosed: high.highClosed }, a.integer);
      if (span) spans.push(span);
    }
  }
  return { ...a, spans };
}

export function uniteNumbers(a: NumberSet, b: NumberSet): NumberSet {
  const sorted = [...a.spans, ...b.spans].sort(byLow);
  const spans: Span[] = [];
  for (const span of sorted) {
    const last = spans.at(-1);
    if (last && touches(last, span, a.integer)) {
      const high = last.high > span.high || (last.high === span.high && last.highClosed) ? last : span;
      spans[spans.length - 1] = { ...last, high: high.high, highClosed: high.highClosed };
    } else {
      spans.push(span);
    }
  }
  return { ...a, spans };
}

/** The numbers of the first set that are not in the second. */
export function subtractNumbers(a: NumberSet, b: NumberSet): NumberSet {
  let left = a;
  for (const span of b.spans) {
    const below = numbers(a.integer, -Infinity, false, span.low, !span.lowClosed);
    const above = numbers(a.integer, span.high, !span.highClosed, Infinity, false);
    left = intersectNumbers(left, { ...a, spans: [...below.spans, ...above.spans] });
  }
  return left;
}

function tidy(span: Span, integer: boolean): Span | null {
  let { low, lowClosed, high, highClosed } = span;
  if (integer) {
    if (Number.isFinite(low)) {
      low = lowClosed ? Math.ceil(low) : Math.floor(low) + 1;
      lowClosed = true;
    }
    if (Number.isFinite(high)) {
      high = highClosed ? Math.floor(high) : Math.ceil(high) - 1;
      highClosed = true;
    }
  }
  if (!Number.isFinite(low)) lowClosed = false;
  if (!Number.isFinite(high)) highClosed = false;
  if (low > high || (low === high && !(lowClosed && highClosed))) return null;
  return { low, lowClosed, high, highClosed };
}

function byLow(a: Span, b: Span): number {
  return a.low === b.low ? Number(b.lowClosed) - Number(a.lowClosed) : a.low < b.low ? -1 : 1;
}

function touches(a: Span, b: Span, integer: boolean): boolean {
  if (integer) return b.low <= a.high + 1;
  return b.low < a.high || (b.low === a.high && (a.highClosed || b.lowClosed));
}

function laterLow(a: Span, b: Span): Span {
  if (a.low !== b.low) return a.low > b.low ? a : b;
  return a.lowClosed ? b : a;
}

function earlierHigh(a: Span, b: Span): Span {
  if (a.high !== b.high) return a.high < b.high ? a : b;
  return a.highClosed ? b : a;
}
