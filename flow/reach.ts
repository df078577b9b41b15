/**
 * What can be reached from where, over every kind of edge: escalations, de-escalations and reopenings count as well as the
 * ways themselves. A level (or ending) counts as reached when it, or any step of it, is.
 */
import type { Edge, Procedure } from './procedure.js';

/** Ids of levels, resolutions, closures, steps and other procedures that some trigger leads to. */
export function reachedFromTriggers(procedure: Procedure): ReadonlySet<string> {
  return reachedFrom(
    procedure,
    procedure.triggers.flatMap(({ target }) => (target === null ? [] : [target])),
  );
}

/** The same from certain ids; they count themselves. */
export function reachedFrom(procedure: Procedure, ids: readonly string[]): ReadonlySet<string> {
  return visible(spread(ids, graphOf(procedure).onwards));
}

/** Ids from which one of the goals (ids, names of other procedures) can be reached; the goals count themselves. */
export function leadingTo(procedure: Procedure, goals: readonly string[]): ReadonlySet<string> {
  return visible(spread(goals, graphOf(procedure).backwards));
}

/** Edges by the id they leave from. */
export function edgesFrom(procedure: Procedure): ReadonlyMap<string, readonly Edge[]> {
  return graphOf(procedure).edges;
}

interface Graph {
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly onwards: ReadonlyMap<string, readonly string[]>;
  readonly backwards: ReadonlyMap<string, readonly string[]>;
}

const graphs = new WeakMap<Procedure, Graph>();

/** Being somewhere in a level is a place of its own: from any of its steps it can be left by its escalations. */
const somewhereIn = '\u0000in ';

function graphOf(procedure: Procedure): Graph {
  const known = graphs.get(procedure);
  if (known) return known;
  const edges = new Map<string, Edge[]>();
  const onwards = new Map<string, string[]>();
  const backwards = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    put(onwards, from, to);
    put(backwards, to, from);
  };
  const containers = [...procedure.levels, ...procedure.resolutions, ...procedure.closures];
  for (const { id, entry } of containers) {
    link(id, somewhereIn + id);
    if (entry !== null) link(id, entry);
  }
  for (const { id, parent } of procedure.steps) link(id, somewhereIn + parent);
  const isContainer = new Set(containers.map(({ id }) => id));
  for (const edge of procedure.edges) {
    put(edges, edge.from, edge);
    link(isContainer.has(edge.from) ? somewhereIn + edge.from : edge.from, edge.to);
  }
  const graph = { edges, onwards, backwards };
  graphs.set(procedure, graph);
  return graph;
}

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function spread(from: readonly string[], onwards: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set(from);
  const open = [...seen];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of onwards.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

/** With what is only somewhere inside told by the id of the level or ending. */
function visible(seen: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...seen].map((id) => (id.startsWith(somewhereIn) ? id.slice(somewhereIn.length) : id)));
}
