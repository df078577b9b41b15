/**
 * The slowest and the quickest way between points, with each step's share. What a way is: language.md, "Ways". A step takes
 * its `within`, a `wait` its limit, a `page` the sum of its hops, a `parallel` its slowest lane; what has no limit takes no
 * time and is counted.
 */
import type { Duration, Edge, Procedure, Step } from './procedure.js';
import { joinOf, type Lane, type Place, WayGraph } from './ways-graph.js';
import { type Straight, unroll } from './ways-unroll.js';

export interface WayQuery {
  /** Ids of steps, levels or endings where it starts. */
  readonly from: readonly string[];
  /** Id of a level (or ending) that ways do not go on from: where they leave it they have ended. */
  readonly inside?: string;
  /**
   * Where a way ends: on arriving at a place, or when the step there is done. Without it ways end where they leave the
   * level, or where nothing follows.
   */
  readonly until?: (id: string, step: Step | null) => 'arrived' | 'done' | null;
}

export interface Way {
  readonly steps: readonly WayStep[];
  /** When it ends, as the clock counts that it was reckoned with. */
  readonly end: number;
  /** The id at which it ends: of its goal, else of its last step. */
  readonly last: string;
  /** What it leaves the level by, where it does. */
  readonly exit: Edge | null;
}

export interface WayStep {
  readonly step: Step;
  /** What it may take at worst, one after the other; empty when it has no limit. */
  readonly takes: readonly Duration[];
  readonly skipped: boolean;
}

/** How time passes: given a moment and a duration, the moment at which it is over. Never earlier for a later start. */
export type Clock = (at: number, takes: Duration) => number;

/** Minutes are minutes: exact where all durations are clock time, or all are business time of one calendar. */
export const plainClock: Clock = (at, takes) => at + takes.minutes;

/** What a step may take at worst; empty when it has no limit. A `parallel` is its lanes. */
export function takesAtWorst(step: Step): readonly Duration[] {
  if (step.kind === 'page') {
    const hops = (step.hops ?? []).flatMap(({ wait }) => wait ?? []);
    if (hops.length > 0) return Array.from({ length: Math.max(1, step.repeat ?? 1) }, () => hops).flat();
  }
  const limit = step.kind === 'wait' ? (step.limit ?? step.within) : step.within;
  return limit ? [limit] : [];
}

/** Whether a step should have a limit: joins and the frame of a `parallel` have none of their own. */
export function canTakeTime(step: Step): boolean {
  return step.kind !== 'join' && step.kind !== 'parallel';
}

/** Ways between certain points, found once, to be timed as often as needed. */
export class Ways {
  readonly #graph: WayGraph;
  readonly #query: WayQuery;
  readonly #all: Stretch;

