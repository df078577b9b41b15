/** What all parts of one compilation share: the declarations that count, ids, the vocabulary in use and the edges so far. */
import type { Reference } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Edges } from './edges.js';
import type { Ids } from './ids.js';
import { writtenName } from './references.js';
import type { Selection } from './selection.js';
import type { Vocabulary } from './vocabulary.js';

export interface Compilation {
  readonly document: ast.Document;
  readonly uri: string;
  readonly selection: Selection;
  readonly ids: Ids;
  readonly vocabulary: Vocabulary;
  readonly edges: Edges;
}

/** The written name of something declared; what it leads to is then part of the Procedure. */
export function nameOf(c: Compilation, reference: Reference | undefined): string | null {
  c.vocabulary.use(reference);
  return writtenName(reference) || null;
}

/** The written names of a list, those not written yet left out. */
export function namesOf(c: Compilation, references: readonly Reference[] | undefined): readonly string[] {
  const names: string[] = [];
  for (const reference of references ?? []) {
    const name = nameOf(c, reference);
    if (name !== null) names.push(name);
  }
  return names;
}
