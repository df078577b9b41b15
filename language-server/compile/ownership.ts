/** Who owns, is consulted and is informed: collected for levels, severities, endings and the header alike. */
import type * as ast from '../generated/ast.js';
import { type Compilation, namesOf } from './compilation.js';
import type { Places } from './places.js';

export class Ownership {
  readonly owners: string[] = [];
  readonly consulted: string[] = [];
  readonly informed: string[] = [];

  add(c: Compilation, node: ast.Ownership, places: Places): void {
    const names = namesOf(c, node.roles);
    if (node.kind === 'owner') this.owners.push(...names);
    else if (node.kind === 'consulted') this.consulted.push(...names);
    else this.informed.push(...names);
    places.addNames(node.kind, node.roles);
  }

  get owner(): string | null {
    return this.owners[0] ?? null;
  }
}
