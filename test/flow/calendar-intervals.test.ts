import { describe, expect, it } from 'vitest';
import { clip, gaps, intersection, lengthOf, union } from '../../flow/calendar-intervals.js';

const of = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

describe('stretches of time', () => {
  it('become one where they overlap or touch', () => {
    expect(union(of([5, 8], [0, 2]), of([2, 3], [7, 9], [4, 4]))).toEqual(of([0, 3], [5, 9]));
  });
  it('leave gaps', () => {
    expect(gaps(of([2, 3], [5, 9]), 0, 10)).toEqual(of([0, 2], [3, 5], [9, 10]));
    expect(gaps([], 0, 10)).toEqual(of([0, 10]));
    expect(gaps(of([-5, 20]), 0, 10)).toEqual([]);
  });
  it('share what lies in both', () => {
    expect(intersection(of([0, 5], [6, 9]), of([4, 7]))).toEqual(of([4, 5], [6, 7]));
    expect(clip(of([0, 5], [6, 9]), 1, 7)).toEqual(of([1, 5], [6, 7]));
    expect(lengthOf(of([0, 5], [3, 9]))).toBe(9);
  });
});
