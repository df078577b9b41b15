/** Where triggers start: going to a level is going to its first step. */
import type { Procedure, Trigger } from '../../flow/procedure.js';

/** The step, or what else it is, that a trigger leads to; null for a trigger without a target. */
export function startOf(procedure: Procedure, trigger: Trigger): string | null {
  const { target } = trigger;
  const holders = [...procedure.levels, ...procedure.resolutions, ...procedure.closures];
  return holders.find((holder) => holder.id === target)?.entry ?? target;
}
