/**
 * The places that ways run through: each step, done or skipped, and levels, resolutions, closures and other procedures on
 * arrival. Escalations, de-escalations and reopenings are no part of it. A `parallel` is one place with its lanes inside.
 */
import type { Edge, Ending, Level, Procedure, Step } from './procedure.js';
import { edgesFrom } from './reach.js';

export interface Place {
  /** Of the step, level, resolution or closure; the name of another procedure. */
  readonly id: string;
  /** Null where a level, ending or other procedure is arrived at. */
  readonly step: Step | null;
  /** The step is passed over because its condition is false. */
  readonly skipped: boolean;
  /** The lane it stands in; null outside of all. */
  readonly lane: Lane | null;
}

/** A lane of a `parallel`, which may stand in a lane itself. */
export interface Lane {
  readonly parallel: string;
  readonly index: number;
}

export interface Exit {
  readonly edge: Edge;
  /** The step done and, where it has a condition, skipped; empty where an edge leads out of or into a lane. */
  readonly places: readonly Place[];
}

const graphs = new WeakMap<Procedure, WayGraph>();

export class WayGraph {
  readonly procedure: Procedure;
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #containers: ReadonlyMap<string, Level | Ending>;
  readonly #edges: ReadonlyMap<string, readonly Edge[]>;
  readonly #places = new Map<string, readonly Place[]>();
  readonly #exits = new Map<Place, readonly Exit[]>();
  readonly #lanes = new Map<string, Lane>();

  /** The graph of a procedure, made once. */
  static of(procedure: Procedure): WayGraph {
    let graph = graphs.get(procedure);
    if (!graph) {
      graph = new WayGraph(procedure);
      graphs.set(procedure, graph);
    }
    return graph;
  }

  private constructor(procedure: Procedure) {
    this.procedure = procedure;
    this.#steps = new Map(procedure.steps.map((step) => [step.id, step]));
    this.#containers = new Map(
      [...procedure.levels, ...procedure.resolutions, ...procedure.closures].map((container) => [container.id, container]),
    );
    this.#edges = edgesFrom(procedure);
  }

  step(id: string): Step | undefined {
    return this.#steps.get(id);
  }

  /** The level or ending of a step, or the one of that id. */
  containerOf(id: string): string | null {
    return this.#steps.get(id)?.parent ?? (this.#containers.has(id) ? id : null);
  }

  /** What a way can find at an id: a step done or skipped, or a level, ending or other procedure. */
  placesAt(id: string): readonly Place[] {
    let places = this.#places.get(id);
    if (!places) {
      const step = this.#steps.get(id) ?? null;
      const lane = step ? (this.lanesAround(step)[0] ?? null) : null;
      const done: Place = { id, step, skipped: false, lane };
      places = step?.guard ? [done, { ...done, skipped: true }] : [done];
      this.#places.set(id, places);
    }
    return places;
  }

  /** Where a way can go on, in the order of the text; without the lanes of a `parallel`. */
  exitsOf(place: Place): readonly Exit[] {
    let exits = this.#exits.get(place);
    if (!exits) {
      exits = this.#edgesOut(place).map((edge) => ({
        edge,
        places: this.placesAt(edge.to).filter((next) => next.lane === place.lane),
      }));
      this.#exits.set(place, exits);
    }
    return exits;
  }

  /** Where a level or ending begins: its first step. */
  entryOf(place: Place): readonly Place[] {
    const entry = place.step ? null : (this.#containers.get(place.id)?.entry ?? null);
    return entry === null ? [] : this.placesAt(entry);
  }

  /** The lanes that a step stands in, innermost first. */
  lanesAround(step: Step): readonly Lane[] {
    const lanes: Lane[] = [];
    for (let around = step.container; around; around = this.#steps.get(around.step)?.container ?? null) {
      if (around.block.startsWith('lane:')) lanes.push(this.#lane(around.step, Number(around.block.slice('lane:'.length))));
    }
    return lanes;
  }

  /** The same object for the same lane. */
  #lane(parallel: string, index: number): Lane {
    const key = `${parallel} ${index}`;
    let lane = this.#lanes.get(key);
    if (!lane) {
      lane = { parallel, index };
      this.#lanes.set(key, lane);
    }
    return lane;
  }

  #edgesOut({ step, id, skipped }: Place): readonly Edge[] {
    if (!step) return (this.#edges.get(id) ?? []).filter(({ kind }) => kind === 'next' || kind === 'convert');
    const edges = this.#edges.get(id) ?? [];
    if (skipped) {
      const around = edges.filter((edge) => edge.skipped);
      if (around.length > 0 || step.target !== null) return around;
      return step.kind === 'parallel' ? this.#afterJoin(id) : edges.filter(({ kind }) => kind === 'next');
    }
    return step.kind === 'parallel' ? this.#afterJoin(id) : edges.filter((edge) => !edge.skipped);
  }

  #afterJoin(parallel: string): readonly Edge[] {
    return this.#edges.get(joinOf(parallel)) ?? [];
  }
}

/** Where all lanes of a `parallel` lead. */
export function joinOf(parallel: string): string {
  return `${parallel}.join`;
}
