/** `link/omitted`: a jump that, in a variant, leads to what the variant omits. */
import { type AstNode, AstUtils, type LangiumDocument, type Reference } from 'langium';
import type { BySeverity, Document, Escalate, Level, Omit, Step, Variant } from '../generated/ast.js';
import { isStep } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import { stepsWithin } from './steps-within.js';
import { nameOf } from './symbols.js';

export function omittedJumps(document: LangiumDocument<Document>): Finding[] {
  const uri = document.uri.toString();
  const file = document.parseResult.value;
  return file.declarations
    .filter((declaration) => declaration.$type === 'Variant')
    .flatMap((variant) => [...jumpsToOmitted(file, variant)].map((jump) => finding(jump, variant, uri)));
}

interface OmittedJump {
  readonly jump: Reference;
  readonly target: AstNode;
  readonly omit: Reference;
}

function finding({ jump, target, omit }: OmittedJump, variant: Variant, uri: string): Finding {
  const name = 'title' in target && typeof target.title === 'string' ? target.title : nameOf(target);
  const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const written = AstUtils.getContainerOfType(nodeAt(jump), (node): node is Variant => node.$type === 'Variant');
  const wayOut = written ? 'Lead it elsewhere.' : 'Override it in the variant, or lead it elsewhere.';
  return {
    uri,
    code: 'link/omitted',
    level: 'error',
    message: `In the variant '${variant.title ?? variant.name}' this leads to '${name}', which is omitted there. ${wayOut}`,
    range: jump.$refNode?.range ?? place,
    related: omit.$refNode ? [{ message: 'Omitted here', range: omit.$refNode.range }] : [],
    variants: [variant.name],
  };
}

function nodeAt(reference: Reference): AstNode | undefined {
  return reference.$refNode?.astNode;
}

function* jumpsToOmitted(file: Document, variant: Variant): Generator<OmittedJump> {
  const omitted = omittedBy(variant);
  if (omitted.size === 0) return;
  for (const jump of jumpsOfVariant(file, variant, omitted)) {
    const target = jump.ref;
    const omit = target && omitted.get(target);
    if (target && omit) yield { jump, target, omit };
  }
}

/** What a variant leaves out, with where it says so: the steps of a level and those inside a step go with it. */
function omittedBy(variant: Variant): Map<AstNode, Reference> {
  const omitted = new Map<AstNode, Reference>();
  const omits = variant.changes.filter((change): change is Omit => change.$type === 'Omit');
  for (const reference of omits.flatMap((omit) => omit.targets)) {
    const target: AstNode | undefined = reference.ref;
    if (!target) continue;
    omitted.set(target, reference);
    const inside = 'items' in target && Array.isArray(target.items) ? target.items : isStep(target) ? [target] : [];
    for (const step of stepsWithin(inside)) if (!omitted.has(step)) omitted.set(step, reference);
  }
  return omitted;
}

/** Every jump that counts in the variant: those of the file that it neither omits nor overrides, and its own. */
function* jumpsOfVariant(file: Document, variant: Variant, omitted: ReadonlyMap<AstNode, Reference>): Generator<Reference> {
  for (const declaration of file.declarations) {
    if (omitted.has(declaration)) continue;
    if (declaration.$type === 'Level') yield* jumpsOfLevel(declaration, variant, omitted);
    else if (declaration.$type === 'Resolution' || declaration.$type === 'Closure') yield* jumpsOf(declaration.items, omitted);
    else if (declaration.$type === 'Trigger' && !overridesTarget(variant, declaration))
      yield* jumpsOf(declaration.items, omitted);
  }
  for (const change of variant.changes) {
    if ('items' in change && Array.isArray(change.items)) yield* jumpsOf(change.items, omitted);
  }
}

function overridesTarget(variant: Variant, trigger: AstNode): boolean {
  return variant.changes.some(
    (change) =>
      change.$type === 'TriggerOverride' && change.trigger?.ref === trigger && change.items.some((item) => item.$type === 'Jump'),
  );
}

/** An override takes the place of the escalations of the same form, of de-escalations, and of the steps of the same name. */
function* jumpsOfLevel(level: Level, variant: Variant, omitted: ReadonlyMap<AstNode, Reference>): Generator<Reference> {
  const overriding = variant.changes.flatMap((change) =>
    change.$type === 'LevelOverride' && change.level?.ref === level ? change.items : [],
  );
  const names = new Set([...stepsWithin(overriding.filter((item) => item.$type !== 'Insert'))].map(nameOf));
  names.delete(undefined);
  const stays = level.items.filter((item) => {
    if (item.$type === 'Escalate')
      return !overriding.some((other) => other.$type === 'Escalate' && formOf(other) === formOf(item));
    if (item.$type === 'Deescalate') return !overriding.some((other) => other.$type === 'Deescalate');
    if (item.$type === 'BySeverity') {
      return !overriding.some((other) => other.$type === 'BySeverity' && severitiesOf(other) === severitiesOf(item));
    }
    return true;
  });
  yield* jumpsOf(stays, omitted, names);
}

function formOf(escalation: Escalate): string {
  if (escalation.after) return 'after';
  return escalation.unacknowledged ? 'unless' : 'when';
}

function severitiesOf(block: BySeverity): string {
  return block.severities
    .map((severity) => severity.$refText)
    .sort()
    .join();
}

/** Jumps written in these items and whatever is nested in them, but not in steps that are omitted or replaced by name. */
function* jumpsOf(
  items: readonly AstNode[],
  omitted: ReadonlyMap<AstNode, Reference>,
  replaced: ReadonlySet<string | undefined> = new Set(),
): Generator<Reference> {
  for (const item of items) {
    if (isStep(item) && (omitted.has(item) || replaced.has(nameOf(item)))) continue;
    yield* ownJumps(item);
    for (const child of AstUtils.streamContents(item)) yield* jumpsOf([child], omitted, replaced);
  }
}

function ownJumps(node: AstNode): readonly Reference[] {
  if (isStep(node)) return (node satisfies Step).targets ?? [];
  switch (node.$type) {
    case 'Jump':
    case 'Escalate':
    case 'Deescalate':
    case 'Reopen':
    case 'Branch':
    case 'Outcome':
      return 'target' in node && isReferenceLike(node.target) ? [node.target] : [];
    default:
      return [];
  }
}

function isReferenceLike(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$refText' in value;
}
