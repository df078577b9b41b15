/** The plain way to lay a procedure out, to measure against: the whole of it as one graph for ELK, levels as boxes with boxes. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs';
import { textWidth, wrapText } from '../../diagram/measure.js';
import type { Procedure } from '../../flow/procedure.js';

/** What ELK does when nobody asks for anything else. */
export const defaults: LayoutOptions = {};

/** What keeps the order of the text. */
export const modelOrder: LayoutOptions = {
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
};

const face = { size: 13, weight: 'regular' } as const;
const boxWidth = 220;

/** Places of the result are absolute. */
export function elkGraph(procedure: Procedure, options: LayoutOptions = defaults): ElkNode {
  const box = (id: string, title: string): ElkNode => {
    const lines = wrapText(title, face, boxWidth - 24);
    return { id, width: boxWidth, height: 24 + lines.length * 18, labels: [{ text: title }] };
  };
  const group = (id: string, title: string): ElkNode => {
    const steps = procedure.steps.filter((step) => step.parent === id);
    if (steps.length === 0) return box(id, title);
    return {
      id,
      labels: [{ text: title, width: textWidth(title, face), height: 18 }],
      layoutOptions: { 'elk.padding': '[top=50,left=16,bottom=16,right=16]', ...options },
      children: steps.map((step) => box(step.id, step.title ?? step.name ?? step.kind)),
    };
  };
  const children = [
    ...procedure.triggers.map(({ id, title }) => box(id, title ?? id)),
    ...[...procedure.levels, ...procedure.resolutions, ...procedure.closures].map(({ id, title }) => group(id, title ?? id)),
  ];
  const known = new Set<string>();
  const collect = (node: ElkNode): void => {
    known.add(node.id);
    for (const child of node.children ?? []) collect(child);
  };
  for (const child of children) collect(child);
  const edges = procedure.edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ id, from, to, label }): ElkExtendedEdge => {
      const labels = label ? { labels: [{ text: label, width: textWidth(label, face), height: 18 }] } : {};
      return { id, sources: [from], targets: [to], ...labels };
    });
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      ...options,
    },
    children,
    edges,
  };
}
