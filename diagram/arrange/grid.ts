/**
 * Puts the steps of one level (resolution, closure) into rows and columns. A block runs down one column; the branches of a
 * decision, the outcomes of an approval and the lanes of a `parallel` stand side by side from their step's column to the
 * right, in the order of the text, each under its label. So a step's column depends only on what stands around it in the
 * text, and a change below or beside moves nothing sideways that it does not push.
 */
import type { Edge, Step } from '../../flow/procedure.js';

/** Something in the grid: a step, or the label of one of its exits. */
export interface GridItem {
  /** Step id; for a label the edge id. */
  readonly id: string;
  readonly step: Step | null;
  /** The edge whose label this is. */
  readonly label: { readonly edge: Edge; readonly text: string } | null;
  readonly row: number;
  readonly col: number;
  /** Columns it covers: more than one for the bars of a `parallel`. */
  span: number;
}

export interface Grid {
  readonly items: readonly GridItem[];
  readonly rows: number;
  readonly cols: number;
  /** Where each labelled or side exit of a step leaves: 0 runs down from its bottom, others from its right side. */
  readonly exits: ReadonlyMap<string, Exit>;
  /** Cells that lines from a step's side to its labels run through: `row,col`. */
  readonly kept: ReadonlySet<string>;
}

export interface Exit {
  /** Column it runs down in. */
  readonly col: number;
  readonly side: 'bottom' | 'right';
  /** In the grid: `labelled` edges pass through an item of their own. */
  readonly labelled: boolean;
}

/** `steps`: all of one parent, in the order of the text; `exits`: edges by the step they leave from. */
export function gridOf(steps: readonly Step[], exitsOf: (step: Step) => readonly Edge[]): Grid {
  const blocks = new Map<string, Step[]>();
  for (const step of steps) {
    const key = step.container ? `${step.container.step}\n${step.container.block}` : '';
    const block = blocks.get(key);
    if (block) block.push(step);
    else blocks.set(key, [step]);
  }
  const builder = new GridBuilder(blocks, exitsOf);
  builder.placeAll();
  return builder.grid();
}

interface Arm {
  readonly edge: Edge | null;
  readonly text: string;
  readonly block: readonly Step[];
}

interface Extent {
  /** First free row below. */
  readonly bottom: number;
  readonly width: number;
}

class GridBuilder {
  readonly #blocks: Map<string, Step[]>;
  readonly #exitsOf: (step: Step) => readonly Edge[];
  readonly #items: GridItem[] = [];
  readonly #exits = new Map<string, Exit>();
  readonly #kept = new Set<string>();
  readonly #lanes = new Map<string, number>();
  #rows = 0;
  #cols = 1;

  constructor(blocks: Map<string, Step[]>, exitsOf: (step: Step) => readonly Edge[]) {
    this.#blocks = blocks;
    this.#exitsOf = exitsOf;
  }

  placeAll(): void {
    const extent = this.#placeBlock(this.#take(''), 0, 0);
    let { bottom } = extent;
    // Blocks whose own step is missing, as in unfinished text, are still shown.
    for (const key of [...this.#blocks.keys()]) bottom = this.#placeBlock(this.#take(key), bottom, 0).bottom;
  }

  grid(): Grid {
    return { items: this.#items, rows: this.#rows, cols: this.#cols, exits: this.#exits, kept: this.#kept };
  }

  #take(key: string): Step[] {
    const block = this.#blocks.get(key) ?? [];
    this.#blocks.delete(key);
    return block;
  }

  #placeBlock(steps: readonly Step[], row: number, col: number): Extent {
    let bottom = row;
    let width = 1;
    for (const step of steps) {
      const extent = this.#placeStep(step, bottom, col);
      bottom = extent.bottom;
      width = Math.max(width, extent.width);
    }
    return { bottom, width };
  }

  #placeStep(step: Step, row: number, col: number): Extent {
    const item = this.#put({ id: step.id, step, label: null, row, col, span: 1 });
    if (step.kind === 'join') {
      item.span = this.#lanes.get(step.parallel ?? '') ?? 1;
      return { bottom: row + 1, width: item.span };
    }
    const arms = this.#armsOf(step);
    if (arms.length === 0 || (arms.length === 1 && arms[0]?.text === '' && arms[0].block.length === 0)) {
      return { bottom: row + 1, width: 1 };
    }
    let next = col;
    let bottom = row + 1;
    let lastLabel = col;
    for (const [index, given] of arms.entries()) {
      const arm = index > 0 && given.edge && given.text === '' ? { ...given, text: 'Or' } : given;
      const side = next === col || step.kind === 'parallel' ? 'bottom' : 'right';
      if (arm.edge) this.#exits.set(arm.edge.id, { col: next, side, labelled: arm.text !== '' });
      if (arm.edge && arm.text !== '') {
        this.#put({ id: arm.edge.id, step: null, label: { edge: arm.edge, text: arm.text }, row: row + 1, col: next, span: 1 });
        bottom = Math.max(bottom, row + 2);
        lastLabel = next;
      }
      const block = this.#placeBlock(arm.block, row + 2, next);
      if (arm.block.length > 0) bottom = Math.max(bottom, block.bottom);
      next += block.width;
    }
    if (step.kind === 'parallel') {
      item.span = next - col;
      this.#lanes.set(step.id, item.span);
    } else {
      for (let column = col + 1; column <= lastLabel; column++) this.#kept.add(`${row},${column}`);
    }
    return { bottom, width: next - col };
  }

  /** The ways out of a step in the order they stand side by side. */
  #armsOf(step: Step): Arm[] {
    const keys = [...this.#blocks.keys()].filter((key) => key.startsWith(`${step.id}\n`));
    const blocks = keys.map((key) => this.#take(key));
    const edges = this.#exitsOf(step);
    const alone = edges.length === 1;
    const arms = edges.map((edge): Arm => {
      const index = blocks.findIndex((block) => block[0]?.id === edge.to && block[0].container?.step === step.id);
      const block = index >= 0 ? blocks.splice(index, 1).flat() : [];
      return { edge, text: edge.label?.trim() || exitText(step, edge, alone), block };
    });
    arms.push(...blocks.map((block) => ({ edge: null, text: '', block })));
    if (step.kind === 'decide' || step.kind === 'parallel') return arms;
    // What simply goes on runs straight down.
    const first = arms.findIndex((arm) => arm.text === '');
    if (first > 0) arms.unshift(...arms.splice(first, 1));
    return arms;
  }

  #put(item: GridItem): GridItem {
    this.#items.push(item);
    this.#rows = Math.max(this.#rows, item.row + 1);
    this.#cols = Math.max(this.#cols, item.col + 1);
    return item;
  }
}

/** What stands at an exit that the file gives no words for. */
function exitText(step: Step, edge: Edge, alone: boolean): string {
  switch (edge.kind) {
    case 'approved':
      return 'Approved';
    case 'rejected':
      return 'Rejected';
    case 'timeout':
      return step.limit ? `Not within ${step.limit.text}` : 'Too late';
    case 'branch':
      return 'Otherwise';
    default:
      if (edge.skipped) return 'Otherwise';
      return alone || !step.guard ? '' : 'If so';
  }
}
