/** One step as the present, broken text has it, with the answers, lanes and outcomes that it had before and lacks now. */
import type { BlockName, Branch, Step } from '../../flow/procedure.js';
import { type Aligned, align, uniqueKeys } from './align.js';

export interface MergedStep {
  readonly step: Step;
  /** Names of its blocks in the step put together, by their names in the earlier and in the present one. */
  readonly previousBlocks: ReadonlyMap<BlockName, BlockName>;
  readonly presentBlocks: ReadonlyMap<BlockName, BlockName>;
}

export function mergeStep(previous: Step, present: Step): MergedStep {
  const previousBlocks = new Map<BlockName, BlockName>();
  const presentBlocks = new Map<BlockName, BlockName>();
  const kept = { ...present, target: present.target ?? previous.target };
  if (previous.kind !== present.kind) return { step: present, previousBlocks, presentBlocks };
  const note = (places: readonly Aligned[], kind: 'branch' | 'lane') => {
    places.forEach((place, i) => {
      if (place.previous !== undefined) previousBlocks.set(`${kind}:${place.previous}`, `${kind}:${i}`);
      if (place.present !== undefined) presentBlocks.set(`${kind}:${place.present}`, `${kind}:${i}`);
    });
  };
  const branches = { previous: previous.branches ?? [], present: present.branches ?? [] };
  const answers = align(uniqueKeys(branches.previous.map(answer)), uniqueKeys(branches.present.map(answer)), true);
  const lanes = { previous: previous.lanes ?? [], present: present.lanes ?? [] };
  const titles = align(
    uniqueKeys(lanes.previous.map((lane) => lane.title)),
    uniqueKeys(lanes.present.map((lane) => lane.title)),
    true,
  );
  note(answers, 'branch');
  note(titles, 'lane');
  const step: Step = {
    ...kept,
    ...(present.branches
      ? {
          branches: answers.flatMap((place) =>
            pickBranch(at(branches.previous, place.previous), at(branches.present, place.present)),
          ),
        }
      : {}),
    ...(present.lanes
      ? { lanes: titles.flatMap((place) => pick(at(lanes.previous, place.previous), at(lanes.present, place.present))) }
      : {}),
    ...(present.kind === 'approve'
      ? {
          approved: present.approved ?? previous.approved ?? null,
          rejected: present.rejected ?? previous.rejected ?? null,
        }
      : {}),
    ...(present.kind === 'wait' ? { otherwise: present.otherwise ?? previous.otherwise ?? null } : {}),
  };
  return { step, previousBlocks, presentBlocks };
}

/** The present answer; a jump whose target cannot be read now goes where it went before. */
function pickBranch(before: Branch | undefined, now: Branch | undefined): Branch[] {
  if (!now) return before ? [before] : [];
  return [before && now.to === null ? { ...now, to: before.to, block: now.block || before.block } : now];
}

function pick<T>(before: T | undefined, now: T | undefined): T[] {
  const chosen = now ?? before;
  return chosen === undefined ? [] : [chosen];
}

function at<T>(list: readonly T[], index: number | undefined): T | undefined {
  return index === undefined ? undefined : list[index];
}

function answer(branch: Branch): string {
  return branch.label === null ? '' : `"${branch.label}"`;
}