  constructor(procedure: Procedure, query: WayQuery) {
    this.#graph = WayGraph.of(procedure);
    this.#query = query;
    const starts = query.from.flatMap((id) => this.#graph.placesAt(id)).filter((place) => place.lane === null);
    this.#all = this.#stretch(starts, null);
  }

  /** How many places there are to pass. */
  get size(): number {
    return sizeOf(this.#all);
  }

  /** Every duration on any of the ways. */
  durations(): readonly Duration[] {
    return durationsIn(this.#all);
  }

  /** The way that ends last when all start at that moment; null when none ends. */
  slowest(clock: Clock = plainClock, start = 0): Way | null {
    return this.#best('slowest', clock, start);
  }

  /** The way that ends first; a `parallel` still takes as long as its slowest lane. */
  quickest(clock: Clock = plainClock, start = 0): Way | null {
    return this.#best('quickest', clock, start);
  }

  #best(pick: Pick, clock: Clock, start: number): Way | null {
    const { through, stopped } = run(this.#all, pick, clock, start);
    const best = this.#query.until ? stopped : better(pick, through, stopped);
    if (!best) return null;
    const steps = stepsOf(best.trail);
    return { steps, end: best.time, last: best.goal ?? best.trail?.place.id ?? '', exit: best.exit };
  }

  /** The ways from these places on, in one lane or outside of all. */
  #stretch(starts: readonly Place[], lane: Lane | null): Stretch {
    const known = new Map<Place, readonly Place[]>();
    const onwards = (place: Place): readonly Place[] => {
      let next = known.get(place);
      if (!next) {
        next = this.#onwards(place);
        known.set(place, next);
      }
      return next;
    };
    const { list, starts: first } = unroll(starts, onwards);
    const spots = new Map<Place, Spot>();
    const spotOf = (place: Place): Spot => {
      let spot = spots.get(place);
      if (!spot) {
        spot = this.#spot(place, lane);
        spots.set(place, spot);
      }
      return spot;
    };
    return { list: list.map(({ place, next }) => ({ place: spotOf(place), next })), starts: first };
  }

  #onwards(place: Place): readonly Place[] {
    if (this.#stop(place)) return [];
    const entry = this.#graph.entryOf(place);
    const next = entry.length > 0 ? entry : this.#graph.exitsOf(place).flatMap((exit) => exit.places);
    return next.filter((one) => this.#isInside(one.id));
  }

  #spot(place: Place, lane: Lane | null): Spot {
    const step = place.skipped ? null : place.step;
    const stop = this.#stop(place);
    const lanes = step?.kind === 'parallel' && stop !== 'arrived' ? this.#lanesOf(step) : [];
    return {
      id: place.id,
      step: place.step,
      skipped: place.skipped,
      takes: step && canTakeTime(step) ? takesAtWorst(step) : [],
      lanes,
      frame: step?.kind === 'parallel' ? takesAtWorst(step) : [],
      stop,
      ends: stop ? null : this.#endOf(place, lane),
    };
  }

  #lanesOf(step: Step): readonly Stretch[] {
    return (step.lanes ?? []).flatMap(({ entry }) => {
      if (entry === null) return [];
      const places = this.#graph.placesAt(entry);
      return [this.#stretch(places, places[0]?.lane ?? null)];
    });
  }

  #stop(place: Place): 'arrived' | 'done' | null {
    if (place.skipped) return null;
    return this.#query.until?.(place.id, place.step) ?? null;
  }

  /** Whether a way may end at this place, and by which edge it leaves. */
  #endOf(place: Place, lane: Lane | null): { exit: Edge | null } | null {
    const exits = this.#graph.exitsOf(place);
    if (lane) {
      const end = exits.find(({ edge }) => edge.to === joinOf(lane.parallel));
      return end ? { exit: null } : null;
    }
    if (this.#graph.entryOf(place).length > 0) return null;
    if (exits.length === 0) return { exit: null };
    const leaving = exits.find(({ edge }) => !this.#isInside(edge.to));
    return leaving ? { exit: leaving.edge } : null;
  }

  #isInside(id: string): boolean {
    return this.#query.inside === undefined || this.#graph.containerOf(id) === this.#query.inside;
  }
}

// ------------------------------------------------------------------------------------------------------- reckoning

type Pick = 'slowest' | 'quickest';

interface Stretch {
  readonly list: readonly Straight<Spot>[];
  readonly starts: readonly number[];
}

/** A place with all that timing it needs. */
interface Spot {
  readonly id: string;
  readonly step: Step | null;
  readonly skipped: boolean;
  readonly takes: readonly Duration[];
  /** What follows side by side, and the limit of the whole where the lanes have none. */
  readonly lanes: readonly Stretch[];
  readonly frame: readonly Duration[];
  readonly stop: 'arrived' | 'done' | null;
  readonly ends: { readonly exit: Edge | null } | null;
}

interface Trail {
  readonly place: Spot;
  readonly before: Trail | null;
  /** The lane that counts, where the place is a `parallel`. */
  readonly inLane: Trail | null;
}

interface Result {
  readonly time: number;
  readonly trail: Trail | null;
  readonly goal: string | null;
  readonly exit: Edge | null;
}

/** `through`: the best that comes to an end without meeting the goal; `stopped`: the best that meets it. */
interface Results {
  readonly through: Result | null;
  readonly stopped: Result | null;
}

function run({ list, starts }: Stretch, pick: Pick, clock: Clock, start: number): Results {
  const arrivals: ({ time: number; trail: Trail | null } | undefined)[] = [];
  for (const index of starts) arrivals[index] = { time: start, trail: null };
  let through: Result | null = null;
  let stopped: Result | null = null;
  for (const [index, { place, next }] of list.entries()) {
    const arrival = arrivals[index];
    if (!arrival) continue;
    if (place.stop === 'arrived') {
      stopped = better(pick, stopped, { ...arrival, goal: place.id, exit: null });
      continue;
    }
    const passed = pass(place, arrival, pick, clock);
    stopped = better(pick, stopped, passed.stopped);
    const done = passed.through;
    if (!done) continue;
    if (place.stop === 'done') {
      stopped = better(pick, stopped, { ...done, goal: place.id });
      continue;
    }
    if (place.ends) through = better(pick, through, { ...done, exit: place.ends.exit });
    for (const following of next) {
      const known = arrivals[following];
      if (!known || isBetter(pick, done.time, known.time)) arrivals[following] = done;
    }
  }
  return { through, stopped };
}

/** Through a single place. Where lanes may meet the goal, the first to do so counts: the ways through lanes are independent. */
function pass(place: Spot, arrival: { time: number; trail: Trail | null }, pick: Pick, clock: Clock): Results {
  const trail = { place, before: arrival.trail, inLane: null };
  if (place.lanes.length === 0) {
    const time = [...place.takes, ...place.frame].reduce(clock, arrival.time);
    return { through: { time, trail, goal: null, exit: null }, stopped: null };
  }
  const lanes = place.lanes.map((lane) => run(lane, pick, clock, arrival.time));
  const around = (result: Result): Result => ({ ...result, trail: { ...trail, inLane: result.trail } });
  const meeting = lanes.filter((lane) => lane.stopped && !lane.through);
  if (meeting.length > 0) {
    const first = meeting.reduce<Result | null>((best, { stopped }) => better('quickest', best, stopped), null);
    return { through: null, stopped: first && around(first) };
  }
  const slowest = lanes.reduce<Result | null>((best, { through }) => better('slowest', best, through), null);
  const stopped = lanes.reduce<Result | null>((best, lane) => better(pick, best, lane.stopped), null);
  const whole =
    slowest && slowest.time === arrival.time ? { ...slowest, time: place.frame.reduce(clock, arrival.time) } : slowest;
  return { through: whole && { ...around(whole), goal: null, exit: null }, stopped: stopped && around(stopped) };
}

function better(pick: Pick, known: Result | null, other: Result | null): Result | null {
  if (!known || !other) return known ?? other;
  return isBetter(pick, other.time, known.time) ? other : known;
}

function isBetter(pick: Pick, time: number, known: number): boolean {
  return pick === 'slowest' ? time > known : time < known;
}

function stepsOf(trail: Trail | null): WayStep[] {
  const steps: WayStep[] = [];
  for (let at = trail; at; at = at.before) {
    const { step, skipped, takes, frame } = at.place;
    const inside = stepsOf(at.inLane);
    steps.unshift(
      ...(step && step.kind !== 'join'
        ? [{ step, skipped, takes: inside.some((one) => one.takes.length > 0) ? [] : [...takes, ...frame] }]
        : []),
      ...inside,
    );
  }
  return steps;
}

function sizeOf({ list }: Stretch): number {
  return list.reduce((sum, { place }) => sum + 1 + place.lanes.reduce((inside, lane) => inside + sizeOf(lane), 0), 0);
}

function durationsIn({ list }: Stretch): Duration[] {
  return [...new Set(list.map(({ place }) => place))].flatMap((spot) => [
    ...spot.takes,
    ...spot.frame,
    ...spot.lanes.flatMap(durationsIn),
  ]);
}
