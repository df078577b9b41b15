/**
 * The names a file declares, by kind: computed once for each parse. Levels, resolutions and closures share one space
 * (`place`), steps have one for each of these, and each variant has its own on top of the file's.
 */
import type { AstNode } from 'langium';
import type {
  Closure,
  Declaration,
  Document,
  Header,
  Level,
  LevelOverride,
  Resolution,
  Step,
  Variant,
} from '../generated/ast.js';
import { stepsWithin } from './steps-within.js';

export type Kind =
  | 'team'
  | 'role'
  | 'channel'
  | 'template'
  | 'calendar'
  | 'source'
  | 'metric'
  | 'threshold'
  | 'severity'
  | 'trigger'
  | 'deadline'
  | 'variant'
  | 'place';

/** Where steps stand. */
export type Place = Level | Resolution | Closure;
export type Named = Declaration | Step | Header;
export type Names = ReadonlyMap<string, Named>;

/** What one body declares: the file's own, or a variant's. */
export interface Body {
  readonly names: ReadonlyMap<Kind, Names>;
  readonly steps: ReadonlyMap<Place, Names>;
  /** In a variant: the steps it puts into the levels of the file, by the level's name. */
  readonly overridden: ReadonlyMap<string, Names>;
  readonly repeats: readonly Repeat[];
}

/** A second declaration of a name. */
export interface Repeat {
  readonly first: Named;
  readonly second: Named;
  /** For steps: name of the place that holds both. */
  readonly place: string | undefined;
}

export interface FileSymbols {
  readonly header: Header | undefined;
  readonly body: Body;
  readonly variants: ReadonlyMap<Variant, Body>;
}

/** Kinds that are no business of those who import the file. */
export const privateKinds: readonly Kind[] = ['severity', 'trigger', 'deadline', 'variant', 'place'];

/** Kinds an import makes visible. */
export const vocabularyKinds: readonly Kind[] = [
  'team',
  'role',
  'channel',
  'template',
  'calendar',
  'source',
  'metric',
  'threshold',
];

export const noNames: Names = new Map();

const known = new WeakMap<AstNode, FileSymbols>();

/** The names of a file, kept as long as its tree is. */
export function symbolsOf(file: Document): FileSymbols {
  let symbols = known.get(file);
  if (!symbols) {
    symbols = collect(file);
    known.set(file, symbols);
  }
  return symbols;
}

/** The kind under which a declaration's name is known; undefined for what is no declaration of the flow or vocabulary. */
export function kindOf(node: AstNode): Kind | undefined {
  return kinds.get(node.$type);
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Team', 'team'],
  ['Role', 'role'],
  ['Channel', 'channel'],
  ['Template', 'template'],
  ['Calendar', 'calendar'],
  ['Source', 'source'],
  ['Metric', 'metric'],
  ['Threshold', 'threshold'],
  ['Severity', 'severity'],
  ['Trigger', 'trigger'],
  ['Deadline', 'deadline'],
  ['Variant', 'variant'],
  ['Level', 'place'],
  ['Resolution', 'place'],
  ['Closure', 'place'],
]);

function collect(file: Document): FileSymbols {
  const body = collectBody(file.declarations, []);
  const variants = new Map<Variant, Body>();
  for (const declaration of file.declarations) {
    if (declaration.$type !== 'Variant') continue;
    const declarations: Declaration[] = [];
    const overrides: LevelOverride[] = [];
    for (const change of declaration.changes) {
      if (change.$type === 'LevelOverride') overrides.push(change);
      else if (kinds.has(change.$type)) declarations.push(change as Declaration);
    }
    variants.set(declaration, collectBody(declarations, overrides));
  }
  return { header: file.header, body, variants };
}

function collectBody(declarations: readonly Declaration[], overrides: readonly LevelOverride[]): Body {
  const names = new Map<Kind, Map<string, Named>>();
  const steps = new Map<Place, Names>();
  const overridden = new Map<string, Map<string, Named>>();
  const repeats: Repeat[] = [];

  const add = (space: Map<string, Named>, node: Named, place?: string) => {
    const name = nameOf(node);
    if (!name) return;
    const first = space.get(name);
    if (first) repeats.push({ first, second: node, place });
    else space.set(name, node);
  };
  const spaceOf = (kind: Kind) => {
    const space = names.get(kind) ?? new Map<string, Named>();
    names.set(kind, space);
    return space;
  };

  for (const declaration of declarations) {
    const kind = kindOf(declaration);
    if (!kind) continue;
    add(spaceOf(kind), declaration);
    // A condition names metrics and thresholds alike, so these may not share a name either.
    if (kind === 'metric' || kind === 'threshold') {
      const other = names.get(kind === 'metric' ? 'threshold' : 'metric')?.get(declaration.name);
      if (other) repeats.push({ first: other, second: declaration, place: undefined });
    }
    if (declaration.$type === 'Level' || declaration.$type === 'Resolution' || declaration.$type === 'Closure') {
      const own = new Map<string, Named>();
      for (const step of stepsWithin(declaration.items)) add(own, step, declaration.name);
      steps.set(declaration, own);
    }
  }
  for (const override of overrides) {
    const level = override.level?.$refText;
    if (!level) continue;
    const own = overridden.get(level) ?? new Map<string, Named>();
    overridden.set(level, own);
    for (const step of stepsWithin(override.items)) add(own, step, level);
  }
  return { names, steps, overridden, repeats };
}

/** The name of a declaration or step; undefined where it has none, or where it is not written yet. */
export function nameOf(node: AstNode): string | undefined {
  return 'name' in node && typeof node.name === 'string' && node.name !== '' ? node.name : undefined;
}
