/** The names that may stand at one place, in order of precedence. A step of another level is written `level.step`. */
import { type AstNode, type AstNodeDescription, AstUtils, type Scope, type Stream, stream, type URI } from 'langium';
import type { StepsByPlace } from './name-spaces.js';

type Tier = ReadonlyMap<string, AstNode>;

export class NameScope implements Scope {
  readonly #tiers: readonly Tier[];
  readonly #byPlace: (() => StepsByPlace) | undefined;

  constructor(tiers: readonly Tier[], byPlace?: () => StepsByPlace) {
    this.#tiers = tiers;
    this.#byPlace = byPlace;
  }

  /** What the name means here. */
  find(name: string): AstNode | undefined {
    for (const names of this.#tiers) {
      const node = names.get(name);
      if (node) return node;
    }
    const dot = this.#byPlace ? name.indexOf('.') : -1;
    if (dot < 0) return undefined;
    const step = name.slice(dot + 1);
    for (const names of this.#byPlace?.().get(name.slice(0, dot)) ?? []) {
      const node = names.get(step);
      if (node) return node;
    }
    return undefined;
  }

  /** Everything that may stand here, as it would be written, the nearest first; steps of other places qualified. */
  *all(): Generator<readonly [string, AstNode]> {
    const seen = new Set<string>();
    const nodes = new Set<AstNode>();
    for (const names of this.#tiers) {
      for (const [name, node] of names) {
        if (seen.has(name)) continue;
        seen.add(name);
        nodes.add(node);
        yield [name, node];
      }
    }
    for (const [place, spaces] of this.#byPlace?.() ?? []) {
      for (const names of spaces) {
        for (const [name, node] of names) {
          const written = `${place}.${name}`;
          if (seen.has(written) || nodes.has(node)) continue;
          seen.add(written);
          yield [written, node];
        }
      }
    }
  }

  /** Names of the steps that may be written behind this place and a dot; undefined when there is no such place. */
  stepsOf(place: string): string[] | undefined {
    return this.#byPlace?.()
      .get(place)
      ?.flatMap((names) => [...names.keys()]);
  }

  getElement(name: string): AstNodeDescription | undefined {
    const node = this.find(name);
    return node && describe(name, node);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    const description = this.getElement(name);
    return stream(description ? [description] : []);
  }

  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.all()).map(([name, node]) => describe(name, node));
  }
}

/** Langium's word for an element found; where it stands is only worked out when somebody asks. */
function describe(name: string, node: AstNode): AstNodeDescription {
  return {
    name,
    node,
    type: node.$type,
    get documentUri(): URI {
      return AstUtils.getDocument(node).uri;
    },
    get path(): string {
      return pathOf(node);
    },
  };
}

function pathOf(node: AstNode): string {
  if (!node.$container) return '';
  const index = node.$containerIndex === undefined ? '' : `@${node.$containerIndex}`;
  return `${pathOf(node.$container)}/${node.$containerProperty}${index}`;
}
