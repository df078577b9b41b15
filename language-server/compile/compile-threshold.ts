/** Thresholds: named conditions. */
import type { FreeText, Threshold } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { elementOf } from './element.js';
import type { ChosenThreshold } from './selection.js';
import type { Clock } from './working-hours.js';

/** Undefined where no condition is written yet: it means nothing then. */
export function compileThreshold(c: Compilation, chosen: ChosenThreshold, clock: Clock): Threshold | undefined {
  const texts: FreeText[] = [];
  const when = compileCondition(c, chosen.condition, clock, texts);
  if (!when) return undefined;
  const element = elementOf(c, chosen.node, chosen.node.name || 'threshold', [], texts, chosen.from);
  return { ...element, title: chosen.title ?? null, when };
}

/** One that an imported file declares. */
export function compileImportedThreshold(c: Compilation, node: ast.Threshold): Threshold | undefined {
  return compileThreshold(c, { node, from: null, title: node.title, condition: node.condition }, []);
}
