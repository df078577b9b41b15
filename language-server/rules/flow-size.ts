/** What nobody can keep in mind nobody follows. */
import type { Level, Procedure } from '../../flow/procedure.js';
import { WayGraph } from '../../flow/ways-graph.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

const mostInLevel = 25;
const mostInProcedure = 50;

export const flowSize: Rule = {
  id: 'flow/size',
  level: 'info',
  check: ({ procedure, report }) => {
    const steps = procedure.steps.filter(({ kind }) => kind !== 'join');
    const sizeOf = (level: Level): number => steps.filter(({ parent }) => parent === level.id).length;
    for (const level of procedure.levels) {
      const size = sizeOf(level);
      if (size <= mostInLevel) continue;
      report({
        range: level.selection,
        element: level.id,
        message: `${quoted(level)} has ${size} steps; more than ${mostInLevel} are hard to follow. Split it into two levels, or move a part into a procedure of its own and 'follow' that.`,
      });
    }
    const { header } = procedure;
    if (!header || steps.length <= mostInProcedure) return;
    const part = partToMove(procedure, sizeOf);
    if (!part) return;
    report({
      range: header.selection,
      element: header.id,
      message: `${quoted(header)} has ${steps.length} steps; more than ${mostInProcedure} are hard to follow. ${quoted(part)} with its ${sizeOf(part)} steps could be a procedure of its own, which this one follows or converts to.`,
      related: [{ message: `${quoted(part)} could move.`, range: part.selection }],
    });
  },
};

/** The largest level that does not start the procedure, rather one that nobody jumps into the middle of. */
function partToMove(procedure: Procedure, sizeOf: (level: Level) => number): Level | null {
  const graph = WayGraph.of(procedure);
  const starts = new Set(procedure.triggers.flatMap(({ target }) => (target === null ? [] : (graph.containerOf(target) ?? []))));
  const jumpedInto = new Set(
    procedure.edges.flatMap(({ from, to }) => {
      const level = graph.containerOf(to);
      return level !== null && to !== level && graph.containerOf(from) !== level ? [level] : [];
    }),
  );
  const others = procedure.levels.filter((level) => sizeOf(level) > 0 && procedure.levels.length > 1 && !starts.has(level.id));
  const candidates = others.length > 0 ? others : procedure.levels.filter((level) => sizeOf(level) > 0);
  if (procedure.levels.length < 2) return null;
  return candidates.reduce<Level | null>((best, level) => (best && rank(best) >= rank(level) ? best : level), null);

  function rank(level: Level): number {
    return sizeOf(level) - (jumpedInto.has(level.id) ? 1000 : 0);
  }
}
