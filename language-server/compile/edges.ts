/** Collects the edges: gives them ids and leaves out those without an end. */
import type { Edge, EdgeKind, Range } from '../../flow/procedure.js';
import { UniqueNames } from './ids.js';

/** Where a way goes on: an element of this procedure, or another procedure that takes over. */
export interface Destination {
  readonly to: string;
  readonly converts: boolean;
}

export class Edges {
  readonly #edges: Edge[] = [];
  readonly #ids = new UniqueNames();

  /** All edges so far, in the order in which they were added. */
  get all(): readonly Edge[] {
    return this.#edges;
  }

  /** Adds an edge and gives its id; null, and no edge, without a destination. A way into another procedure converts to it. */
  add(
    from: string,
    kind: EdgeKind,
    destination: Destination | null,
    range: Range,
    more: { readonly label?: string | null; readonly skipped?: boolean } = {},
  ): string | null {
    if (!destination) return null;
    const drawn = destination.converts ? 'convert' : kind;
    const id = this.#ids.take(`${from} ${drawn} ${destination.to}`);
    this.#edges.push({
      id,
      from,
      to: destination.to,
      kind: drawn,
      ...(more.label ? { label: more.label } : {}),
      ...(more.skipped ? { skipped: true } : {}),
      range,
    });
    return id;
  }
}
