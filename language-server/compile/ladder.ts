/** The rungs of the ladder: levels rise in the order of the file, one `beside` another shares its rung. */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { referenced } from './references.js';
import { type Chosen, type LevelPart, partsOf } from './selection.js';

/** The rung of every level, zero the lowest. Levels that stand beside each other in a circle count as ordinary ones. */
export function rungsOf(levels: readonly Chosen<ast.Level, LevelPart>[]): ReadonlyMap<AstNode, number> {
  const besides = new Map<AstNode, AstNode>();
  const present = new Set<AstNode>(levels.map((level) => level.node));
  for (const { node, parts } of levels) {
    const beside = referenced(partsOf(parts, 'Beside')[0]?.node.level);
    if (beside && beside !== node && present.has(beside)) besides.set(node, beside);
  }
  const rungs = new Map<AstNode, number>();
  let rung = 0;
  for (const { node } of levels) {
    if (baseOf(node, besides) === node) rungs.set(node, rung++);
  }
  for (const { node } of levels) {
    if (!rungs.has(node)) rungs.set(node, rungs.get(baseOf(node, besides)) ?? rung);
  }
  return rungs;
}

/** The level that a chain of `beside` ends at; the level itself where the chain is a circle. */
function baseOf(node: AstNode, besides: ReadonlyMap<AstNode, AstNode>): AstNode {
  const seen = new Set<AstNode>([node]);
  let base = node;
  for (let next = besides.get(base); next; next = besides.get(base)) {
    if (seen.has(next)) return node;
    seen.add(next);
    base = next;
  }
  return base;
}
