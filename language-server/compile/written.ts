/** Where things stand in the text: ranges of elements, their properties and keywords, and the comments before them. */
import type { AstNode, CompositeCstNode, CstNode, Reference } from 'langium';
import { CstUtils, GrammarAST, isCompositeCstNode } from 'langium';
import type { Position, Range } from '../../flow/procedure.js';

const start: Position = { line: 0, character: 0 };
/** Stands in where a half-written text gives no place at all. */
const nowhere: Range = { start, end: start };

/** The whole element, comments around it left out. */
export function rangeOf(node: AstNode | undefined): Range {
  return node?.$cstNode?.range ?? nowhere;
}

/** The name that refers to something. */
export function referenceRange(reference: Reference | undefined): Range {
  return reference?.$refNode?.range ?? nowhere;
}

/** An element's name, else its keyword. */
export function selectionOf(node: AstNode): Range {
  return propertyRange(node, 'name') ?? keywordRange(node);
}

/** The first word of an element. */
export function keywordRange(node: AstNode): Range {
  let cst: CstNode | undefined = node.$cstNode;
  while (cst && isCompositeCstNode(cst)) cst = cst.content.find((part) => !part.hidden);
  return cst?.range ?? rangeOf(node);
}

/** Where a property was written; undefined where it was not. */
export function propertyRange(node: AstNode, property: string): Range | undefined {
  return findProperty(node.$cstNode, property)?.range;
}

/** Every place where a property was written. */
export function propertyRanges(node: AstNode, property: string): readonly Range[] {
  const found: Range[] = [];
  collectProperty(node.$cstNode, property, found);
  return found;
}

/** The `->` before a target and the target. */
export function arrowRange(target: Reference | undefined): Range {
  const name = target?.$refNode;
  if (!name) return nowhere;
  const siblings = name.container?.content ?? [];
  for (let i = siblings.indexOf(name) - 1; i >= 0; i--) {
    const sibling = siblings[i];
    if (!sibling || sibling.hidden) continue;
    return sibling.text === '->' ? { start: sibling.range.start, end: name.range.end } : name.range;
  }
  return name.range;
}

/** The text of an element in one line. */
export function writtenText(node: AstNode | undefined): string {
  return (node?.$cstNode?.text ?? '').replace(/\s+/g, ' ').trim();
}

/** The documentation comment right before an element, its stars taken away. */
export function documentationOf(node: AstNode): string | undefined {
  const cst = node.$cstNode;
  if (!cst) return undefined;
  if (!followsComment(cst)) return undefined;
  const comment = CstUtils.findCommentNode(cst, ['ML_COMMENT'])?.text;
  if (!comment?.startsWith('/**')) return undefined;
  const lines = comment
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  const text = lines.join('\n').trim();
  return text === '' ? undefined : text;
}

/** A cheap look at the text before an element: most have no comment, and finding one takes a walk through the tree. */
function followsComment(cst: CstNode): boolean {
  const text = cst.root.fullText;
  let i = cst.offset - 1;
  while (i >= 0 && isSpace(text.charCodeAt(i))) i--;
  return i > 2 && text[i] === '/' && text[i - 1] === '*';
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Looks through an element's own parts, not through those of the elements in it. */
function findProperty(cst: CstNode | undefined, property: string): CstNode | undefined {
  if (!cst || !isCompositeCstNode(cst)) return undefined;
  for (const part of cst.content) {
    const assigned = propertyOf(part);
    if (assigned === property) return part;
    if (assigned === undefined && isOwnPart(part, cst)) {
      const found = findProperty(part, property);
      if (found) return found;
    }
  }
  return undefined;
}

function collectProperty(cst: CstNode | undefined, property: string, found: Range[]): void {
  if (!cst || !isCompositeCstNode(cst)) return;
  for (const part of cst.content) {
    const assigned = propertyOf(part);
    if (assigned === property) found.push(part.range);
    else if (assigned === undefined && isOwnPart(part, cst)) collectProperty(part, property, found);
  }
}

function isOwnPart(part: CstNode, whole: CompositeCstNode): boolean {
  return isCompositeCstNode(part) && part.astNode === whole.astNode;
}

/** The property that each place of the grammar writes to: looked up once. */
const properties = new WeakMap<object, string | null>();

function propertyOf(cst: CstNode): string | undefined {
  const source = cst.grammarSource;
  if (!source) return undefined;
  let property = properties.get(source);
  if (property === undefined) {
    property = null;
    for (let node: AstNode | undefined = source; node; node = node.$container) {
      if (GrammarAST.isAssignment(node)) {
        property = node.feature;
        break;
      }
    }
    properties.set(source, property);
  }
  return property ?? undefined;
}
