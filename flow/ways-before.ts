/** What was done last before a step, on any way within its level. */
import type { Procedure, Step } from './procedure.js';
import { joinOf, type Place, WayGraph } from './ways-graph.js';

/** Places that a search for ways may visit before it gives up. */
const mostVisits = 1000;

/** The nearest actions before an approval (or another step): on each way into it the last one, in the order of the text. */
export function actionsBefore(procedure: Procedure, step: Step): Step[] {
  const graph = WayGraph.of(procedure);
  const { before, entries } = surroundingsOf(procedure, graph, step.parent);
  const found = new Set<Step>();
  let visits = 0;
  const goBack = (place: Place, behind: ReadonlySet<string>): void => {
    for (const previous of before.get(place) ?? []) {
      if (behind.has(previous.id) || ++visits > mostVisits) continue;
      const isAction = previous.step?.kind === 'action' && !previous.skipped;
      if (!isAction) goBack(previous, new Set([...behind, previous.id]));
      else if (previous.step && !found.has(previous.step) && canStart(previous, behind, before, entries))
        found.add(previous.step);
    }
  };
  for (const place of graph.placesAt(step.id)) if (!place.skipped) goBack(place, new Set([step.id]));
  return procedure.steps.filter((one) => found.has(one));
}

interface Surroundings {
  readonly before: ReadonlyMap<Place, readonly Place[]>;
  readonly entries: ReadonlySet<string>;
}

const known = new WeakMap<Procedure, Map<string, Surroundings>>();

/** Found once for each level. */
function surroundingsOf(procedure: Procedure, graph: WayGraph, parent: string): Surroundings {
  let ofProcedure = known.get(procedure);
  if (!ofProcedure) {
    ofProcedure = new Map();
    known.set(procedure, ofProcedure);
  }
  let surroundings = ofProcedure.get(parent);
  if (!surroundings) {
    surroundings = { before: previousPlaces(procedure, graph, parent), entries: entriesOf(procedure, graph, parent) };
    ofProcedure.set(parent, surroundings);
  }
  return surroundings;
}

/** Whether a way from the start of the level leads to a place without visiting what comes behind it. */
function canStart(
  place: Place,
  behind: ReadonlySet<string>,
  before: ReadonlyMap<Place, readonly Place[]>,
  entries: ReadonlySet<string>,
): boolean {
  const seen = new Set<Place>([place]);
  const open = [place];
  for (let at = open.pop(); at; at = open.pop()) {
    if (entries.has(at.id)) return true;
    for (const previous of before.get(at) ?? []) {
      if (seen.has(previous) || behind.has(previous.id)) continue;
      seen.add(previous);
      open.push(previous);
    }
  }
  return false;
}

/** The level's first step, and those jumped to from elsewhere. */
function entriesOf(procedure: Procedure, graph: WayGraph, parent: string): Set<string> {
  const container = [...procedure.levels, ...procedure.resolutions, ...procedure.closures].find(({ id }) => id === parent);
  const entries = new Set(container?.entry ? [container.entry] : []);
  for (const { from, to } of procedure.edges) {
    if (to !== parent && graph.containerOf(to) === parent && graph.containerOf(from) !== parent) entries.add(to);
  }
  return entries;
}

/** Lanes are ways here: what was done in any of them was done before what follows the join. */
function previousPlaces(procedure: Procedure, graph: WayGraph, parent: string): Map<Place, Place[]> {
  const before = new Map<Place, Place[]>();
  const link = (from: Place, to: Place): void => {
    const known = before.get(to);
    if (known) known.push(from);
    else before.set(to, [from]);
  };
  const steps = procedure.steps.filter((step) => step.parent === parent && step.kind !== 'join');
  for (const place of steps.flatMap(({ id }) => graph.placesAt(id))) {
    const { step, skipped, lane } = place;
    const entries = step?.kind === 'parallel' && !skipped ? (step.lanes ?? []).flatMap(({ entry }) => entry ?? []) : [];
    for (const next of entries.flatMap((entry) => graph.placesAt(entry))) link(place, next);
    for (const exit of entries.length > 0 ? [] : graph.exitsOf(place)) {
      for (const next of exit.places) link(place, next);
      if (lane && exit.edge.to === joinOf(lane.parallel)) afterParallel(place, lane.parallel);
      if (exit.edge.to === parent) for (const next of entryPlaces(parent)) link(place, next);
    }
  }
  return before;

  function afterParallel(place: Place, parallel: string): void {
    for (const around of graph.placesAt(parallel)) {
      if (around.skipped) continue;
      for (const exit of graph.exitsOf(around)) {
        for (const next of exit.places) link(place, next);
        if (around.lane && exit.edge.to === joinOf(around.lane.parallel)) afterParallel(place, around.lane.parallel);
      }
    }
  }

  function entryPlaces(id: string): readonly Place[] {
    return graph.placesAt(id).flatMap((place) => graph.entryOf(place));
  }
}
