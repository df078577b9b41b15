/** From a parsed and linked file to what it means: the procedure itself, or one of its variants. */

import type { Ending, Procedure, Step } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { applyVariant } from './apply-variant.js';
import { assignIds, flowOf } from './assign-ids.js';
import { ownersClock, startClock } from './clocks.js';
import { type Compilation, namesOf } from './compilation.js';
import { compileDeadline } from './compile-deadline.js';
import { afterEnding, type ChosenEnding, compileEnding, endingJump } from './compile-ending.js';
import { compileHeader } from './compile-header.js';
import { compileLevel } from './compile-level.js';
import { compileSeverity } from './compile-severity.js';
import { compileSteps, type Exit } from './compile-steps.js';
import { compileThreshold } from './compile-threshold.js';
import { compileTrigger } from './compile-trigger.js';
import { compileVariantScope } from './compile-variant-scope.js';
import { Edges } from './edges.js';
import { Ids } from './ids.js';
import { rungsOf } from './ladder.js';
import { type Chosen, type LevelPart, stepsAmong, type Written, wholeProcedure } from './selection.js';
import { Vocabulary } from './vocabulary.js';
import { arrowRange } from './written.js';

/**
 * What a file means. Never throws, however broken the text: what is known is kept, and edges lead only to what exists.
 * `variant` is the name of one of its variants; an unknown one gives the procedure itself. The tree is not changed.
 */
export function compile(document: ast.Document, variant?: string): Procedure {
  const variants = variantsOf(document);
  const chosen = variant === undefined ? undefined : variants.find(({ name }) => name === variant);
  const base = wholeProcedure(document);
  const selection = chosen ? applyVariant(document, chosen) : base;
  const ids = new Ids();
  assignIds(ids, base);
  if (chosen) {
    // What is kept has the id that it has in the procedure itself; what takes the place of something gets its id.
    ids.keepOnly(flowOf(selection));
    assignIds(ids, selection);
  }
  const uri = document.$document?.uri.toString() ?? '';
  const c: Compilation = { document, uri, selection, ids, vocabulary: new Vocabulary(), edges: new Edges() };
  return compileSelection(c, variants);
}

function compileSelection(c: Compilation, variants: readonly ast.Variant[]): Procedure {
  const { document, selection } = c;
  const clock = startClock(c, selection.triggers[0]);
  const header = document.header ? compileHeader(c, document.header) : null;
  const severities = selection.severities.map((severity) => compileSeverity(c, severity));
  const thresholds = selection.thresholds.flatMap((threshold) => compileThreshold(c, threshold, clock) ?? []);
  const triggers = selection.triggers.map((trigger) => compileTrigger(c, trigger));
  const steps: Step[] = [];
  const rungs = rungsOf(selection.levels);
  const levels = selection.levels.map((level) => {
    const compiled = compileLevel(c, level, rungs.get(level.node) ?? 0);
    compileStepsOf(c, level, compiled.id, compiled.owner, { destination: null, range: undefined }, steps);
    return compiled;
  });
  const endings = (chosen: readonly ChosenEnding[]) => chosen.map((ending) => compileWholeEnding(c, ending, steps));
  const resolutions = endings(selection.resolutions);
  const closures = endings(selection.closures);
  const deadlines = selection.deadlines.flatMap((deadline) => compileDeadline(c, deadline) ?? []);
  const variantScope = selection.variant ? compileVariantScope(c, selection.variant, clock) : null;
  const lists = c.vocabulary.compile(c);
  return {
    version: 1,
    uri: c.uri,
    name: header?.name ?? '',
    title: header?.title ?? null,
    variant: selection.variant?.name ?? null,
    variants: variants.map((variant) => variant.name),
    variantScope,
    header,
    ...lists,
    severities,
    thresholds: [...thresholds, ...lists.thresholds],
    deadlines,
    triggers,
    levels: levels.sort((a, b) => a.rung - b.rung),
    resolutions,
    closures,
    steps,
    edges: c.edges.all,
    procedures: c.vocabulary.procedures,
  };
}

function compileWholeEnding(c: Compilation, chosen: ChosenEnding, steps: Step[]): Ending {
  const ending = compileEnding(c, chosen);
  const jump = endingJump(chosen);
  const exit: Exit = { destination: afterEnding(c, chosen), range: jump && arrowRange(jump.target) };
  compileStepsOf(c, chosen, ending.id, ending.owner, exit, steps);
  return ending;
}

function compileStepsOf(
  c: Compilation,
  chosen: Chosen<ast.Level, LevelPart> | ChosenEnding,
  parent: string,
  owner: string | null,
  exit: Exit,
  steps: Step[],
): void {
  const owners = owner === null ? ownersOfProcedure(c) : [owner];
  const parts: readonly Written<ast.Step | ast.LevelProperty | ast.EndItem>[] = chosen.parts;
  compileSteps(c, stepsAmong(parts), { parent, container: null, owners, clock: ownersClock(c.document, parts), exit }, steps);
}

function ownersOfProcedure(c: Compilation): readonly string[] {
  for (const property of c.document.header?.properties ?? []) {
    if (property.$type === 'Ownership' && property.kind === 'owner') return namesOf(c, property.roles).slice(0, 1);
  }
  return [];
}

/** Its variants, in the order of the file; one whose name is taken already, or missing, does not count. */
function variantsOf(document: ast.Document): readonly ast.Variant[] {
  const variants = new Map<string, ast.Variant>();
  for (const declaration of document.declarations ?? []) {
    if (declaration.$type === 'Variant' && declaration.name && !variants.has(declaration.name)) {
      variants.set(declaration.name, declaration);
    }
  }
  return [...variants.values()];
}
