/** Promises: `resolve within 8 business hours`, `update customer every 4 h`. One without its time is left out. */
import type { Cadence, Target } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { type Compilation, namesOf } from './compilation.js';
import { compileDuration } from './compile-duration.js';
import type { Places } from './places.js';
import type { Written } from './selection.js';
import { type Clock, clockOf } from './working-hours.js';
import { keywordRange, rangeOf } from './written.js';

export function compileTarget(c: Compilation, { node, from }: Written<ast.Target>, clock: Clock, places: Places): Target | null {
  const target = node.$type === 'Milestone' ? milestone(c, node, clock) : cadence(c, node, clock);
  if (!target) return null;
  places.add(target.kind, target.selection);
  return from === null ? target : { ...target, fromVariant: from };
}

function milestone(c: Compilation, node: ast.Milestone, clock: Clock): Target | null {
  const within = compileDuration(c, node.within, clock);
  return within && { kind: node.kind, within, range: rangeOf(node), selection: keywordRange(node) };
}

function cadence(c: Compilation, node: ast.Cadence, clock: Clock): Cadence | null {
  const whole = {
    kind: 'update' as const,
    audience: namesOf(c, node.audience),
    via: namesOf(c, node.channels),
    by: namesOf(c, node.by),
    range: rangeOf(node),
    selection: keywordRange(node),
  };
  const responsible = [...clockOf(node.by), ...clock];
  const every = compileDuration(c, node.every, responsible);
  if (every) return { ...whole, form: 'every', every, times: null, per: null };
  const once = compileDuration(c, node.once, responsible);
  if (once) return { ...whole, form: 'once', every: once, times: null, per: null };
  const per = period(node.unit);
  return node.times !== undefined && per ? { ...whole, form: 'times', every: null, times: node.times, per } : null;
}

function period(word: string | undefined): 'day' | 'week' | 'month' | null {
  switch (word) {
    case 'd':
    case 'day':
    case 'days':
      return 'day';
    case 'w':
    case 'week':
    case 'weeks':
      return 'week';
    case 'month':
    case 'months':
      return 'month';
    default:
      return null;
  }
}
