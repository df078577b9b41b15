/** From a Drawing to the marks of the picture: each box and line drawn from its own corner. */
import type { Box, Drawing, Line } from '../diagram/drawing.js';
import type { Procedure } from '../flow/procedure.js';
import { elementName } from './element-name.js';
import type { Mark } from './picture.js';

export const pictureDefs = '';

const containers = new Set(['level', 'resolution', 'closure', 'lane']);

export function marksOf(drawing: Drawing, procedure: Procedure): Mark[] {
  return [...drawing.boxes.map((box) => boxMark(box, procedure)), ...drawing.lines.map(lineMark)];
}

function boxMark(box: Box, procedure: Procedure): Mark {
  const { id, kind, x, y, width, height } = box;
  const text = box.text.map(
    (line) =>
      `<text x="${line.x - x}" y="${line.y - y}" ${line.anchor ? 'text-anchor="middle"' : ''} font-size="13" fill="currentColor">${escape(line.text)}</text>`,
  );
  return {
    id,
    layer: containers.has(kind) ? 'container' : 'node',
    className: `node ${kind}`,
    kind,
    x,
    y,
    width,
    height,
    name: elementName(procedure, id),
    markup: `<rect class="halo" x="-4" y="-4" width="${width + 8}" height="${height + 8}" rx="8"/><rect width="${width}" height="${height}" rx="6" fill="none" stroke="currentColor"/>${text.join('')}`,
  };
}

function lineMark(line: Line): Mark {
  const x = Math.min(...line.points.map((p) => p.x));
  const y = Math.min(...line.points.map((p) => p.y));
  return {
    id: line.id,
    layer: 'line',
    className: `edge ${line.kind}`,
    x,
    y,
    width: 1,
    height: 1,
    markup: `<path fill="none" stroke="currentColor" d="M${line.points.map((p) => `${p.x - x} ${p.y - y}`).join('L')}"/>`,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
