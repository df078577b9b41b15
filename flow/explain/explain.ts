/** The explanation of any element of the flow, by its id: what the picture's card shows. */
import type { Procedure } from '../procedure.js';
import { explainEnding, explainLevel, explainStep, explainTrigger } from './explain-flow.js';
import type { Explanation } from './explanation.js';

/** Null where the procedure has no such element. */
export function explainElement(procedure: Procedure, id: string): Explanation | null {
  const step = procedure.steps.find((candidate) => candidate.id === id);
  if (step) return explainStep(procedure, step);
  const level = procedure.levels.find((candidate) => candidate.id === id);
  if (level) return explainLevel(procedure, level);
  const ending = [...procedure.resolutions, ...procedure.closures].find((candidate) => candidate.id === id);
  if (ending) return explainEnding(procedure, ending);
  const trigger = procedure.triggers.find((candidate) => candidate.id === id);
  return trigger ? explainTrigger(procedure, trigger) : null;
}
