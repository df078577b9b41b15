/** Questions about the arrows of a chart. */
import type { Chart, ChartArrow, ChartNode } from './chart.js';

export class ChartFlow {
  readonly #nodes: ReadonlyMap<string, ChartNode>;
  readonly #from = new Map<string, ChartArrow[]>();
  readonly #to = new Map<string, ChartArrow[]>();

  constructor({ nodes, arrows }: Chart) {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
    for (const arrow of arrows) {
      if (!this.#nodes.has(arrow.from)) continue;
      this.#from.set(arrow.from, [...(this.#from.get(arrow.from) ?? []), arrow]);
      this.#to.set(arrow.to, [...(this.#to.get(arrow.to) ?? []), arrow]);
    }
  }

  arrowsFrom(id: string): readonly ChartArrow[] {
    return this.#from.get(id) ?? [];
  }

  /** What comes after the joins an arrow leads to. */
  skipJoins(id: string): string {
    let at = id;
    for (const seen = new Set<string>(); this.#nodes.get(at)?.kind === 'join' && !seen.has(at); ) {
      seen.add(at);
      at = this.arrowsFrom(at)[0]?.to ?? at;
    }
    return at;
  }

  /** Steps nothing leads to; the first of all where everything runs in a circle. */
  entries(): ChartNode[] {
    const steps = [...this.#nodes.values()].filter(({ kind }) => kind !== 'end' && kind !== 'join');
    const found = steps.filter(({ id }) => !this.#to.has(id));
    return found.length > 0 ? found : steps.slice(0, 1);
  }

  /** As they are best read: each followed by what it leads to, where that is among them. */
  inOrder(nodes: readonly ChartNode[]): readonly ChartNode[] {
    const left = new Map(nodes.map((node) => [node.id, node]));
    const ordered: ChartNode[] = [];
    const visit = (first: ChartNode) => {
      const open = [first];
      while (open.length > 0) {
        const node = open.pop();
        if (!node || !left.delete(node.id)) continue;
        ordered.push(node);
        for (const { to } of [...this.arrowsFrom(node.id)].reverse()) {
          const next = left.get(this.skipJoins(to));
          if (next) open.push(next);
        }
      }
    };
    const entered = nodes.filter(({ id }) => (this.#to.get(id) ?? []).every(({ from }) => !left.has(from)));
    for (const node of [...entered, ...nodes]) if (left.has(node.id)) visit(node);
    return ordered;
  }

  /** The lanes between a fork and where all its arrows meet again; null where they are no plain rows of steps. */
  lanesFrom(
    id: string,
    group: string | null,
  ): { readonly lanes: readonly (readonly ChartNode[])[]; readonly meeting: string } | null {
    const lanes: ChartNode[][] = [];
    const meets = new Set<string>();
    for (const { to } of this.arrowsFrom(id)) {
      const lane: ChartNode[] = [];
      let at = to;
      for (;;) {
        const node = this.#nodes.get(at);
        if (!node) return null;
        const meeting = node.kind === 'join' || (this.#to.get(at)?.length ?? 0) > 1;
        if (meeting) {
          meets.add(at);
          break;
        }
        if (!['step', 'notify'].includes(node.kind) || node.group !== group || lane.includes(node)) return null;
        lane.push(node);
        const out = this.arrowsFrom(at);
        if (out.length !== 1 || out[0]?.label !== '') return null;
        at = out[0].to;
      }
      if (lane.length === 0) return null;
      lanes.push(lane);
    }
    const [meeting] = meets;
    if (meets.size !== 1 || meeting === undefined) return null;
    return { lanes, meeting };
  }
}
