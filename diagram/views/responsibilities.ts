/** The Responsibilities view: a table of steps and roles that says who does, answers for, is asked about and is told of each. */
import type { Procedure, Step } from '../../flow/procedure.js';
import { flowTitle, stepTitle } from '../../flow/titles.js';

/** Responsible (does it), accountable (owns the level), consulted, informed. */
export type Part = 'R' | 'A' | 'C' | 'I';

export interface Responsibilities {
  /** Columns: roles with a part in anything, in the order of the file. */
  readonly roles: readonly { readonly name: string; readonly title: string; readonly external: boolean }[];
  readonly rows: readonly ResponsibilityRow[];
}

export interface ResponsibilityRow {
  /** Id of the step. */
  readonly id: string;
  readonly title: string;
  /** Id and title of its level, resolution or closure. */
  readonly place: { readonly id: string; readonly title: string };
  /** By name of the role; more than one part in the order R, A, C, I. Roles without a part are left out. */
  readonly parts: Readonly<Record<string, readonly Part[]>>;
}

interface Owners {
  readonly owner: string | null;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

/** Every step in the order of the text, with the part each role has in it. */
export function responsibilitiesOf(procedure: Procedure): Responsibilities {
  const places = new Map<string, Owners>(
    [...procedure.levels, ...procedure.resolutions, ...procedure.closures].map((place) => [place.id, place]),
  );
  const steps = procedure.steps.filter((step) => step.kind !== 'join' && step.kind !== 'parallel');
  const rows = steps.map((step): ResponsibilityRow => {
    return {
      id: step.id,
      title: stepTitle(procedure, step),
      place: { id: step.parent, title: flowTitle(procedure, step.parent) },
      parts: partsOf(step, places.get(step.parent), procedure.header),
    };
  });
  const taking = new Set(rows.flatMap((row) => Object.keys(row.parts)));
  const known = procedure.roles.filter((role) => taking.has(role.name ?? ''));
  const roles = known.map((role) => ({
    name: role.name ?? '',
    title: role.title ?? role.name ?? '',
    external: role.external,
  }));
  return { roles, rows };
}

function partsOf(step: Step, place: Owners | undefined, header: Owners | null): Record<string, readonly Part[]> {
  const accountable = place?.owner ?? header?.owner;
  const lists: readonly (readonly [Part, readonly string[]])[] = [
    ['R', step.responsible],
    ['A', accountable ? [accountable] : []],
    ['C', [...(place?.consulted ?? []), ...(header?.consulted ?? [])]],
    ['I', [...toldBy(step), ...(place?.informed ?? []), ...(header?.informed ?? [])]],
  ];
  const parts: Record<string, Part[]> = Object.create(null);
  for (const [part, names] of lists) {
    for (const name of new Set(names)) {
      const own = parts[name] ?? [];
      // Who does it or answers for it is asked and told anyway.
      if ((part === 'C' || part === 'I') && own.length > 0) continue;
      parts[name] = [...own, part];
    }
  }
  return parts;
}

function toldBy(step: Step): readonly string[] {
  return [...(step.audience ?? []), ...(step.hops ?? []).flatMap((hop) => hop.roles), ...(step.to ?? [])];
}
