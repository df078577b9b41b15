/** What only one kind of step has: whom a message goes to, the hops of a page, the limit of a wait… */
import type { Duration, Step } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { type Compilation, nameOf, namesOf } from './compilation.js';
import { minuteOfDay } from './compile-calendar.js';
import { compileDuration, compileQuantity } from './compile-duration.js';
import type { Places } from './places.js';
import { referenced, writtenName } from './references.js';
import type { Clock } from './working-hours.js';
import { propertyRanges, rangeOf } from './written.js';

export function compileKind(c: Compilation, node: ast.Step, clock: Clock, places: Places): Partial<Step> {
  switch (node.$type) {
    case 'Notify':
      places.addNames('audience', node.audience);
      places.addNames('via', node.channels);
      places.addNames('template', node.templates);
      return {
        audience: namesOf(c, node.audience),
        via: namesOf(c, node.channels),
        template: namesOf(c, node.templates)[0] ?? null,
      };
    case 'Page':
      return compilePage(c, node, clock, places);
    case 'Approval': {
      const amount = compileQuantity(c, node.amounts?.[0], clock);
      for (const written of node.amounts ?? []) places.add('amount', rangeOf(written));
      return { amount };
    }
    case 'Wait':
      for (const limit of node.limits ?? []) places.add('limit', rangeOf(limit));
      return { limit: compileDuration(c, node.limits?.[0], clock) };
    case 'Handoff':
      places.addNames('to', node.to);
      for (const time of node.times ?? []) places.add('at', rangeOf(time));
      return { to: namesOf(c, node.to), times: (node.times ?? []).flatMap((time) => localTime(c, time)) };
    case 'Assign': {
      places.addName('role', node.role);
      places.addName('holder', node.holder);
      const role = nameOf(c, node.role);
      const holder = nameOf(c, node.holder);
      return role !== null && holder !== null ? { assigns: { role, holder } } : {};
    }
    case 'Follow': {
      places.addName('procedure', node.procedure);
      const header = referenced(node.procedure);
      if (header) c.vocabulary.useProcedure(header);
      return { procedure: writtenName(node.procedure) };
    }
    default:
      return {};
  }
}

function compilePage(c: Compilation, node: ast.Page, clock: Clock, places: Places): Partial<Step> {
  const hops: { roles: readonly string[]; wait: Duration | null }[] = [];
  const first = compileDuration(c, node.waits?.[0], clock);
  hops.push({ roles: namesOf(c, node.roles), wait: first });
  places.addNames('to', node.roles);
  for (const wait of node.waits ?? []) places.add('wait', rangeOf(wait));
  for (const hop of node.hops ?? []) {
    hops.push({ roles: namesOf(c, hop.roles), wait: compileDuration(c, hop.wait, clock) });
    places.addNames('to', hop.roles);
    if (hop.wait) places.add('wait', rangeOf(hop.wait));
  }
  places.addNames('via', node.channels);
  places.add('repeat', ...propertyRanges(node, 'repeats'));
  const repeat = node.repeats?.[0];
  return { hops, via: namesOf(c, node.channels), ...(repeat === undefined ? {} : { repeat }) };
}

function localTime(c: Compilation, node: ast.LocalTime): NonNullable<Step['times']> {
  const minute = minuteOfDay(node.time);
  const calendar = nameOf(c, node.calendar);
  return minute === undefined ? [] : [{ minute, calendar, range: rangeOf(node) }];
}
