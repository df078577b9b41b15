/** What ELK answered, as a Drawing, so that both are measured with the same measure. */
import type { ElkNode } from 'elkjs';
import type { Box, Drawing, Line } from '../../diagram/drawing.js';

export function drawingOfElk(root: ElkNode): Drawing {
  const boxes: Box[] = [];
  const visit = (node: ElkNode, parent: string | null): void => {
    const { id, x = 0, y = 0, width = 0, height = 0, children = [] } = node;
    const rect = { x, y, width, height };
    const title = { x, y, width: 0, height: 0 };
    const holds = children.length > 0 ? { header: 40 } : {};
    boxes.push({
      id,
      kind: children.length > 0 ? 'level' : 'action',
      ...(parent ? { parent } : {}),
      ...rect,
      title,
      text: [],
      ...holds,
    });
    for (const child of children) visit(child, id);
  };
  for (const child of root.children ?? []) visit(child, null);
  const lines = (root.edges ?? []).map((edge): Line => {
    const section = edge.sections?.[0];
    const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
    return { id: edge.id, from: edge.sources[0] ?? '', to: edge.targets[0] ?? '', kind: 'next', points };
  });
  return { version: 1, width: root.width ?? 0, height: root.height ?? 0, boxes, lines };
}
