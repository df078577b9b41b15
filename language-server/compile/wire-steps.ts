/**
 * The edges between steps, found again from the steps themselves: what `compile` draws, for a Procedure whose steps were
 * put together from two texts. Only ways to what exists are drawn.
 */
import type { Edge, EdgeKind, Ending, Level, Procedure, Range, Step } from '../../flow/procedure.js';
import { type Destination, Edges } from './edges.js';

type Parts = Pick<Procedure, 'levels' | 'resolutions' | 'closures' | 'triggers' | 'steps' | 'procedures'>;

/** Steps by the block they stand in: `parent` for those at the top, `step block` for others. */
export function stepsByBlock(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const blocks = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.kind === 'join') continue;
    const key = blockKey(step);
    const block = blocks.get(key);
    if (block) block.push(step);
    else blocks.set(key, [step]);
  }
  return blocks;
}

export function blockKey(step: Pick<Step, 'parent' | 'container'>): string {
  return step.container ? `${step.container.step} ${step.container.block}` : step.parent;
}

export class StepWiring {
  readonly #blocks: ReadonlyMap<string, readonly Step[]>;
  readonly #elements: ReadonlySet<string>;
  readonly #procedures: ReadonlySet<string>;
  readonly #drawn: ReadonlyMap<string, Edge>;
  #edges = new Edges();

  /** `drawn`: edges known from before; one that is drawn again has its range. */
  constructor(parts: Parts, drawn: ReadonlyMap<string, Edge>) {
    this.#blocks = stepsByBlock(parts.steps);
    const elements = [parts.levels, parts.resolutions, parts.closures, parts.steps].flat();
    this.#elements = new Set(elements.map((element) => element.id));
    this.#procedures = new Set(parts.procedures.map((procedure) => procedure.name));
    this.#drawn = drawn;
  }

  /** The edges between the steps of a level, resolution or closure, and where these lead. */
  wire(place: Level | Ending): readonly Edge[] {
    this.#edges = new Edges();
    const steps = this.#blocks.get(place.id) ?? [];
    const exit = 'target' in place ? this.#to(place.target) : null;
    if (steps.length === 0) this.#edges.add(place.id, 'next', exit, place.selection);
    this.#wireBlock(steps, exit);
    return this.#edges.all.map((edge) => {
      const range = this.#drawn.get(edge.id)?.range;
      return range ? { ...edge, range } : edge;
    });
  }

  #to(id: string | null | undefined): Destination | null {
    if (id === null || id === undefined) return null;
    if (this.#elements.has(id)) return { to: id, converts: false };
    return this.#procedures.has(id) ? { to: id, converts: true } : null;
  }

  #wireBlock(steps: readonly Step[], exit: Destination | null): void {
    steps.forEach((step, i) => {
      this.#wireStep(step, this.#to(steps[i + 1]?.id) ?? exit);
    });
  }

  #wireStep(step: Step, after: Destination | null): void {
    const own = this.#to(step.target);
    const onward = own ?? after;
    const leads = this.#wireWays(step, onward);
    if (step.guard && (own || leads)) this.#edges.add(step.id, 'next', after, step.range, { skipped: true });
  }

  /** Whether it has ways of its own, apart from the one onward. */
  #wireWays(step: Step, onward: Destination | null): boolean {
    if (step.branches?.length) {
      step.branches.forEach((branch, i) => {
        this.#wireWay(step, 'branch', branch, `branch:${i}`, branch.label ?? 'otherwise', onward);
      });
      return true;
    }
    if (step.kind === 'approve') {
      for (const kind of ['approved', 'rejected'] as const) {
        const outcome = step[kind];
        if (outcome) this.#wireWay(step, kind, outcome, kind, null, onward);
        else this.#edges.add(step.id, kind, onward, step.range);
      }
      return true;
    }
    if (step.lanes?.length) {
      const join: Destination = { to: `${step.id}.join`, converts: false };
      step.lanes.forEach((lane, i) => {
        const steps = this.#blocks.get(`${step.id} lane:${i}`) ?? [];
        this.#edges.add(step.id, 'next', this.#to(steps[0]?.id) ?? join, lane.range, { label: lane.title });
        this.#wireBlock(steps, join);
      });
      this.#edges.add(join.to, 'next', onward, step.range);
      return true;
    }
    this.#edges.add(step.id, 'next', onward, step.range);
    if (!step.otherwise) return false;
    this.#wireWay(step, 'timeout', step.otherwise, 'else', step.limit ? `after ${step.limit.text}` : null, onward);
    return true;
  }

  #wireWay(
    step: Step,
    kind: EdgeKind,
    way: { readonly to: string | null; readonly block: boolean; readonly range: Range },
    block: string,
    label: string | null,
    onward: Destination | null,
  ): void {
    if (!way.block) {
      this.#edges.add(step.id, kind, this.#to(way.to), way.range, { label });
      return;
    }
    const steps = this.#blocks.get(`${step.id} ${block}`) ?? [];
    this.#edges.add(step.id, kind, this.#to(steps[0]?.id) ?? onward, way.range, { label });
    this.#wireBlock(steps, onward);
  }
}
