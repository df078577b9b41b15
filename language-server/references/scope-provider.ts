/** What a name may refer to where it stands. Unlike Langium's default, nothing leaks from files that are not imported. */
import type { AstNode, AstNodeDescription, AstReflection, ReferenceInfo, Scope, ScopeProvider, Stream, URI } from 'langium';
import { stream } from 'langium';
import type { Choice, LevelOverride, Test, Variant } from '../generated/ast.js';
import { type Body, type Kind, type Named, type Names, nameOf, noNames, type Place } from './symbols.js';
import type { Visible, VisibleFiles } from './visible-files.js';

export class SopScopeProvider implements ScopeProvider {
  readonly #reflection: AstReflection;
  readonly #files: VisibleFiles;

  constructor(reflection: AstReflection, files: VisibleFiles) {
    this.#reflection = reflection;
    this.#files = files;
  }

  getScope(info: ReferenceInfo): NameScope {
    const visible = this.#files.visibleFrom(info.container);
    const here = placeOf(info.container, visible);
    switch (this.#reflection.getReferenceType(info)) {
      case 'Team':
        return new NameScope(vocabulary('team', visible, here));
      case 'Role':
        return new NameScope(vocabulary('role', visible, here));
      case 'Channel':
        return new NameScope(vocabulary('channel', visible, here));
      case 'Template':
        return new NameScope(vocabulary('template', visible, here));
      case 'Calendar':
        return new NameScope(vocabulary('calendar', visible, here));
      case 'Metric':
        return new NameScope(vocabulary('metric', visible, here));
      case 'Measurable':
        return new NameScope(measurables(visible, here));
      case 'Category':
        return new NameScope(categories(info.container, visible, here));
      case 'Severity':
        return new NameScope(own('severity', visible, here));
      case 'Trigger':
        return new NameScope(own('trigger', visible, here));
      case 'Threshold':
        return new NameScope(own('threshold', visible, here));
      case 'Level':
        return new NameScope(own('place', visible, here).map((names) => only(names, 'Level')));
      case 'Header':
        return new NameScope([procedures(visible)]);
      case 'Omittable':
        return new NameScope(
          (['place', 'trigger', 'severity', 'deadline'] as const).flatMap((kind) => own(kind, visible, here)),
          stepsByPlace(visible, here),
        );
      case 'FlowTarget':
        return this.#flowTargets(info, visible, here);
      default:
        return new NameScope([]);
    }
  }

  #flowTargets(info: ReferenceInfo, visible: Visible, here: Here): NameScope {
    const steps = stepsHere(visible, here);
    const qualified = stepsByPlace(visible, here);
    // New steps are put in beside a step of the level that is overridden, nowhere else.
    if (info.container.$type === 'Insert') return new NameScope(steps, qualified);
    const places = own('place', visible, here);
    // An outside rule's clock is stopped by something that is done here.
    if (info.container.$type === 'DeadlineMet') return new NameScope([...steps, ...places], qualified);
    return new NameScope([...steps, ...places, procedures(visible)], qualified);
  }
}

/** Names in order of precedence. A step of another level is `level.step`. */
export class NameScope implements Scope {
  readonly #tiers: readonly Names[];
  readonly #byPlace: readonly PlaceSteps[];

  constructor(tiers: readonly ReadonlyMap<string, Named | Choice>[], byPlace: readonly PlaceSteps[] = []) {
    this.#tiers = tiers as readonly Names[];
    this.#byPlace = byPlace;
  }

  /** What the name means here. */
  find(name: string): AstNode | undefined {
    for (const names of this.#tiers) {
      const node = names.get(name);
      if (node) return node;
    }
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    const place = name.slice(0, dot);
    const step = name.slice(dot + 1);
    for (const steps of this.#byPlace) {
      const node = steps.place === place ? steps.names.get(step) : undefined;
      if (node) return node;
    }
    return undefined;
  }

  /** Everything that may stand here, as it would be written, the nearest first; steps of other places qualified. */
  *all(): Generator<readonly [string, AstNode]> {
    const seen = new Set<string>();
    const nodes = new Set<AstNode>();
    for (const names of this.#tiers) {
      for (const [name, node] of names) {
        if (seen.has(name)) continue;
        seen.add(name);
        nodes.add(node);
        yield [name, node];
      }
    }
    for (const { place, names } of this.#byPlace) {
      for (const [name, node] of names) {
        const written = `${place}.${name}`;
        if (seen.has(written) || nodes.has(node)) continue;
        seen.add(written);
        yield [written, node];
      }
    }
  }

  /** Names of the steps that may be written behind this place and a dot; undefined when there is no such place. */
  stepsOf(place: string): string[] | undefined {
    const steps = this.#byPlace.filter((each) => each.place === place);
    return steps.length === 0 ? undefined : steps.flatMap(({ names }) => [...names.keys()]);
  }

