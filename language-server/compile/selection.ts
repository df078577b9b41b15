/** What a procedure consists of: the declarations of the file, or, for a variant, what is left of them and what it adds. */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';

/** Something written, and the name of the variant that it is written in; null in the procedure itself. */
export interface Written<T> {
  readonly node: T;
  readonly from: string | null;
}

/** A declaration with the parts that count. */
export interface Chosen<T, Part> extends Written<T> {
  readonly title: string | undefined;
  readonly parts: readonly Written<Part>[];
}

export type LevelPart = ast.LevelProperty | ast.Step;
export type SeverityPart = ast.Severity['properties'][number];

export interface ChosenThreshold extends Written<ast.Threshold> {
  readonly title: string | undefined;
  readonly condition: ast.Condition | undefined;
}

export interface Selection {
  /** The variant, as it is written; null for the procedure itself. */
  readonly variant: ast.Variant | null;
  readonly severities: readonly Chosen<ast.Severity, SeverityPart>[];
  readonly thresholds: readonly ChosenThreshold[];
  readonly triggers: readonly Chosen<ast.Trigger, ast.TriggerItem>[];
  readonly levels: readonly Chosen<ast.Level, LevelPart>[];
  readonly resolutions: readonly Chosen<ast.Resolution, ast.EndItem>[];
  readonly closures: readonly Chosen<ast.Closure, ast.EndItem>[];
  readonly deadlines: readonly Chosen<ast.Deadline, ast.DeadlineItem>[];
  /** People, channels, templates, calendars, sources, metrics. */
  readonly vocabulary: readonly Written<ast.Declaration>[];
  /** The steps of a block (a branch, a lane, an outcome) that count, in their order. */
  readonly block: (steps: readonly ast.Step[] | undefined, from: string | null) => readonly Written<ast.Step>[];
}

/** The procedure itself. */
export function wholeProcedure(document: ast.Document): Selection {
  return {
    ...declared(document.declarations, null),
    variant: null,
    block: (steps, from) => (steps ?? []).map((node) => ({ node, from })),
  };
}

/** What a list of declarations declares, by kind, in its order. */
export function declared(
  declarations: readonly ast.Declaration[] | undefined,
  from: string | null,
): Omit<Selection, 'variant' | 'block'> {
  const list = declarations ?? [];
  return {
    severities: chosen(list, 'Severity', from, (node) => node.properties),
    thresholds: ofType(list, 'Threshold').map((node) => ({ node, from, title: node.title, condition: node.condition })),
    triggers: chosen(list, 'Trigger', from, (node) => node.items),
    levels: chosen(list, 'Level', from, (node) => node.items),
    resolutions: chosen(list, 'Resolution', from, (node) => node.items),
    closures: chosen(list, 'Closure', from, (node) => node.items),
    deadlines: chosen(list, 'Deadline', from, (node) => node.items),
    vocabulary: list.filter(isVocabulary).map((node) => ({ node, from })),
  };
}

const stepTypes: ReadonlySet<string> = new Set([
  'Action',
  'Notify',
  'Page',
  'Decision',
  'Approval',
  'Wait',
  'Parallel',
  'Handoff',
  'Assign',
  'Follow',
]);

export function isStep(node: AstNode): node is ast.Step {
  return stepTypes.has(node.$type);
}

/** The steps among the parts of a level, resolution or closure. */
export function stepsAmong(parts: readonly Written<AstNode>[]): readonly Written<ast.Step>[] {
  const steps: Written<ast.Step>[] = [];
  for (const { node, from } of parts) {
    if (isStep(node)) steps.push({ node, from });
  }
  return steps;
}

/** The parts of one kind. */
export function partsOf<Part extends AstNode, Type extends Part['$type']>(
  parts: readonly Written<Part>[],
  type: Type,
): readonly Written<Extract<Part, { readonly $type: Type }>>[] {
  return parts.filter((part): part is Written<Extract<Part, { readonly $type: Type }>> => part.node.$type === type);
}

/** The blocks of a step, in the order of the text. */
export function blocksOf(step: ast.Step): readonly (readonly ast.Step[] | undefined)[] {
  switch (step.$type) {
    case 'Decision':
      return (step.branches ?? []).map((branch) => branch.steps);
    case 'Approval':
      return inTextOrder([...(step.approved ?? []), ...(step.rejected ?? [])]).map((outcome) => outcome.steps);
    case 'Wait':
      return (step.elses ?? []).map((outcome) => outcome.steps);
    case 'Parallel':
      return (step.lanes ?? []).map((lane) => lane.steps);
    default:
      return [];
  }
}

/** What was chosen, in the order in which it stands in the text. */
export function inOrder<T extends { readonly node: AstNode }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => (a.node.$cstNode?.offset ?? 0) - (b.node.$cstNode?.offset ?? 0));
}

/** Elements in the order in which they stand in the text. */
export function inTextOrder<T extends AstNode>(nodes: readonly T[]): readonly T[] {
  return nodes.length < 2 ? nodes : [...nodes].sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));
}

const flowTypes: ReadonlySet<string> = new Set([
  'Severity',
  'Threshold',
  'Trigger',
  'Level',
  'Resolution',
  'Closure',
  'Deadline',
  'Variant',
]);

function isVocabulary(node: ast.Declaration): boolean {
  return !flowTypes.has(node.$type);
}

function chosen<Type extends ast.Declaration['$type'], Part>(
  declarations: readonly ast.Declaration[],
  type: Type,
  from: string | null,
  partsOfNode: (node: Extract<ast.Declaration, { readonly $type: Type }>) => readonly Part[] | undefined,
): Chosen<Extract<ast.Declaration, { readonly $type: Type }>, Part>[] {
  return ofType(declarations, type).map((node) => ({
    node,
    from,
    title: node.title,
    parts: (partsOfNode(node) ?? []).map((part) => ({ node: part, from })),
  }));
}

function ofType<Type extends ast.Declaration['$type']>(
  declarations: readonly ast.Declaration[],
  type: Type,
): Extract<ast.Declaration, { readonly $type: Type }>[] {
  return declarations.filter((node): node is Extract<ast.Declaration, { readonly $type: Type }> => node.$type === type);
}
