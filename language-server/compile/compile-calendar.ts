/** Calendars: zone, openings in minutes of the local day, closed dates. What is no time or date is left out. */
import type { Calendar, Opening, Weekday } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { elementOf } from './element.js';
import { Places } from './places.js';
import { propertyRanges, rangeOf } from './written.js';

export function compileCalendar(c: Compilation, node: ast.Calendar, from: string | null): Calendar {
  const openings: Opening[] = [];
  const closed: string[] = [];
  const places = new Places();
  let zone: string | null = null;
  let always = false;
  for (const property of node.properties ?? []) {
    switch (property.$type) {
      case 'TimeZone':
        zone ??= property.zone ?? null;
        places.add('timezone', ...propertyRanges(property, 'zone'));
        break;
      case 'Opening': {
        if (property.always) always = true;
        const opening = openingOf(property);
        if (opening) openings.push(opening);
        places.add('open', rangeOf(property));
        break;
      }
      case 'Closing':
        closed.push(...(property.dates ?? []).filter((date) => date !== undefined));
        places.add('closed', ...propertyRanges(property, 'dates'));
        break;
    }
  }
  return {
    ...elementOf(c, node, node.name || 'calendar', node.properties ?? [], [], from),
    ...places.all,
    zone,
    always,
    openings,
    closed,
  };
}

/** Minutes since midnight of `17:30`; undefined for what is no time of day. `24:00` ends the day. */
export function minuteOfDay(time: string | undefined): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time ?? '');
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 24 * 60 ? minute : undefined;
}

function openingOf(node: ast.Opening): Opening | undefined {
  const from = minuteOfDay(node.from);
  const to = minuteOfDay(node.to);
  const days = new Set((node.days ?? []).flatMap((range) => daysOf(range.from, range.to)));
  return from === undefined || to === undefined || days.size === 0 ? undefined : { days: [...days], from, to };
}

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `fri to mon` runs over the week's end. */
function daysOf(from: Weekday | undefined, to: Weekday | undefined): Weekday[] {
  if (!from) return [];
  const first = weekdays.indexOf(from);
  const count = ((weekdays.indexOf(to ?? from) - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => weekdays[(first + i) % 7] ?? from);
}
