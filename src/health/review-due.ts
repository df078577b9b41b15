/** When a procedure is to be reviewed next. */
import type { Header } from '../../flow/procedure.js';

/** The ISO date; null where the procedure does not say. */
export function reviewDue(header: Header | null): string | null {
  const review = header?.review;
  if (!review?.last) return null;
  const last = Date.parse(`${review.last}T00:00:00Z`);
  if (Number.isNaN(last)) return null;
  const date = new Date(last);
  const { amount, unit } = review.every;
  if (unit === 'month') {
    // The last day of a shorter month, as people count months.
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + amount);
    date.setUTCDate(Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()));
  } else {
    date.setTime(last + review.every.minutes * 60_000);
  }
  return date.toISOString().slice(0, 10);
}
