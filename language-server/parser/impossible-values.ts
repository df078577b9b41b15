/** `value/date` and `value/time`: dates and times of day that do not exist. */
import type { AstNode } from 'langium';
import { isApproval, isClosing, isLocalTime, isOpening, isReview } from '../generated/ast.js';
import { type Fault, propertyRange } from './fault.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The impossible dates and times that one element has. */
export function impossibleValues(node: AstNode): Fault[] {
  switch (node.$type) {
    case 'Approval':
      return isApproval(node) ? dateFaults(node, 'date', [node.date]) : [];
    case 'Review':
      return isReview(node) ? dateFaults(node, 'last', [node.last]) : [];
    case 'Closing':
      return isClosing(node) ? dateFaults(node, 'dates', node.dates) : [];
    case 'Opening':
      return isOpening(node) ? [...timeFault(node, 'from', node.from, false), ...timeFault(node, 'to', node.to, true)] : [];
    case 'LocalTime':
      return isLocalTime(node) ? timeFault(node, 'time', node.time, false) : [];
    default:
      return [];
  }
}

function dateFaults(node: AstNode, property: string, dates: readonly unknown[]): Fault[] {
  return dates.flatMap((date, index) => {
    const message = typeof date === 'string' ? dateMessage(date) : undefined;
    return message ? [{ code: 'value/date' as const, message, range: propertyRange(node, property, index) }] : [];
  });
}

/** Says why a date (YYYY-MM-DD) does not exist; undefined for one that does. */
export function dateMessage(date: string): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const name = months[month - 1];
  if (!name) return `${date} is no date: months go from 01 to 12.`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > days ? `${date} is no date: ${name} ${year} has ${days} days.` : undefined;
}

function timeFault(node: AstNode, property: string, time: string | undefined, endsADay: boolean): Fault[] {
  const message = time === undefined ? undefined : timeMessage(time, endsADay);
  return message ? [{ code: 'value/time', message, range: propertyRange(node, property) }] : [];
}

/** Says why a time of day (H:MM) does not exist; undefined for one that does. `24:00` ends a day and begins none. */
export function timeMessage(time: string, endsADay: boolean): string | undefined {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 24 && minute === 0) {
    return endsADay ? undefined : '24:00 ends a day and stands only at the end of opening hours: write 00:00 here.';
  }
  if (hour > 23) return `${time} is no time of day: hours go from 00:00 to 23:59, and 24:00 ends a day.`;
  return minute > 59 ? `${time} is no time of day: minutes go from 00 to 59.` : undefined;
}
