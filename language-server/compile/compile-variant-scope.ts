/** What a variant is called, and when it holds. */
import type { FreeText, VariantScope } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import type { Clock } from './working-hours.js';
import { rangeOf, selectionOf } from './written.js';

export function compileVariantScope(c: Compilation, node: ast.Variant, clock: Clock): VariantScope {
  const texts: FreeText[] = [];
  const when = compileCondition(c, node.condition, clock, texts);
  return { title: node.title ?? null, when, range: rangeOf(node), selection: selectionOf(node) };
}
