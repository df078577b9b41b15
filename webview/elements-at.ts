/** From a place in the text to what the picture shows of it, and back. */
import type { Position, Procedure, Range } from '../flow/procedure.js';

/** A place of the text that something in the picture stands for. */
interface Placed {
  readonly id: string;
  readonly range: Range;
  readonly selection?: Range;
  readonly uri?: string;
}

/** The innermost element that holds the position; null where the picture has nothing of it. */
export function elementAt(procedure: Procedure, position: Position): string | null {
  let best: Placed | null = null;
  for (const candidate of placedOf(procedure)) {
    if (candidate.uri !== undefined && candidate.uri !== procedure.uri) continue;
    if (!contains(candidate.range, position)) continue;
    if (!best || extent(candidate.range) <= extent(best.range)) best = candidate;
  }
  return best?.id ?? null;
}

/** Where an element or edge was written; null for an id that is nothing of this procedure. */
export function placeOf(procedure: Procedure, id: string): { readonly uri: string; readonly range: Range } | null {
  const element = placedOf(procedure).find((candidate) => candidate.id === id);
  if (element) return { uri: element.uri ?? procedure.uri, range: element.selection ?? element.range };
  const edge = procedure.edges.find((candidate) => candidate.id === id);
  if (edge) return { uri: procedure.uri, range: edge.range };
  const other = procedure.procedures.find(({ name }) => name === id);
  const start = { line: 0, character: 0 };
  return other ? { uri: other.uri, range: { start, end: start } } : null;
}

function placedOf({ triggers, levels, resolutions, closures, steps, roles, teams }: Procedure): Placed[] {
  // A join is nowhere in the text: its parallel is.
  return [
    ...triggers,
    ...levels,
    ...resolutions,
    ...closures,
    ...steps.filter(({ kind }) => kind !== 'join'),
    ...roles,
    ...teams,
  ];
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  return after && (line < end.line || (line === end.line && character <= end.character));
}

function extent({ start, end }: Range): number {
  return (end.line - start.line) * 100_000 + end.character - start.character;
}
