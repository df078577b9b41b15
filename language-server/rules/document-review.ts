/** A procedure that nobody looks at again stops being true: it says how often it is reviewed, and is not overdue. */
import type { Duration } from '../../flow/procedure.js';
import { insertInBlock } from './insert-in-block.js';
import type { Rule } from './rule.js';

export const documentReview: Rule = {
  id: 'document/review',
  level: 'warning',
  check: ({ procedure, today, report, textAt }) => {
    const { header } = procedure;
    if (!header) return;
    const title = header.title ?? header.name;
    if (!header.review) {
      if (header.places?.review) return;
      report({
        range: header.selection,
        element: header.id,
        message: `'${title}' is never reviewed, so nobody notices when it stops being true. Add how often, such as review every 90 days last ${today}.`,
        fix: {
          title: "Add a 'review'",
          edits: insertInBlock(header, [`review every \${1:90 days} last \${2:${today}}`], textAt),
        },
      });
      return;
    }
    const { every, last, selection } = header.review;
    const due = last === null ? null : reviewDue(last, every);
    if (due === null || due >= today) return;
    const lastRange = header.places?.reviewLast?.[0];
    report({
      range: selection,
      element: header.id,
      message: `The review of '${title}' is overdue by ${daysInWords(daysBetween(due, today))}: it was due on ${due}, ${every.text} after the last one on ${last}. Review it, then write last ${today}.`,
      ...(lastRange
        ? { fix: { title: `Mark it as reviewed today (${today})`, edits: [{ range: lastRange, newText: today }] } }
        : {}),
    });
  },
};

const dayMilliseconds = 86_400_000;

/** ISO date on which the next review is due; null when the last one is no date. Months are the calendar's. */
export function reviewDue(last: string, every: Duration): string | null {
  const from = utc(last);
  if (from === null) return null;
  if (every.unit === 'month') return isoDate(addMonths(from, every.amount));
  // Business days are told apart by weekends only: a review is due on a day, not at an hour.
  const daysPerUnit = { minute: 1 / 1440, hour: 1 / 24, day: every.business ? 7 / 5 : 1, week: 7 }[every.unit];
  return isoDate(new Date(from.getTime() + Math.ceil(every.amount * daysPerUnit) * dayMilliseconds));
}

/** Whole months later on the same day, or on the month's last where it has no such day; parts of a month count 30 days. */
function addMonths(from: Date, months: number): Date {
  const whole = Math.floor(months);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + whole, 1));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), daysInMonth) - 1 + Math.round((months - whole) * 30);
  return new Date(first.getTime() + day * dayMilliseconds);
}

function daysBetween(from: string, to: string): number {
  return Math.round(((utc(to)?.getTime() ?? 0) - (utc(from)?.getTime() ?? 0)) / dayMilliseconds);
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** Null for what is no date of the calendar. */
function utc(date: string): Date | null {
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || isoDate(parsed) !== date ? null : parsed;
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
