/** What the language has no words for: the ranges of the standard library's metrics, and which of them are whole numbers. */

/** Inclusive bounds in the metric's own unit (per cent, minutes, the amount); null where there is none. */
export interface StandardRange {
  readonly low: number | null;
  readonly high: number | null;
  readonly integer: boolean;
}

/** The range of a metric of the standard library; undefined for choices, flags and names it does not declare. */
export function standardRange(metric: string): StandardRange | undefined {
  return ranges.get(metric);
}

const fromZero: StandardRange = { low: 0, high: null, integer: false };
const counted: StandardRange = { low: 0, high: null, integer: true };
const share: StandardRange = { low: 0, high: 100, integer: false };
const unbounded: StandardRange = { low: null, high: null, integer: false };

const ranges: ReadonlyMap<string, StandardRange> = new Map([
  ['first-response-time', fromZero],
  ['next-response-time', fromZero],
  ['time-to-acknowledge', fromZero],
  ['time-to-mitigate', fromZero],
  ['time-to-resolve', fromZero],
  ['requester-wait-time', fromZero],
  ['ticket-age', fromZero],
  ['time-in-state', fromZero],
  ['time-since-update', fromZero],
  ['sla-elapsed', fromZero],
  ['sla-remaining', unbounded],
  ['sla-breaches', counted],
  ['sla-attainment', share],
  ['open-tickets', counted],
  ['open-critical-tickets', counted],
  ['ticket-volume', counted],
  ['reopen-count', counted],
  ['reopen-rate', share],
  ['reassignment-count', counted],
  ['repeat-contacts', counted],
  ['first-contact-resolution', share],
  ['escalation-rate', share],
  ['deescalation-rate', share],
  ['backlog', counted],
  ['affected-users', counted],
  ['affected-users-share', share],
  ['outage-duration', fromZero],
  ['availability', share],
  ['health-score', { low: 0, high: 100, integer: false }],
  ['health-drop', { low: 0, high: 100, integer: false }],
  ['time-in-red', fromZero],
  ['nps-answer', { low: 0, high: 10, integer: true }],
  ['nps', { low: -100, high: 100, integer: false }],
  ['csat', { low: 1, high: 5, integer: false }],
  ['csat-share', share],
  ['ces', { low: 1, high: 7, integer: false }],
  ['sentiment', { low: -1, high: 1, integer: false }],
  ['license-utilization', fromZero],
  ['usage-change', { low: -100, high: null, integer: false }],
  ['time-since-contact', fromZero],
  ['time-to-renewal', unbounded],
  ['arr', fromZero],
  // Never more than the account's whole revenue, which differs from account to account.
  ['arr-at-risk', fromZero],
  ['contraction-share', share],
  ['invoice-overdue', fromZero],
  ['credit-amount', fromZero],
  ['complaint-age', fromZero],
]);
