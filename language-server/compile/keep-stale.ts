/**
 * Nothing disappears from the picture while a text is unfinished. What the present, broken text lacks of what was there
 * before stays at its place, marked stale, until the next text without syntax errors:
 *
 *     before   A → X → B            now   A → B       shown   A → X (stale) → B
 *     before   A → X                now   A → X'      shown   A → X', since X' begins where X began: it was renamed
 */
import type {
  BlockName,
  Edge,
  Element,
  Ending,
  Escalation,
  Level,
  Position,
  Procedure,
  Step,
  Trigger,
} from '../../flow/procedure.js';
import { align } from './align.js';
import { findRenames, flowIds } from './find-renames.js';
import { type MergedStep, mergeStep } from './merge-step.js';
import { rewriteIds } from './rewrite-ids.js';
import { StepWiring, stepsByBlock } from './wire-steps.js';

/**
 * The present Procedure with what it lacks of the previous one. To be called only for a text with syntax errors; the
 * previous Procedure is what was shown last, its own stale elements included. Of another file or variant nothing is kept.
 */
export function keepStale(previous: Procedure, present: Procedure): Procedure {
  if (previous.uri !== present.uri || previous.variant !== present.variant) return present;
  const { forward, backward } = findRenames(previous, present);
  const now = rewriteIds(present, backward);
  return merge(withoutTaken(rewriteIds(previous, forward), now), now);
}

/** Without what is there now as something else: a closure that, its keyword lost, is read as a level. */
function withoutTaken(previous: Procedure, present: Procedure): Procedure {
  const taken = flowIds(present);
  const free = <T extends Element>(before: readonly T[], now: readonly T[]): readonly T[] => {
    const same = new Set(now.map((element) => element.id));
    return before.filter(({ id }) => !taken.has(id) || same.has(id));
  };
  return {
    ...previous,
    triggers: free(previous.triggers, present.triggers),
    levels: free(previous.levels, present.levels),
    resolutions: free(previous.resolutions, present.resolutions),
    closures: free(previous.closures, present.closures),
  };
}

function merge(previous: Procedure, present: Procedure): Procedure {
  const steps = mergeSteps(previous, present);
  const levels = rungs(mergeElements(previous.levels, present.levels, mergeLevel));
  const resolutions = mergeElements(previous.resolutions, present.resolutions, mergeEnding);
  const closures = mergeElements(previous.closures, present.closures, mergeEnding);
  const merged: Procedure = {
    ...present,
    name: present.name || previous.name,
    title: present.title ?? previous.title,
    variants: present.variants.length > 0 ? present.variants : previous.variants,
    header: present.header ?? (previous.header && stale(previous.header)),
    roles: mergeElements(previous.roles, present.roles),
    teams: mergeElements(previous.teams, present.teams),
    channels: mergeElements(previous.channels, present.channels),
    templates: mergeElements(previous.templates, present.templates),
    calendars: mergeElements(previous.calendars, present.calendars),
    sources: mergeElements(previous.sources, present.sources),
    metrics: mergeElements(previous.metrics, present.metrics),
    severities: mergeElements(previous.severities, present.severities),
    thresholds: mergeElements(previous.thresholds, present.thresholds),
    deadlines: mergeElements(previous.deadlines, present.deadlines),
    triggers: mergeElements(previous.triggers, present.triggers, mergeTrigger),
    levels,
    resolutions,
    closures,
    steps,
    procedures: [
      ...present.procedures,
      ...previous.procedures.filter(({ name }) => !present.procedures.some((other) => other.name === name)),
    ],
  };
  return rewired(withEntries(merged), previous, present);
}

function mergeElements<T extends Element>(
  previous: readonly T[],
  present: readonly T[],
  both: (before: T, now: T) => T = (_, now) => now,
): readonly T[] {
  const places = align(
    previous.map((element) => element.id),
    present.map((element) => element.id),
    false,
  );
  return places.flatMap((place) => {
    const before = place.previous === undefined ? undefined : previous[place.previous];
    const now = place.present === undefined ? undefined : present[place.present];
    if (before && now) return [both(before, now)];
    if (now) return [now];
    return before ? [stale(before)] : [];
  });
}

function stale<T extends Element>(element: T): T {
  return element.stale ? element : { ...element, stale: true };
}

function mergeTrigger(before: Trigger, now: Trigger): Trigger {
  return { ...now, target: now.target ?? before.target };
}

function mergeLevel(before: Level, now: Level): Level {
  const kinds = new Set(now.targets.map((target) => target.kind));
  return {
    ...now,
    owner: now.owner ?? before.owner,
    owners: now.owners.length > 0 ? now.owners : before.owners,
    beside: now.beside ?? before.beside,
    targets: [...now.targets, ...before.targets.filter((target) => !kinds.has(target.kind))],
    escalations: mergeWays(before.escalations, now.escalations, (way: Escalation) => way.form),
    deescalations: mergeWays(before.deescalations, now.deescalations, () => ''),
  };
}

function mergeEnding(before: Ending, now: Ending): Ending {
  return {
    ...now,
    target: now.target ?? before.target,
    reopenings: mergeWays(before.reopenings, now.reopenings, () => ''),
  };
}

/** Ways that have lost their target, or are not there at all now, lead where they led. */
function mergeWays<T extends { readonly target: string | null; readonly edge: string | null }>(
  before: readonly T[],
  now: readonly T[],
  form: (way: T) => string,
): readonly T[] {
  const drawn = new Set(now.map((way) => way.edge));
  const lost = before.filter((way) => way.edge !== null && !drawn.has(way.edge));
  const merged = now.map((way) => {
    const same = way.target === null ? lost.findIndex((old) => form(old) === form(way)) : -1;
    const [old] = same < 0 ? [] : lost.splice(same, 1);
    return old ? { ...way, target: old.target, edge: old.edge } : way;
  });
  return [...merged, ...lost];
}

