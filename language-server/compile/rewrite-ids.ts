/** Gives elements of a Procedure other ids, wherever these stand. */
import type { Branch, Edge, Ending, Escalation, Level, Outcome, Procedure, Step } from '../../flow/procedure.js';

/** `renamed`: new ids by old ones. A place (level, resolution, closure) or parallel that is renamed takes its parts along. */
export function rewriteIds(procedure: Procedure, renamed: ReadonlyMap<string, string>): Procedure {
  if (renamed.size === 0) return procedure;
  const all = new Map(renamed);
  for (const step of procedure.steps) {
    if (all.has(step.id)) continue;
    const place = renamed.get(step.parent);
    const parallel = step.parallel === undefined ? undefined : all.get(step.parallel);
    if (parallel !== undefined) all.set(step.id, `${parallel}.join`);
    else if (place !== undefined) all.set(step.id, place + step.id.slice(step.parent.length));
  }
  const one = (id: string): string => all.get(id) ?? id;
  const maybe = <T extends string | null>(id: T): T | string => (id === null ? id : one(id));
  const edgeIds = new Map<string, string>();
  const edges = procedure.edges.map((edge): Edge => {
    const from = one(edge.from);
    const to = one(edge.to);
    if (from === edge.from && to === edge.to) return edge;
    const id = edge.id.replace(`${edge.from} ${edge.kind} ${edge.to}`, () => `${from} ${edge.kind} ${to}`);
    edgeIds.set(edge.id, id);
    return { ...edge, id, from, to };
  });
  const way = <T extends { readonly target: string | null; readonly edge: string | null }>(each: T): T => ({
    ...each,
    target: maybe(each.target),
    edge: each.edge === null ? null : (edgeIds.get(each.edge) ?? each.edge),
  });
  const level = (each: Level): Level => ({
    ...each,
    id: one(each.id),
    beside: maybe(each.beside),
    entry: maybe(each.entry),
    escalations: each.escalations.map((escalation): Escalation => way(escalation)),
    deescalations: each.deescalations.map(way),
    bySeverity: each.bySeverity.map((block) => ({ ...block, escalations: block.escalations.map(way) })),
  });
  const ending = (each: Ending): Ending => ({
    ...each,
    id: one(each.id),
    entry: maybe(each.entry),
    target: maybe(each.target),
    reopenings: each.reopenings.map(way),
  });
  return {
    ...procedure,
    triggers: procedure.triggers.map((each) => ({ ...each, id: one(each.id), target: maybe(each.target) })),
    levels: procedure.levels.map(level),
    resolutions: procedure.resolutions.map(ending),
    closures: procedure.closures.map(ending),
    deadlines: procedure.deadlines.map((each) => ({ ...each, of: each.of.map(one), metBy: each.metBy.map(one) })),
    steps: procedure.steps.map((each) => rewriteStep(each, one)),
    edges,
  };
}

function rewriteStep(step: Step, one: (id: string) => string): Step {
  const outcome = <T extends Outcome | Branch>(each: T): T => (each.to === null ? each : { ...each, to: one(each.to) });
  return {
    ...step,
    id: one(step.id),
    parent: one(step.parent),
    container: step.container && { ...step.container, step: one(step.container.step) },
    target: step.target === null ? null : one(step.target),
    ...(step.branches ? { branches: step.branches.map(outcome) } : {}),
    ...(step.approved ? { approved: outcome(step.approved) } : {}),
    ...(step.rejected ? { rejected: outcome(step.rejected) } : {}),
    ...(step.otherwise ? { otherwise: outcome(step.otherwise) } : {}),
    ...(step.lanes
      ? { lanes: step.lanes.map((lane) => ({ ...lane, entry: lane.entry === null ? null : one(lane.entry) })) }
      : {}),
    ...(step.parallel === undefined ? {} : { parallel: one(step.parallel) }),
  };
}
