/** Something wrong with the text that the grammar lets through, and the parts of the tree where it stands. */
import { type AstNode, type CstNode, GrammarUtils, isCompositeCstNode, isLeafCstNode, type LeafCstNode } from 'langium';
import type { Range } from '../../flow/procedure.js';

export interface Fault {
  readonly message: string;
  readonly range: Range;
  /** `syntax` where there is none. */
  readonly code?: 'value/date' | 'value/time';
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where an element begins: its first word. */
export function beginning(node: AstNode): Range {
  let part: CstNode | undefined = node.$cstNode;
  while (part && isCompositeCstNode(part)) part = part.content.find((child) => !child.hidden);
  return part?.range ?? nowhere;
}

/** Where a property of an element stands. */
export function propertyRange(node: AstNode, property: string, index?: number): Range {
  return GrammarUtils.findNodeForProperty(node.$cstNode, property, index)?.range ?? beginning(node);
}

/** The keywords and signs of an element itself, without those of the elements in it, in the order of the text. */
export function ownWords(node: AstNode): LeafCstNode[] {
  const found: LeafCstNode[] = [];
  const visit = (part: CstNode | undefined) => {
    if (!part) return;
    if (isLeafCstNode(part)) {
      if (part.grammarSource?.$type === 'Keyword') found.push(part);
    } else if (isCompositeCstNode(part) && part.astNode === node) part.content.forEach(visit);
  };
  visit(node.$cstNode);
  return found;
}
