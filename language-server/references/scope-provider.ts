/** What a name may refer to where it stands. Unlike Langium's default, nothing leaks from files that are not imported. */
import type { AstNode, AstReflection, ReferenceInfo, ScopeProvider } from 'langium';
import { type Choice, isClosure, isLevel, isLevelOverride, isResolution, isTest, isVariant } from '../generated/ast.js';
import { NameScope } from './name-scope.js';
import { NameSpaces } from './name-spaces.js';
import type { Body, Names, Place } from './symbols.js';
import type { Visible, VisibleFiles } from './visible-files.js';

export class SopScopeProvider implements ScopeProvider {
  readonly #reflection: AstReflection;
  readonly #files: VisibleFiles;
  readonly #spaces = new WeakMap<Visible, Map<Body | undefined, NameSpaces>>();

  constructor(reflection: AstReflection, files: VisibleFiles) {
    this.#reflection = reflection;
    this.#files = files;
  }

  getScope(info: ReferenceInfo): NameScope {
    const here = placeOf(info.container);
    const visible = this.#files.visibleFrom(info.container);
    const spaces = this.#spacesFor(visible, here);
    switch (this.#reflection.getReferenceType(info)) {
      case 'Team':
        return new NameScope(spaces.vocabulary('team'));
      case 'Role':
        return new NameScope(spaces.vocabulary('role'));
      case 'Channel':
        return new NameScope(spaces.vocabulary('channel'));
      case 'Template':
        return new NameScope(spaces.vocabulary('template'));
      case 'Calendar':
        return new NameScope(spaces.vocabulary('calendar'));
      case 'Metric':
        return new NameScope(spaces.vocabulary('metric'));
      case 'Measurable':
        return new NameScope(spaces.measurables);
      case 'Category':
        return new NameScope(categories(info.container, spaces));
      case 'Severity':
        return new NameScope(spaces.own('severity'));
      case 'Trigger':
        return new NameScope(spaces.own('trigger'));
      case 'Threshold':
        return new NameScope(spaces.own('threshold'));
      case 'Level':
        return new NameScope(spaces.levels);
      case 'Header':
        return new NameScope([spaces.procedures]);
      case 'Omittable':
        return new NameScope(spaces.omittable, () => spaces.stepsByPlace);
      case 'FlowTarget':
        return new NameScope(flowTargets(info, spaces, here), () => spaces.stepsByPlace);
      default:
        return new NameScope([]);
    }
  }

  #spacesFor(visible: Visible, here: Here): NameSpaces {
    const variant = here.variant && isVariant(here.variant) ? visible.own.variants.get(here.variant) : undefined;
    let byVariant = this.#spaces.get(visible);
    if (!byVariant) {
      byVariant = new Map();
      this.#spaces.set(visible, byVariant);
    }
    let spaces = byVariant.get(variant);
    if (!spaces) {
      spaces = new NameSpaces(visible, variant);
      byVariant.set(variant, spaces);
    }
    return spaces;
  }
}

/** Where in its file a reference stands. */
interface Here {
  readonly variant: AstNode | undefined;
  readonly place: Place | undefined;
  /** Name of the level, when the reference stands in an override of it. */
  readonly overrides: string | undefined;
}

function placeOf(node: AstNode): Here {
  let place: Place | undefined;
  let overrides: string | undefined;
  for (let at: AstNode | undefined = node; at; at = at.$container) {
    if (isLevel(at) || isResolution(at) || isClosure(at)) place ??= at;
    // The name after `override level`, and the condition of a variant, stand before the body.
    else if (at === node) continue;
    else if (isLevelOverride(at)) overrides ??= at.level?.$refText;
    else if (isVariant(at)) return { variant: at, place, overrides };
  }
  return { variant: undefined, place, overrides: undefined };
}

function flowTargets(info: ReferenceInfo, spaces: NameSpaces, here: Here): readonly Names[] {
  const steps = stepsHere(spaces, here);
  // New steps are put in beside a step of the level that is overridden, nowhere else.
  if (info.container.$type === 'Insert') return steps;
  // An outside rule's clock is stopped by something that is done here.
  if (info.container.$type === 'DeadlineMet') return [...steps, ...spaces.own('place')];
  return [...steps, ...spaces.own('place'), spaces.procedures];
}

function stepsHere(spaces: NameSpaces, here: Here): readonly Names[] {
  if (here.place) return spaces.stepsOf(here.place);
  return here.overrides === undefined ? [] : spaces.stepsOfOverridden(here.overrides);
}

/** After `is`, `in` and `is at least`: the values of the metric at the left, or severities. */
function categories(container: AstNode, spaces: NameSpaces): readonly ReadonlyMap<string, AstNode>[] {
  const test = container.$container;
  if (!isTest(test)) return [];
  if (test.severity) return spaces.own('severity');
  const subject = test.subject?.ref;
  if (subject?.$type !== 'Metric' || subject.type?.$type !== 'ChoiceType') return [];
  const values = new Map<string, Choice>();
  for (const value of subject.type.values) if (value.name && !values.has(value.name)) values.set(value.name, value);
  return [values];
}
