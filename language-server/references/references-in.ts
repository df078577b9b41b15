/** All references under an element, in one walk: linking is done at every key, and Langium's streams walk twice. */
import type { AstNode, Reference, ReferenceInfo } from 'langium';

export function referencesIn(root: AstNode): ReferenceInfo[] {
  const found: ReferenceInfo[] = [];
  collect(root, found);
  return found;
}

function collect(node: AstNode, found: ReferenceInfo[]): void {
  for (const [property, value] of Object.entries(node)) {
    if (property.charCodeAt(0) === dollar || typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) {
      if (isReference(value)) found.push({ reference: value, container: node, property });
      else if (isNode(value)) collect(value, found);
      continue;
    }
    let index = 0;
    for (const each of value) {
      if (isReference(each)) found.push({ reference: each, container: node, property, index });
      else if (isNode(each)) collect(each, found);
      index++;
    }
  }
}

const dollar = '$'.charCodeAt(0);

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$refText' in value;
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && '$type' in value;
}
