/** Layout alone, without a browser: ours against ELK on the whole graph and Graphviz, and how much a picture moves. */
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import ELK from 'elkjs';
import { arrange } from '../diagram/arrange.js';
import type { Box, Drawing } from '../diagram/drawing.js';
import { paint } from '../diagram/paint.js';
import { qualityOf } from '../diagram/quality.js';
import type { Procedure } from '../flow/procedure.js';
import { procedureOfText } from './compile-text.js';
import { labelEdit, procedureOf, stepEdit } from './generate.js';
import { inTurn, quantile, type Tell, yardstick } from './measure.js';
import { drawingOfElk } from './plain/elk-drawing.js';
import { defaults, elkGraph, modelOrder } from './plain/elk-graph.js';

const part = 'layout';

export async function benchLayout(tell: Tell): Promise<void> {
  const elk = new ELK();
  const graphviz = await Graphviz.load();
  for (const steps of [30, 100, 200, 300, 500]) {
    const text = procedureOf({ steps });
    const edited: Procedure[] = [];
    for (let edit = 0; edit < 8; edit++) edited.push(await procedureOfText((edit % 2 ? labelEdit : stepEdit)(text, edit)));
    const at = (round: number): Procedure => edited[round % edited.length] ?? edited[0] ?? never();
    const dots = edited.map(dotOf);
    let refused = false;
    const { ours, painted, plain, ordered, dot } = await inTurn(steps > 200 ? 4 : 8, {
      ours: (round) => {
        yardstick.measure();
        return arrange(at(round));
      },
      painted: (round) => paint(arrange(at(round)), at(round)),
      plain: (round) => elk.layout(elkGraph(at(round), defaults)),
      ordered: async (round) => {
        // elkjs 0.12.1 throws for these options where edges cross levels: what it takes until then is no layout.
        await elk.layout(elkGraph(at(round), modelOrder)).catch(() => {
          refused = true;
        });
      },
      dot: (round) => graphviz.dot(dots[round % dots.length] ?? '', 'plain'),
    });
    tell(against(`arrange after one edit, ${steps} steps`, ours, 'ELK, whole graph', plain));
    if (!refused) tell(against(`arrange after one edit, ${steps} steps`, ours, "ELK in the text's order", ordered));
    const bound = steps === 200 ? { ratioBound: 3 } : steps === 500 ? { ratioBound: 10 } : {};
    tell({ ...against(`arrange after one edit, ${steps} steps`, ours, 'Graphviz dot', dot), ...bound });
    tell({ part, name: `arrange and paint, ${steps} steps`, ...painted });
  }
  await stability(tell, elk);
  await quality(tell, elk);
}

function against(name: string, ours: Times, reference: string, other: Times) {
  return { part, name, ...ours, reference: { name: reference, ...other }, ratio: other.median / ours.median };
}
type Times = Awaited<ReturnType<typeof inTurn>>[string];

function dotOf(procedure: Procedure): string {
  const name = (id: string): string => JSON.stringify(id);
  const groups = [...procedure.levels, ...procedure.resolutions, ...procedure.closures];
  const entry = new Map(groups.map(({ id, entry }) => [id, entry ?? id]));
  const node = (id: string, title: string | null): string => `${name(id)} [label=${name(title ?? id)} shape=box]`;
  const clusters = groups.map(({ id, title }, index) => {
    const steps = procedure.steps.filter((step) => step.parent === id);
    if (steps.length === 0) return node(id, title);
    return `subgraph cluster_${index} { label=${name(title ?? id)}; ${steps.map((step) => node(step.id, step.title)).join('; ')} }`;
  });
  const edges = procedure.edges.map(({ from, to, label }) => {
    const text = label ? ` [label=${name(label)}]` : '';
    return `${name(entry.get(from) ?? from)} -> ${name(entry.get(to) ?? to)}${text}`;
  });
  return `digraph { ${[...procedure.triggers.map(({ id, title }) => node(id, title)), ...clusters, ...edges].join(';\n')} }`;
}

