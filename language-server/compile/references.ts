/** Reads cross references of a text that may be half written: never throws, and knows the written name at least. */
import type { AstNode, Reference } from 'langium';

/** What a reference leads to; undefined where it leads nowhere, or is not written yet. */
export function referenced<T extends AstNode>(reference: Reference<T> | undefined): T | undefined {
  if (!reference) return undefined;
  try {
    return reference.ref;
  } catch {
    // Langium throws for references that lead to themselves while they are resolved.
    return undefined;
  }
}

/** The name as written; empty where there is none. */
export function writtenName(reference: Reference | undefined): string {
  return reference?.$refText ?? '';
}

/** The written names of a list, those not written yet left out. */
export function writtenNames(references: readonly Reference[] | undefined): readonly string[] {
  const names: string[] = [];
  for (const reference of references ?? []) {
    if (writtenName(reference) !== '') names.push(writtenName(reference));
  }
  return names;
}
