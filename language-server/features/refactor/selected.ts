/** What is selected: the innermost elements around a cursor, and whole elements within a selection. */
import { type AstNode, AstUtils, CstUtils } from 'langium';
import type { Declaration } from '../../generated/ast.js';
import type { RefactoringPlace } from './refactoring.js';

/** The elements around the selection, the innermost first. */
export function around({ root, from, to }: RefactoringPlace): AstNode[] {
  const cst = root.$cstNode;
  if (!cst) return [];
  const at = CstUtils.findLeafNodeAtOffset(cst, from);
  const leaf = at && !at.hidden ? at : CstUtils.findLeafNodeBeforeOffset(cst, from);
  const nodes: AstNode[] = [];
  for (let node = leaf?.astNode; node; node = node.$container) {
    const range = node.$cstNode;
    if (range && range.offset <= from && to <= range.end) nodes.push(node);
  }
  return nodes;
}

/** The declaration at the top of the file (or of a variant) around the selection, or those that it touches. */
export function selectedDeclarations({ root, from, to }: RefactoringPlace): Declaration[] {
  return root.declarations.filter(({ $cstNode: cst }) => cst && cst.offset <= to && from <= cst.end);
}

/** Offset of an element with the comments right above it. */
export function startWithComments(node: AstNode, text: string): number {
  let start = node.$cstNode?.offset ?? 0;
  for (;;) {
    const before = text.slice(0, start);
    const comment = /(?:^|\n)[^\S\n]*((?:\/\/[^\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\/)[^\S\n]*\n[^\S\n]*)$/.exec(before)?.[1];
    if (comment === undefined) return start;
    start -= comment.length;
  }
}

/** Offset behind an element and a comment on the rest of its line. */
export function endWithComment(node: AstNode, text: string): number {
  const end = node.$cstNode?.end ?? 0;
  const rest = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[^\S\r\n]*(?:\r?\n|$)))/.exec(text.slice(end));
  return end + (rest?.[0].length ?? 0);
}

/** Every element that these refer to, once. */
export function referredFrom(nodes: readonly AstNode[]): Set<AstNode> {
  const found = new Set<AstNode>();
  for (const node of nodes) {
    for (const each of AstUtils.streamAst(node)) {
      for (const { reference } of AstUtils.streamReferences(each)) {
        if ('ref' in reference && reference.ref) found.add(reference.ref);
      }
    }
  }
  return found;
}