function mergeSteps(previous: Procedure, present: Procedure): readonly Step[] {
  const before = new Map(previous.steps.map((step) => [step.id, step]));
  const merged = new Map<string, MergedStep>();
  for (const step of present.steps) {
    const old = before.get(step.id);
    if (old) merged.set(step.id, mergeStep(old, step));
  }
  const now = present.steps.map((step) => inBlock(merged.get(step.id)?.step ?? step, merged, 'presentBlocks'));
  const old = previous.steps.map((step) => inBlock(step, merged, 'previousBlocks'));
  return mergeElements(old, now);
}

/** Blocks of a step that was put together may have another number than before. */
function inBlock(step: Step, merged: ReadonlyMap<string, MergedStep>, side: 'previousBlocks' | 'presentBlocks'): Step {
  if (!step.container) return step;
  const block = merged.get(step.container.step)?.[side].get(step.container.block);
  return block === undefined || block === step.container.block ? step : { ...step, container: { ...step.container, block } };
}

/** Ladder order again, now that there may be levels from before in between. */
function rungs(levels: readonly Level[]): readonly Level[] {
  const known = new Map<string, number>();
  const ids = new Set(levels.map((level) => level.id));
  let rung = 0;
  for (const level of levels) {
    if (level.beside === null || !ids.has(level.beside)) known.set(level.id, rung++);
  }
  const placed = levels.map((level) => ({
    ...level,
    rung: known.get(level.id) ?? known.get(level.beside ?? '') ?? level.rung,
  }));
  return placed.sort((a, b) => a.rung - b.rung);
}

/** Everything that names the first step of something, after steps were put together. */
function withEntries(procedure: Procedure): Procedure {
  const steps = placed(procedure.steps);
  const blocks = stepsByBlock(steps);
  const first = (key: string) => blocks.get(key)?.[0]?.id ?? null;
  const place = <T extends Level | Ending>(each: T): T => ({ ...each, entry: first(each.id) });
  return {
    ...procedure,
    levels: procedure.levels.map(place),
    resolutions: procedure.resolutions.map(place),
    closures: procedure.closures.map(place),
    steps: steps.map((step): Step => {
      const to = <T extends { readonly to: string | null; readonly block: boolean }>(way: T, block: string): T =>
        way.block ? { ...way, to: first(`${step.id} ${block}`) } : way;
      return {
        ...step,
        ...(step.branches ? { branches: step.branches.map((branch, i) => to(branch, `branch:${i}`)) } : {}),
        ...(step.lanes ? { lanes: step.lanes.map((lane, i) => ({ ...lane, entry: first(`${step.id} lane:${i}`) })) } : {}),
        ...(step.approved ? { approved: to(step.approved, 'approved') } : {}),
        ...(step.rejected ? { rejected: to(step.rejected, 'rejected') } : {}),
        ...(step.otherwise ? { otherwise: to(step.otherwise, 'else') } : {}),
      };
    }),
  };
}

/** Steps whose block is gone (its decision is an action now) stand where that block's step stands. */
function placed(steps: readonly Step[]): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const containerOf = (step: Step): Step['container'] => {
    let container = step.container;
    for (let depth = 0; container && depth <= steps.length; depth++) {
      const around = byId.get(container.step);
      if (around && around.parent === step.parent && hasBlock(around, container.block)) return container;
      container = around?.container ?? null;
    }
    return null;
  };
  return steps
    .filter((step) => step.kind !== 'join' || (byId.get(step.parallel ?? '')?.lanes?.length ?? 0) > 0)
    .map((step) => {
      const container = containerOf(step);
      return container === step.container ? step : { ...step, container };
    });
}

function hasBlock(step: Step, block: BlockName): boolean {
  const [name, index] = block.split(':');
  switch (name) {
    case 'branch':
      return step.branches?.[Number(index)]?.block === true;
    case 'lane':
      return step.lanes?.[Number(index)] !== undefined;
    case 'approved':
      return step.approved?.block === true;
    case 'rejected':
      return step.rejected?.block === true;
    default:
      return step.otherwise?.block === true;
  }
}

/** Draws the edges of the steps anew, and keeps those of triggers, levels and endings that are still written or kept. */
function rewired(merged: Procedure, previous: Procedure, present: Procedure): Procedure {
  const now = new Set(present.edges.map((edge) => edge.id));
  const drawn = new Map([...previous.edges, ...present.edges].map((edge) => [edge.id, edge]));
  const wiring = new StepWiring(merged, drawn);
  const edges: Edge[] = [];
  for (const trigger of merged.triggers) {
    const own = [...drawn.values()].find((edge) => edge.from === trigger.id && edge.to === trigger.target);
    if (own) edges.push(own);
  }
  const ways = (place: Level | Ending) => {
    const ids =
      'escalations' in place
        ? [...place.escalations, ...place.bySeverity.flatMap((block) => block.escalations), ...place.deescalations]
        : place.reopenings;
    const own = ids.flatMap(({ edge }) => (edge === null ? [] : (drawn.get(edge) ?? [])));
    edges.push(...own.sort((a, b) => comparePositions(a.range.start, b.range.start)));
    edges.push(...wiring.wire(place));
  };
  for (const places of [merged.levels, merged.resolutions, merged.closures]) for (const place of places) ways(place);
  return { ...merged, edges: edges.map((edge) => (now.has(edge.id) ? withoutStale(edge) : { ...edge, stale: true })) };
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function withoutStale({ stale: _stale, ...edge }: Edge): Edge {
  return edge;
}
