/** The Procedure of each file, compiled when somebody asks and kept until a file that it sees changes. */
import type { Procedure } from '../../flow/procedure.js';
import type { Document } from '../generated/ast.js';
import type { Visible, VisibleFiles } from '../references/visible-files.js';
import { compile } from './compile.js';

export class Procedures {
  readonly #files: VisibleFiles;
  /** What a file sees is a new object whenever any file was parsed, loaded or removed. */
  readonly #compiled = new WeakMap<Visible, Map<string, Procedure>>();

  constructor(files: VisibleFiles) {
    this.#files = files;
  }

  /** The procedure (or library) of a linked file; of one of its variants when named. */
  of(file: Document, variant?: string): Procedure {
    const visible = this.#files.visibleFrom(file);
    let known = this.#compiled.get(visible);
    if (!known) {
      known = new Map();
      this.#compiled.set(visible, known);
    }
    const key = variant ?? '';
    let procedure = known.get(key);
    if (!procedure) {
      procedure = compile(file, variant);
      known.set(key, procedure);
    }
    return procedure;
  }
}