/** A step is inserted at 12 places of 100 steps: how far boxes that nobody touched move within their level, sideways. */
async function stability(tell: Tell, elk: InstanceType<typeof ELK>): Promise<void> {
  const text = procedureOf({ steps: 100 });
  const before = await procedureOfText(text);
  const lay = {
    ours: async (procedure: Procedure) => arrange(procedure),
    plain: async (procedure: Procedure) => drawingOfElk(await elk.layout(elkGraph(procedure, defaults))),
  };
  const moved = { ours: [] as number[], plain: [] as number[] };
  const swapped = { ours: 0, plain: 0 };
  const actions = [...text.matchAll(/^ {2}action /gm)].map(({ index }) => index);
  const places = Array.from({ length: 12 }, (_, index) => actions[Math.floor((index * actions.length) / 12)] ?? 0);
  for (const way of ['ours', 'plain'] as const) {
    const was = await lay[way](before);
    for (const place of places) {
      const procedure = await procedureOfText(`${text.slice(0, place)}  action "One more" by csm\n${text.slice(place)}`);
      const { distances, swaps } = movedBetween(was, await lay[way](procedure));
      moved[way].push(...distances);
      swapped[way] += swaps;
    }
  }
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);
  const name = 'a step inserted in 100: sideways displacement';
  const ours = { median: quantile(moved.ours, 0.5), p95: quantile(moved.ours, 0.95) };
  const plain = { name: 'ELK, whole graph', median: quantile(moved.plain, 0.5), p95: quantile(moved.plain, 0.95) };
  tell({ part, name, unit: 'px', ...ours, bound: { median: 0, p95: 40 }, reference: plain });
  tell({
    part,
    name: `${name}, mean`,
    unit: 'px',
    median: mean(moved.ours),
    reference: { name: 'ELK, whole graph', median: mean(moved.plain) },
  });
  tell({
    part,
    name: 'siblings that changed order, twelve insertions',
    unit: 'count',
    median: swapped.ours,
    bound: { median: 0 },
    reference: { name: 'ELK, whole graph', median: swapped.plain },
  });
}

function movedBetween(before: Drawing, after: Drawing): { distances: number[]; swaps: number } {
  const was = inLevels(before);
  const is = inLevels(after);
  const distances: number[] = [];
  let swaps = 0;
  const kept = [...was].flatMap(([id, box]) => {
    const now = is.get(id);
    return now ? [{ box, now }] : [];
  });
  for (const { box, now } of kept) {
    distances.push(Math.abs(now.x - box.x));
    for (const other of kept) {
      const beside = other.box.parent === box.parent && other.box.y === box.y && box.x < other.box.x;
      if (beside && now.y === other.now.y && now.x > other.now.x) swaps++;
    }
  }
  return { distances, swaps };
}

/** Boxes of steps, from the corner of their level. */
function inLevels(drawing: Drawing): Map<string, Box> {
  const corners = new Map(drawing.boxes.map((box) => [box.id, box]));
  const steps = drawing.boxes.filter(({ parent }) => parent !== undefined);
  return new Map(
    steps.map((box) => {
      const corner = corners.get(box.parent ?? '');
      return [box.id, { ...box, x: box.x - (corner?.x ?? 0), y: Math.round(box.y - (corner?.y ?? 0)) }];
    }),
  );
}

async function quality(tell: Tell, elk: InstanceType<typeof ELK>): Promise<void> {
  const procedure = await procedureOfText(procedureOf({ steps: 100 }));
  const ours = qualityOf(arrange(procedure));
  const plain = qualityOf(drawingOfElk(await elk.layout(elkGraph(procedure, defaults))));
  for (const measure of ['bends', 'crossings', 'length', 'area'] as const) {
    const unit = measure === 'length' ? 'px' : 'count';
    tell({
      part,
      name: `100 steps: ${measure}`,
      unit,
      median: ours[measure],
      reference: { name: 'ELK, whole graph', median: plain[measure] },
    });
  }
}

function never(): never {
  throw new Error('There is nothing to lay out.');
}
