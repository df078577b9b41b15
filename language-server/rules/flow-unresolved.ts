/** From everywhere there must be a way to a resolution, or to another procedure. */
import type { Element, Procedure } from '../../flow/procedure.js';
import { edgesFrom, leadingTo, reachedFrom } from '../../flow/reach.js';
import { stepTitle } from '../../flow/titles.js';
import type { Rule } from './rule.js';
import { listed, quoted } from './words.js';

export const flowUnresolved: Rule = {
  id: 'flow/unresolved',
  level: 'error',
  check: ({ procedure, report }) => {
    // Without a resolution nothing can be resolved: that is said once, by flow/start.
    if (procedure.resolutions.length === 0 && !procedure.edges.some(({ kind }) => kind === 'convert')) return;
    const goals = [
      ...procedure.resolutions.map(({ id }) => id),
      ...procedure.edges.flatMap(({ kind, to }) => (kind === 'convert' ? [to] : [])),
      ...procedure.steps.flatMap(({ kind, id }) => (kind === 'follow' ? [id] : [])),
      ...procedure.triggers.flatMap(({ target }) => (target === null ? [] : [target])).filter((id) => isProcedure(procedure, id)),
      ...loose(procedure),
    ];
    const resolved = leadingTo(procedure, goals);
    const way = (): string => {
      const names = procedure.resolutions.map(({ name }) => `-> ${name}`);
      return names.length > 0
        ? `Lead to it, such as with ${names[0]}, or add an escalation to a level that does.`
        : 'Lead to one.';
    };
    const stuck = procedure.levels.filter(({ id }) => !resolved.has(id));
    for (const level of withoutFollowers(procedure, stuck)) {
      report({
        range: level.selection,
        element: level.id,
        message: `From ${quoted(level)} no resolution can be reached${whereItLeads(procedure, level.id)}. ${way()}`,
      });
    }
    const told = new Set(stuck.map(({ id }) => id));
    const ended = leadingTo(procedure, [...goals, ...procedure.closures.map(({ id }) => id)]);
    const levels = new Set(procedure.levels.map(({ id }) => id));
    const traps = procedure.steps.filter(
      ({ id, parent, kind }) => kind !== 'join' && levels.has(parent) && !told.has(parent) && !ended.has(id),
    );
    for (const step of withoutFollowers(procedure, traps)) {
      report({
        range: step.selection,
        element: step.id,
        message: `From '${stepTitle(procedure, step)}' no resolution can be reached. ${way()}`,
      });
    }
  },
};

/** Steps that lead nowhere at all are told by flow/dead-end: what leads to them is not told again here. */
function loose(procedure: Procedure): string[] {
  const edges = edgesFrom(procedure);
  const endings = new Set([...procedure.resolutions, ...procedure.closures].map(({ id }) => id));
  return procedure.steps.filter(({ id, parent }) => !endings.has(parent) && !edges.has(id)).map(({ id }) => id);
}

function isProcedure(procedure: Procedure, id: string): boolean {
  return procedure.procedures.some(({ name }) => name === id) && !procedure.levels.some((level) => level.id === id);
}

/** One of those that lead to each other, and none that only leads to another: where the way gets stuck for good. */
function withoutFollowers<T extends Element>(procedure: Procedure, stuck: readonly T[]): T[] {
  const told: T[] = [];
  for (const one of stuck) {
    const from = reachedFrom(procedure, [one.id]);
    const isLast = stuck.every(({ id }) => id === one.id || !from.has(id) || reachedFrom(procedure, [id]).has(one.id));
    if (isLast && !told.some(({ id }) => from.has(id))) told.push(one);
  }
  return told;
}

function whereItLeads(procedure: Procedure, level: string): string {
  const reached = reachedFrom(procedure, [level]);
  const closures = procedure.closures.filter(({ id }) => reached.has(id));
  if (closures.length > 0) return `: it leads to ${listed(closures.map(quoted))} without one`;
  const others = procedure.levels.filter(({ id }) => id !== level && reached.has(id));
  return others.length > 0 ? `: it only leads to ${listed(others.map(quoted))} and round again` : ': its steps lead nowhere else';
}
