/** Durations by where they are written: they stand everywhere in a Procedure, so it is walked once, not for each question. */
import type { Duration, Position, Procedure } from '../../flow/procedure.js';

const known = new WeakMap<Procedure, ReadonlyMap<string, Duration>>();

/** The duration that begins at a place of the procedure's file. */
export function durationAt(procedure: Procedure, start: Position): Duration | undefined {
  let durations = known.get(procedure);
  if (!durations) {
    const found = new Map<string, Duration>();
    collect(procedure, found);
    durations = found;
    known.set(procedure, durations);
  }
  return durations.get(placeOf(start));
}

function collect(value: unknown, found: Map<string, Duration>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isDuration(value)) {
    const place = placeOf(value.range.start);
    if (!found.has(place)) found.set(place, value);
    return;
  }
  for (const part of Object.values(value)) collect(part, found);
}

function isDuration(value: object): value is Duration {
  return 'business' in value && 'minutes' in value && 'range' in value;
}

function placeOf({ line, character }: Position): string {
  return `${line}:${character}`;
}
