/** Where a `->` leads: to an element of this procedure, or to another procedure. */
import type { AstNode, Reference } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import type { Destination } from './edges.js';
import { referenced } from './references.js';

/** Null where it leads to nothing that exists (or, in a variant, that is omitted). */
export function destinationOf(c: Compilation, reference: Reference<AstNode> | undefined): Destination | null {
  const target = referenced(reference);
  if (!target) return null;
  if (isHeader(target)) {
    c.vocabulary.useProcedure(target);
    return { to: target.name, converts: true };
  }
  const id = c.ids.of(target) ?? replacementOf(c, target);
  return id === undefined ? null : { to: id, converts: false };
}

/** What a variant puts in the place of something has the same name, and its id. */
function replacementOf(c: Compilation, target: AstNode): string | undefined {
  const id = qualifiedName(target);
  if (id === undefined || !c.ids.has(id)) return undefined;
  return c.selection.triggers.some(({ node }) => c.ids.of(node) === id) ? undefined : id;
}

/** The id that a named element has when nobody else claims it. */
function qualifiedName(node: AstNode): string | undefined {
  const name = nameIn(node);
  if (name === undefined) return undefined;
  for (let around = node.$container; around; around = around.$container) {
    switch (around.$type) {
      case 'Level':
      case 'Resolution':
      case 'Closure': {
        const parent = nameIn(around);
        return parent === undefined ? undefined : `${parent}.${name}`;
      }
      case 'LevelOverride': {
        const level: unknown = Reflect.get(around, 'level');
        const parent = isReference(level) ? level.$refText : undefined;
        return parent === undefined ? undefined : `${parent}.${name}`;
      }
    }
  }
  return name;
}

function nameIn(node: AstNode): string | undefined {
  const name: unknown = Reflect.get(node, 'name');
  return typeof name === 'string' ? name : undefined;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$refText' in value;
}

function isHeader(node: AstNode): node is ast.Header {
  return node.$type === 'Header' && nameIn(node) !== undefined;
}
