/** What every element has: id, name, title, places, notes, references, documentation and free texts. */
import { type AstNode, AstUtils } from 'langium';
import type { Element, FreeText, Reference } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { documentationOf, propertyRange, rangeOf, selectionOf } from './written.js';

/** An element's parts that need no knowledge of what it is: notes, references and checks are found among `parts`. */
export function elementOf(
  c: Compilation,
  node: AstNode & { readonly name?: string; readonly title?: string },
  id: string,
  parts: readonly AstNode[],
  texts: readonly FreeText[] = [],
  fromVariant: string | null = null,
): Element {
  const uri = AstUtils.findRootNode(node).$document?.uri.toString();
  const documentation = documentationOf(node);
  const notes: string[] = [];
  const references: Reference[] = [];
  const found: FreeText[] = [];
  const title = freeText('title', node, 'title');
  if (title) found.push(title);
  for (const part of parts) {
    if (isNote(part)) {
      notes.push(part.text ?? '');
      const note = freeText('note', part, 'text');
      if (note) found.push(note);
    } else if (isReference(part)) {
      references.push({ title: part.title ?? null, url: part.url ?? '', range: rangeOf(part) });
      const reference = freeText('reference', part, 'title');
      if (reference) found.push(reference);
    }
  }
  found.push(...texts);
  return {
    id,
    name: node.name || null,
    title: node.title ?? null,
    range: rangeOf(node),
    selection: selectionOf(node),
    ...(uri !== undefined && uri !== c.uri ? { uri } : {}),
    ...(documentation === undefined ? {} : { documentation }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(references.length === 0 ? {} : { references }),
    ...(found.length === 0 ? {} : { texts: found }),
    ...(fromVariant === null ? {} : { fromVariant }),
  };
}

/** A text that people read, with its place; undefined where it is not written. */
export function freeText(kind: FreeText['kind'], node: AstNode, property: string): FreeText | undefined {
  const text: unknown = Reflect.get(node, property);
  if (typeof text !== 'string') return undefined;
  return { kind, text, range: propertyRange(node, property) ?? rangeOf(node) };
}

/** The texts of one kind among an element's parts. */
export function freeTexts(kind: FreeText['kind'], parts: readonly AstNode[], type: string, property = 'text'): FreeText[] {
  const texts: FreeText[] = [];
  for (const part of parts) {
    const text = part.$type === type ? freeText(kind, part, property) : undefined;
    if (text) texts.push(text);
  }
  return texts;
}

function isNote(node: AstNode): node is ast.Note {
  return node.$type === 'Note';
}

function isReference(node: AstNode): node is ast.Reference {
  return node.$type === 'Reference';
}