  getElement(name: string): AstNodeDescription | undefined {
    const node = this.find(name);
    return node && describe(name, node);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    const description = this.getElement(name);
    return stream(description ? [description] : []);
  }

  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.all()).map(([name, node]) => describe(name, node));
  }
}

/** Steps of a level, resolution or closure that may be written `place.step`. */
interface PlaceSteps {
  readonly place: string;
  readonly names: Names;
}

/** Where in its file a reference stands: in which variant, in which level. */
interface Here {
  readonly variant: Body | undefined;
  readonly place: Place | undefined;
  /** Name of the level, when the reference stands in an override of it. */
  readonly overrides: string | undefined;
}

function placeOf(node: AstNode, visible: Visible): Here {
  let place: Place | undefined;
  let override: LevelOverride | undefined;
  for (let at: AstNode | undefined = node; at; at = at.$container) {
    if (at.$type === 'Level' || at.$type === 'Resolution' || at.$type === 'Closure') place ??= at as Place;
    else if (at.$type === 'LevelOverride' && at !== node) override ??= at as LevelOverride;
    else if (at.$type === 'Variant' && at !== node) {
      return { variant: visible.own.variants.get(at as Variant), place, overrides: override?.level?.$refText };
    }
  }
  return { variant: undefined, place, overrides: undefined };
}

function own(kind: Kind, visible: Visible, here: Here): Names[] {
  const names = [visible.own.body.names.get(kind), here.variant?.names.get(kind)];
  return names.filter((each) => each !== undefined);
}

function vocabulary(kind: Kind, visible: Visible, here: Here): Names[] {
  const names = own(kind, visible, here);
  for (const { body } of [...visible.imported, visible.standard]) {
    const more = body.names.get(kind);
    if (more) names.push(more);
  }
  return names;
}

/** Metrics and thresholds: a file's own of either kind come before imported ones, these before the standard library's. */
function measurables(visible: Visible, here: Here): Names[] {
  const bodies = [visible.own.body, here.variant, ...visible.imported.map((file) => file.body), visible.standard.body];
  return bodies.flatMap((body) => [body?.names.get('metric') ?? noNames, body?.names.get('threshold') ?? noNames]);
}

/** After `is`, `in` and `is at least`: the values of the metric at the left, or severities. */
function categories(container: AstNode, visible: Visible, here: Here): ReadonlyMap<string, Named | Choice>[] {
  const test = container.$container as Test | undefined;
  if (test?.severity) return own('severity', visible, here);
  const subject = test?.subject?.ref;
  if (subject?.$type !== 'Metric' || subject.type?.$type !== 'ChoiceType') return [];
  const values = new Map<string, Choice>();
  for (const value of subject.type.values) if (value.name && !values.has(value.name)) values.set(value.name, value);
  return [values];
}

/** The procedures that can be followed or converted to: the file's own and those of the files it imports. */
function procedures(visible: Visible): Names {
  const names = new Map<string, Named>();
  for (const { header } of [visible.own, ...visible.imported]) {
    const name = header && nameOf(header);
    if (header && name && !names.has(name)) names.set(name, header);
  }
  return names;
}

function stepsHere(visible: Visible, here: Here): Names[] {
  if (here.place) {
    const base = visible.own.body.steps.get(here.place) ?? here.variant?.steps.get(here.place);
    return base ? [base] : [];
  }
  if (here.overrides === undefined) return [];
  const level = visible.own.body.names.get('place')?.get(here.overrides);
  const base = level && visible.own.body.steps.get(level as Place);
  return [base, here.variant?.overridden.get(here.overrides)].filter((each) => each !== undefined);
}

function stepsByPlace(visible: Visible, here: Here): PlaceSteps[] {
  const result: PlaceSteps[] = [];
  for (const body of [visible.own.body, here.variant]) {
    if (!body) continue;
    for (const [place, names] of body.steps) if (place.name) result.push({ place: place.name, names });
    for (const [place, names] of body.overridden) result.push({ place, names });
  }
  return result;
}

function only(names: Names, type: Named['$type']): Names {
  return new Map([...names].filter(([, node]) => node.$type === type));
}

/** Langium's word for an element found; its path is only worked out when somebody asks. */
function describe(name: string, node: AstNode): AstNodeDescription {
  return {
    name,
    node,
    type: node.$type,
    get documentUri(): URI {
      return documentOf(node).uri;
    },
    get path(): string {
      return pathOf(node);
    },
  };
}

function documentOf(node: AstNode) {
  let root = node;
  while (root.$container) root = root.$container;
  if (!root.$document) throw new Error(`The file of '${node.$type}' is not known.`);
  return root.$document;
}

function pathOf(node: AstNode): string {
  if (!node.$container) return '';
  const index = node.$containerIndex === undefined ? '' : `@${node.$containerIndex}`;
  return `${pathOf(node.$container)}/${node.$containerProperty}${index}`;
}
