/** Mermaid flowcharts: subgraphs become levels, rhombs decisions, labels of arrows answers, dashed arrows out of subgraphs escalations. */
import type { Chart, ChartArrow, ChartGroup, ChartNode, ChartNodeKind } from './chart.js';
import { ImportError } from './import-error.js';
import type { Importer } from './importer.js';
import type { MermaidNode } from './mermaid-reader.js';
import { readMermaid } from './mermaid-reader.js';
import { procedureFromChart } from './procedure-from-chart.js';
import { durationText, readDuration } from './written-duration.js';

export const mermaidImporter: Importer = {
  format: 'mermaid',
  title: 'a Mermaid flowchart',
  extensions: ['mmd', 'mermaid'],
  looksLike: (text) => /^\s*(```mermaid|---\s*\n|%%|flowchart\b|graph\b)/.test(text) && /\b(flowchart|graph)\b/.test(text),
  import: async (text, file) => procedureFromChart(chartOf(text), file),
};

/** @throws `ImportError` */
export function chartOf(text: string): Chart {
  const { title, nodes, arrows, subgraphs, open } = readMermaid(unfenced(text));
  if (nodes.length === 0) throw new ImportError('There is no box in this flowchart.');
  const groups = subgraphs.map(({ id, title: written }): ChartGroup => {
    const [name = '', owner] = written.split(' · ');
    return { id, title: name, owner: owner ?? null };
  });
  const isGroup = new Set(groups.map(({ id }) => id));
  const entered = new Set(arrows.map(({ to }) => to));
  const left = new Set(arrows.map(({ from }) => from));
  const charted = nodes
    .filter(({ id }) => !isGroup.has(id))
    .map((node) => chartNode(node, { entered: entered.has(node.id), left: left.has(node.id) }));
  return { title, groups, nodes: charted, arrows: arrows.map((arrow) => chartArrow(arrow, isGroup)), open };
}

/** A text copied out of a Markdown file brings its fence along. */
function unfenced(text: string): string {
  const fence = /```+\s*mermaid[^\n]*\n([\s\S]*?)```/.exec(text);
  // The lines before it stay as empty lines, so that line numbers stay right.
  return fence ? `${text.slice(0, fence.index).replace(/[^\n]/g, '')}\n${fence[1]}` : text;
}

function chartArrow({ from, to, label }: ChartArrow, isGroup: ReadonlySet<string>): ChartArrow {
  const after = isGroup.has(from) ? readDuration(label) : null;
  return { from, to, label, ...(after && { after: durationText(after) }) };
}

function chartNode(node: MermaidNode, { entered, left }: { entered: boolean; left: boolean }): ChartNode {
  const kind = kindOf(node, entered, left);
  const lines = node.label
    .split('\n')
    .map((line) => line.replace(/^⚡\s*/u, '').trim())
    .filter((line) => line !== '');
  const within = lines.length > 1 ? readDuration(lines.at(-1) ?? '') : null;
  if (within) lines.pop();
  const by = within && lines.length > 1 ? lines.pop()?.split(/,\s*/) : undefined;
  return {
    id: node.id,
    kind,
    title: lines.join(' '),
    group: node.group,
    ...(by && { by }),
    ...(within && { within: durationText(within) }),
    ...(node.shape === 'subroutine' && { open: ["this was a procedure of its own: import it and write 'follow'"] }),
  };
}

function kindOf({ shape }: MermaidNode, entered: boolean, left: boolean): ChartNodeKind {
  if (shape === 'rhomb' || shape === 'hexagon') return 'decision';
  if (shape === 'flag') return 'notify';
  const round = shape === 'stadium' || shape === 'circle' || shape === 'double-circle';
  if (round && !entered && left) return 'start';
  if (round && entered && !left) return 'end';
  return 'step';
}
