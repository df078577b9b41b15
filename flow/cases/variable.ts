/**
 * What a condition looks at. Two tests speak of one variable when they look at the same measure in the same unit over the
 * same window; measures that surely depend on each other share a `family`:
 *
 * - `now` and `held`: a value, and the same value over the last D without a break. Held below 40 for 14 days is held below 60
 *   for 14 days, and for 7, and is below 60 now.
 * - `rising`: a count or a change over a rolling window. It is never less over a longer window.
 * - A time that has run in business hours never exceeds the same time by the clock (`atMost`); apart from that the two are
 *   variables of their own.
 */
import type { Metric } from '../procedure.js';
import type { ValueSet } from './value-set.js';

export interface Variable {
  readonly key: string;
  readonly family: string;
  readonly kind: 'now' | 'held' | 'rising';
  /** How members of a family are ordered: minutes of the window. */
  readonly span: number;
  /** Windows compare only within one clock: `clock`, or business time of one calendar. */
  readonly clock: string;
  readonly domain: ValueSet;
  /** Key of the variable that this one never exceeds. */
  readonly atMost: string | null;
  /** Choices in their order, for picking the first of several. */
  readonly order: readonly string[];
  readonly subject: Subject;
}

/** How to speak of it. */
export interface Subject {
  readonly kind: 'metric' | 'severity' | 'judgement' | 'change' | 'condition';
  /** Name of the metric, or the text. */
  readonly name: string;
  readonly metric: Metric | null;
  /** Currency of money. */
  readonly currency: string | null;
  /** A duration in business time. */
  readonly business: boolean;
  /** Unit of a change: points where they were written. */
  readonly points: boolean;
  readonly direction: 'drops' | 'rises' | null;
  /** ` for 14 days`, ` within 30 days`; empty without a window. */
  readonly window: string;
}
