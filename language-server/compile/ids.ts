/** Gives every element its id: its qualified name, made unique, the same for as long as its name or title stays. */
import type { AstNode } from 'langium';

export class Ids {
  readonly #taken = new Set<string>();
  readonly #byNode = new Map<AstNode, string>();

  /** Takes the wanted id, or with `#2`, `#3`… the next that is free. Asked again for the same element, it stays. */
  give(node: AstNode, wanted: string): string {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const id = nextFree(wanted, this.#taken);
    this.#taken.add(id);
    this.#byNode.set(node, id);
    return id;
  }

  /** What an element is called; undefined for one that is not part of this procedure. */
  of(node: AstNode | undefined): string | undefined {
    return node && this.#byNode.get(node);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Lets go of the ids of all elements but these: what takes their place gets them. */
  keepOnly(nodes: ReadonlySet<AstNode>): void {
    for (const [node, id] of this.#byNode) {
      if (nodes.has(node)) continue;
      this.#byNode.delete(node);
      this.#taken.delete(id);
    }
  }
}

/** `name`, or with `#2`, `#3`… the first that nobody has. */
export function nextFree(wanted: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}#${count}`)) count++;
  return `${wanted}#${count}`;
}

/** A title as part of an id: `Ask for diagnostic data` → `ask-for-diagnostic-data`, in any script. */
export function slug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
