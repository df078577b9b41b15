/** All steps under a level, resolution, closure, override or block: nested ones count for it too. */
import type { AstNode } from 'langium';
import { isStep, type Step } from '../generated/ast.js';

/** The steps among these items and those nested in their branches, outcomes, lanes and inserts, in the order of the text. */
export function* stepsWithin(items: readonly AstNode[] | undefined): Generator<Step> {
  for (const item of items ?? []) {
    if (isStep(item)) {
      yield item;
      for (const block of blocksOf(item)) yield* stepsWithin(block);
    } else if (item.$type === 'Insert' && 'steps' in item && Array.isArray(item.steps)) {
      yield* stepsWithin(item.steps);
    }
  }
}

function blocksOf(step: Step): readonly (readonly Step[])[] {
  switch (step.$type) {
    case 'Decision':
      return step.branches.map((branch) => branch.steps);
    case 'Approval':
      return [...step.approved, ...step.rejected].map((outcome) => outcome.steps);
    case 'Wait':
      return step.elses.map((outcome) => outcome.steps);
    case 'Parallel':
      return step.lanes.map((lane) => lane.steps);
    default:
      return [];
  }
}
