/** The procedure as readers should see it: while a text has syntax errors, what only they hide is kept from before. */
import type { LangiumDocument } from 'langium';
import type { Procedure } from '../../flow/procedure.js';
import { keepStale } from '../compile/keep-stale.js';
import type { Procedures } from '../compile/procedures.js';
import { isDocument } from '../generated/ast.js';

export interface Shown {
  readonly procedure: Procedure;
  /** False while the text has syntax errors. */
  readonly complete: boolean;
}

export class StaleProcedures {
  readonly #procedures: Procedures;
  /** What was last shown, by file and variant, and what it was made from. */
  readonly #shown = new Map<string, Map<string, { readonly present: Procedure; readonly procedure: Procedure }>>();

  constructor(procedures: Procedures) {
    this.#procedures = procedures;
  }

  /** What a linked file means now, with what it meant before where the present text does not tell. */
  show(document: LangiumDocument, variant?: string): Shown | undefined {
    const file = document.parseResult.value;
    if (!isDocument(file)) return undefined;
    const present = this.#procedures.of(file, variant);
    const uri = document.uri.toString();
    const shown = this.#shown.get(uri) ?? new Map();
    this.#shown.set(uri, shown);
    const key = variant ?? '';
    const { lexerErrors, parserErrors } = document.parseResult;
    const complete = lexerErrors.length === 0 && parserErrors.length === 0;
    const before = shown.get(key);
    if (before?.present === present) return { procedure: before.procedure, complete };
    const procedure = complete || !before ? present : keepStale(before.procedure, present);
    shown.set(key, { present, procedure });
    return { procedure, complete };
  }

  /** The file was closed: when it is opened again, it begins anew. */
  forget(uri: string): void {
    this.#shown.delete(uri);
  }
}
