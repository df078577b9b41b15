/** Results as lines of text. */
import type { Result } from './measure.js';

/** `slowed`: by how much the machine is slower than when quiet; bounds are stretched by it. */
export function rowOf(result: Result, slowed: number): string {
  const unit = result.unit ?? 'ms';
  const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
  const pair = (median: number, p95?: number): string => figure(median) + (p95 === undefined ? '' : ` / ${figure(p95)}`);
  const parts = [`${result.name.padEnd(72)} ${pair(result.median, result.p95).padStart(15)} ${unit}`];
  const { bound, reference, ratio, ratioBound } = result;
  if (bound) parts.push(`bound ${pair(bound.median, bound.p95)} ${verdict(result, unit === 'ms' ? slowed : 1)}`);
  if (reference) parts.push(`${reference.name} ${pair(reference.median, reference.p95)}`);
  if (ratio !== undefined) {
    const wanted = ratioBound === undefined ? '' : ` of ${ratioBound}× ${ratio >= ratioBound ? '✓' : '✗'}`;
    parts.push(`${ratio.toFixed(1)}×${wanted}`);
  }
  return parts.join('   ');
}

/** ✓ within the bound, (✓) within it but for other work on the machine, ✗ beyond it. */
function verdict({ median, p95, bound }: Result, slowed: number): string {
  if (!bound) return '';
  const within = (factor: number): boolean =>
    median <= bound.median * factor && (p95 === undefined || bound.p95 === undefined || p95 <= bound.p95 * factor);
  if (within(1)) return '✓';
  return within(slowed) ? '(✓)' : '✗';
}
