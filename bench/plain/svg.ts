/** The plain picture: one string of SVG, made anew each time. */
import type { ElkNode } from 'elkjs';
import { wrapText } from '../../diagram/measure.js';

export function plainSvg(root: ElkNode, version: number): string {
  const parts: string[] = [];
  const visit = (node: ElkNode): void => {
    const { id, x = 0, y = 0, width = 0, height = 0, children = [] } = node;
    const title = node.labels?.[0]?.text ?? id;
    const lines = children.length > 0 ? [title] : wrapText(title, { size: 13, weight: 'regular' }, width - 24);
    const texts = lines.map((line, index) => `<text x="12" y="${24 + index * 18}">${escaped(line)}</text>`).join('');
    parts.push(
      `<g class="node" data-id="${escaped(id)}" transform="translate(${x} ${y})"><rect width="${width}" height="${height}" fill="none" stroke="currentColor" rx="4"/>${texts}</g>`,
    );
    for (const child of children) visit(child);
  };
  for (const child of root.children ?? []) visit(child);
  for (const edge of root.edges ?? []) {
    const section = edge.sections?.[0];
    if (!section) continue;
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    parts.push(`<polyline fill="none" stroke="currentColor" points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`);
    for (const { text = '', x = 0, y = 0 } of edge.labels ?? [])
      parts.push(`<text x="${x}" y="${y + 14}">${escaped(text)}</text>`);
  }
  const { width = 0, height = 0 } = root;
  return `<svg xmlns="http://www.w3.org/2000/svg" data-version="${version}" width="${width}" height="${height}" font-size="13" fill="currentColor">${parts.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
