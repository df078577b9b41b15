/** Gives every element its id: its qualified name, made unique, the same for as long as its name or title stays. */
import type { AstNode } from 'langium';

export class Ids {
  readonly #taken = new UniqueNames();
  readonly #byNode = new Map<AstNode, string>();

  /** Takes the wanted id, or with `#2`, `#3`… the next that is free. Asked again for the same element, it stays. */
  give(node: AstNode, wanted: string): string {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const id = this.#taken.take(wanted);
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
      this.#taken.release(id);
    }
  }
}

/** Hands out names: each once, repeats with `#2`, `#3`… */
export class UniqueNames {
  readonly #taken = new Set<string>();
  /** Up to which number the repeats of a name are taken, so that a thousand of them need no million tries. */
  readonly #repeats = new Map<string, number>();

  /** `wanted`, or with `#2`, `#3`… the first that nobody has. */
  take(wanted: string): string {
    let name = wanted;
    if (this.#taken.has(name)) {
      let count = this.#repeats.get(wanted) ?? 1;
      do {
        count++;
        name = `${wanted}#${count}`;
      } while (this.#taken.has(name));
      this.#repeats.set(wanted, count);
    }
    this.#taken.add(name);
    return name;
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Lets go of a name: the next who wants it gets it. */
  release(name: string): void {
    this.#taken.delete(name);
    this.#repeats.clear();
  }
}

/** A title as part of an id: `Ask for diagnostic data` → `ask-for-diagnostic-data`, in any script. */
export function slug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
