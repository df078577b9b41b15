/** Where the parts of an element stand in its text. */
import { type AstNode, GrammarUtils } from 'langium';
import type { Range } from '../../flow/procedure.js';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of one property of an element, else of the element itself. */
export function rangeOf(node: AstNode, property: string, index?: number): Range {
  const part = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return part?.range ?? node.$cstNode?.range ?? nowhere;
}

/** The range of an element's name. */
export function nameRange(node: AstNode): Range {
  return rangeOf(node, 'name');
}
