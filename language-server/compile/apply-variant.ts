/**
 * What a variant makes of a procedure: what it omits is gone, what it overrides is replaced property by property, what it
 * declares and inserts is added at its place. The tree itself stays as it is; levels, severities and triggers that a
 * variant declares come where they stand in the file, as all others do.
 */
import type { AstNode, Reference } from 'langium';
import type * as ast from '../generated/ast.js';
import { type MergedPart, mergeParts } from './merge-parts.js';
import { referenced, writtenName } from './references.js';
import {
  type Chosen,
  type ChosenThreshold,
  declared,
  inOrder,
  isStep,
  type Selection,
  stepsAmong,
  type Written,
} from './selection.js';
import { StepChanges } from './step-changes.js';

export function applyVariant(document: ast.Document, variant: ast.Variant): Selection {
  const from = variant.name;
  const changes = variant.changes ?? [];
  const base = declared(document.declarations, null);
  const added = declared(changes.filter(isDeclaration), from);
  const omitted = omittedBy(changes);
  const merge = <T extends { readonly node: AstNode }>(own: readonly T[], more: readonly T[]): readonly T[] =>
    inOrder([...own, ...more].filter(({ node }) => !omitted.has(node)));

  let levels = merge(base.levels, added.levels);
  let severities = merge(base.severities, added.severities);
  let triggers = merge(base.triggers, added.triggers);
  let thresholds = merge(base.thresholds, added.thresholds);
  const steps = new StepChanges(from, omitted);
  for (const change of changes) {
    switch (change.$type) {
      case 'LevelOverride': {
        const level = find(levels, change.level);
        if (!level) break;
        steps.override(level.node, change);
        levels = replace(levels, level, overridden(level, change.title, (change.items ?? []).filter(isProperty), from));
        break;
      }
      case 'SeverityOverride': {
        const severity = find(severities, change.severity);
        if (severity)
          severities = replace(severities, severity, overridden(severity, change.title, change.properties ?? [], from));
        break;
      }
      case 'TriggerOverride': {
        const trigger = find(triggers, change.trigger);
        if (trigger) triggers = replace(triggers, trigger, overridden(trigger, change.title, change.items ?? [], from));
        break;
      }
      case 'ThresholdOverride': {
        const threshold = find(thresholds, change.threshold);
        if (threshold) thresholds = replace(thresholds, threshold, overriddenThreshold(threshold, change, from));
        break;
      }
    }
  }
  return {
    variant,
    severities,
    thresholds,
    triggers,
    levels: levels.map((level) => withSteps(level, steps, steps.unplaced(level.node))),
    resolutions: merge(base.resolutions, added.resolutions).map((ending) => withSteps(ending, steps)),
    closures: merge(base.closures, added.closures).map((ending) => withSteps(ending, steps)),
    deadlines: merge(base.deadlines, added.deadlines),
    vocabulary: merge(base.vocabulary, added.vocabulary),
    block: (list, origin) => steps.changed((list ?? []).map((node) => ({ node, from: origin }))),
  };
}

/** With the parts of an override merged in. */
function overridden<Node, Part extends MergedPart>(
  chosen: Chosen<Node, Part>,
  title: string | undefined,
  parts: readonly Part[],
  from: string,
): Chosen<Node, Part> {
  const override = parts.map((node) => ({ node, from }));
  return { ...chosen, from, title: title ?? chosen.title, parts: mergeParts(chosen.parts, override) };
}

function overriddenThreshold(threshold: ChosenThreshold, override: ast.ThresholdOverride, from: string): ChosenThreshold {
  return { ...threshold, from, title: override.title ?? threshold.title, condition: override.condition ?? threshold.condition };
}

/** The same declaration with its steps as the variant has them. */
function withSteps<Node, Part extends AstNode>(
  chosen: Chosen<Node, Part | ast.Step>,
  steps: StepChanges,
  more: readonly Written<ast.Step>[] = [],
): Chosen<Node, Part | ast.Step> {
  const properties = chosen.parts.filter(({ node }) => !isStep(node));
  return { ...chosen, parts: [...properties, ...steps.changed(stepsAmong(chosen.parts)), ...more] };
}

function find<T extends { readonly node: AstNode & { readonly name: string } }>(
  list: readonly T[],
  reference: Reference | undefined,
): T | undefined {
  const target = referenced(reference);
  return list.find(({ node }) => node === target) ?? list.find(({ node }) => !target && node.name === writtenName(reference));
}

function replace<T>(list: readonly T[], old: T, present: T): readonly T[] {
  return list.map((each) => (each === old ? present : each));
}

function omittedBy(changes: ast.Variant['changes']): ReadonlySet<AstNode> {
  const omitted = new Set<AstNode>();
  for (const change of changes) {
    if (change.$type !== 'Omit') continue;
    for (const target of change.targets ?? []) {
      const node = referenced(target);
      if (node) omitted.add(node);
    }
  }
  return omitted;
}

const changeTypes: ReadonlySet<string> = new Set([
  'Omit',
  'LevelOverride',
  'TriggerOverride',
  'SeverityOverride',
  'ThresholdOverride',
]);

function isDeclaration(change: ast.Variant['changes'][number]): change is ast.Declaration {
  return !changeTypes.has(change.$type);
}

function isProperty(item: ast.LevelOverride['items'][number]): item is ast.LevelProperty {
  return item.$type !== 'Insert' && !isStep(item);
}
