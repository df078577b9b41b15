/**
 * Ways on which something does not happen: a search that stops at certain places and tells what it reaches without them. All
 * lanes of a `parallel` are walked: what happens in one of them has happened after it.
 */
import type { Edge, Procedure, Step } from './procedure.js';
import { edgesFrom } from './reach.js';
import { joinOf, type Lane, type Place, WayGraph } from './ways-graph.js';

export interface AvoidingQuery {
  /** Ids where ways start. */
  readonly from: readonly string[];
  /** Ways do not go on from such a place, nor does it count as reached. */
  readonly avoid: (place: Place) => boolean;
  /** A way may also leave a level by its escalations, after its last step. */
  readonly escalating?: boolean;
}

export class WaysAvoiding {
  readonly #graph: WayGraph;
  readonly #query: AvoidingQuery;
  readonly #edges: ReadonlyMap<string, readonly Edge[]>;
  readonly #levels: ReadonlySet<string>;
  /** Places reached, each with the one before it. */
  readonly #before = new Map<Place, Place | null>();
  readonly #arrived = new Map<Place, Map<Lane, Place>>();
  readonly #open: Place[] = [];
  /** Places after which nothing follows. */
  readonly ends: readonly Place[];

  constructor(procedure: Procedure, query: AvoidingQuery) {
    this.#graph = WayGraph.of(procedure);
    this.#query = query;
    this.#edges = edgesFrom(procedure);
    this.#levels = new Set(procedure.levels.map(({ id }) => id));
    for (const id of query.from) this.#reach(this.#graph.placesAt(id), null);
    const ends: Place[] = [];
    for (let at = this.#open.shift(); at; at = this.#open.shift()) {
      if (!this.#goOn(at)) ends.push(at);
    }
    this.ends = ends;
  }

  /** In the order in which they were reached. */
  get reached(): Iterable<Place> {
    return this.#before.keys();
  }

  /** Steps of a way to a reached place, itself included, those skipped left out. */
  wayTo(place: Place): Step[] {
    const places: Place[] = [];
    for (let at: Place | null = place; at; at = this.#before.get(at) ?? null) {
      const after = places.at(-1);
      if (after && after.lane === at.lane && at !== place) {
        for (const end of [...(this.#arrived.get(at)?.values() ?? [])].reverse()) places.push(...this.#backTo(end, at));
      }
      places.push(at);
    }
    return places.reverse().flatMap(({ step, skipped }) => (step && !skipped && step.kind !== 'join' ? [step] : []));
  }

  /** From the end of a lane back to its first step. */
  #backTo(end: Place, parallel: Place): Place[] {
    const places: Place[] = [];
    for (let at: Place | null = end; at && at !== parallel; at = this.#before.get(at) ?? null) places.push(at);
    return places;
  }

  #reach(places: readonly Place[], before: Place | null): void {
    for (const place of places) {
      if (this.#before.has(place) || this.#query.avoid(place)) continue;
      this.#before.set(place, before);
      this.#open.push(place);
    }
  }

  /** False where nothing follows. */
  #goOn(place: Place): boolean {
    const { step, skipped, lane } = place;
    const entries = (step?.kind === 'parallel' && !skipped ? (step.lanes ?? []) : []).flatMap(({ entry }) => entry ?? []);
    if (entries.length > 0) {
      for (const entry of entries) this.#reach(this.#graph.placesAt(entry), place);
      return true;
    }
    return this.#leave(place, lane);
  }

  #leave(place: Place, lane: Lane | null): boolean {
    const entry = this.#graph.entryOf(place);
    if (entry.length > 0) {
      this.#reach(entry, place);
      return true;
    }
    const exits = this.#graph.exitsOf(place);
    for (const exit of exits) {
      if (lane && exit.edge.to === joinOf(lane.parallel)) this.#arrive(place, lane);
      else this.#reach(exit.places, place);
    }
    const level = this.#graph.containerOf(place.id);
    const isLast = exits.length === 0 || exits.some(({ edge }) => this.#graph.containerOf(edge.to) !== level);
    if (this.#query.escalating && !lane && level !== null && this.#levels.has(level) && isLast) {
      for (const edge of this.#edges.get(level) ?? []) {
        if (edge.kind === 'escalate') this.#reach(this.#graph.placesAt(edge.to), place);
      }
    }
    return exits.length > 0;
  }

  /** A lane has come to its end; the last one to do so opens the way on. */
  #arrive(place: Place, lane: Lane): void {
    const parallel = this.#graph.placesAt(lane.parallel).find(({ skipped }) => !skipped);
    if (!parallel?.step) return;
    let arrived = this.#arrived.get(parallel);
    if (!arrived) {
      arrived = new Map();
      this.#arrived.set(parallel, arrived);
    }
    if (!arrived.has(lane)) arrived.set(lane, place);
    const lanes = (parallel.step.lanes ?? []).filter(({ entry }) => entry !== null).length;
    if (arrived.size === lanes && this.#before.has(parallel)) this.#leave(parallel, parallel.lane);
  }
}
