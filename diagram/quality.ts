/** Measures a Drawing: what must never happen (overlaps, lines through boxes, text cut off) and what should be little. */
import type { Box, Drawing, Line, Point, Rect } from './drawing.js';

export interface Quality {
  /** Pairs of boxes that lie on each other, those that contain one another by their parents apart. */
  readonly boxesOverlapping: readonly string[];
  /** Labels that lie on a box, on its edge, or on another label. */
  readonly labelsOverlapping: readonly string[];
  /** Lines through a box in which neither end is. */
  readonly linesThroughBoxes: readonly string[];
  /** Lines through the title of any box. */
  readonly linesThroughTitles: readonly string[];
  /** Lines that run on another line with other ends, or through another line's label. */
  readonly linesOnLines: readonly string[];
  /** Text that reaches out of its box. */
  readonly textCut: readonly string[];
  readonly crossings: number;
  readonly bends: number;
  /** Of all lines, in pixels. */
  readonly length: number;
  /** Square pixels. */
  readonly area: number;
  /** Width through height. */
  readonly aspect: number;
}

export function qualityOf(drawing: Drawing): Quality {
  const boxes = new Map(drawing.boxes.map((box) => [box.id, box]));
  const segments = drawing.lines.flatMap(segmentsOf);
  return {
    boxesOverlapping: boxesOverlapping(drawing.boxes, boxes),
    labelsOverlapping: labelsOverlapping(drawing),
    ...linesThrough(drawing, boxes, segments),
    ...lineMeetings(drawing, segments),
    textCut: drawing.boxes.flatMap(textCut),
    bends: drawing.lines.reduce((sum, line) => sum + Math.max(0, line.points.length - 2), 0),
    length: segments.reduce((sum, segment) => sum + segment.x2 - segment.x1 + segment.y2 - segment.y1, 0),
    area: drawing.width * drawing.height,
    aspect: drawing.width / drawing.height,
  };
}

interface Segment {
  readonly line: Line;
  readonly horizontal: boolean;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function segmentsOf(line: Line): Segment[] {
  return line.points.slice(1).map((to, index) => {
    const from: Point = line.points[index] ?? to;
    return {
      line,
      horizontal: from.y === to.y,
      x1: Math.min(from.x, to.x),
      y1: Math.min(from.y, to.y),
      x2: Math.max(from.x, to.x),
      y2: Math.max(from.y, to.y),
    };
  });
}

/** More than touching. */
function overlap(one: Rect, other: Rect): boolean {
  const slack = 0.25;
  return (
    one.x + slack < other.x + other.width &&
    other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height &&
    other.y + slack < one.y + one.height
  );
}

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function through(segment: Segment, rect: Rect): boolean {
  const slack = 0.75;
  return (
    segment.x1 < rect.x + rect.width - slack &&
    segment.x2 > rect.x + slack &&
    segment.y1 < rect.y + rect.height - slack &&
    segment.y2 > rect.y + slack
  );
}

/** Whether a box is `ancestor` or stands in it. */
function within(id: string, ancestor: string, boxes: ReadonlyMap<string, Box>): boolean {
  for (let box = boxes.get(id); box; box = box.parent === undefined ? undefined : boxes.get(box.parent)) {
    if (box.id === ancestor) return true;
  }
  return false;
}

function boxesOverlapping(list: readonly Box[], boxes: ReadonlyMap<string, Box>): string[] {
  const found: string[] = [];
  for (const [index, one] of list.entries()) {
    if (one.parent !== undefined) {
      const parent = boxes.get(one.parent);
      if (!parent || !inside(one, parent) || overlap(one, { ...parent, height: parent.header ?? 0 })) {
        found.push(`${one.id} in ${one.parent}`);
      }
    }
    for (const other of list.slice(index + 1)) {
      if (within(one.id, other.id, boxes) || within(other.id, one.id, boxes)) continue;
      if (overlap(one, other)) found.push(`${one.id} on ${other.id}`);
    }
  }
  return found;
}

function labelsOverlapping(drawing: Drawing): string[] {
  const found: string[] = [];
  const labels = drawing.lines.flatMap((line) => (line.label ? [{ id: line.id, label: line.label }] : []));
  for (const [index, { id, label }] of labels.entries()) {
    for (const other of labels.slice(index + 1)) if (overlap(label, other.label)) found.push(`${id} on ${other.id}`);
    for (const box of drawing.boxes) {
      const around = box.header !== undefined && inside(label, box) && !overlap(label, { ...box, height: box.header });
      if (!around && overlap(label, box)) found.push(`${id} on ${box.id}`);
    }
  }
  return found;
}

function linesThrough(
  drawing: Drawing,
  boxes: ReadonlyMap<string, Box>,
  segments: readonly Segment[],
): Pick<Quality, 'linesThroughBoxes' | 'linesThroughTitles'> {
  const linesThroughBoxes: string[] = [];
  const linesThroughTitles: string[] = [];
  for (const segment of segments) {
    const { line } = segment;
    for (const box of drawing.boxes) {
      if (!through(segment, box)) continue;
      if (through(segment, box.title)) linesThroughTitles.push(`${line.id} through ${box.id}`);
      const own = box.header !== undefined && (within(line.from, box.id, boxes) || within(line.to, box.id, boxes));
      if (!own) linesThroughBoxes.push(`${line.id} through ${box.id}`);
    }
  }
  return { linesThroughBoxes, linesThroughTitles };
}

function lineMeetings(drawing: Drawing, segments: readonly Segment[]): Pick<Quality, 'linesOnLines' | 'crossings'> {
  const linesOnLines: string[] = [];
  let crossings = 0;
  for (const [index, one] of segments.entries()) {
    for (const other of segments.slice(index + 1)) {
      if (related(one.line, other.line)) continue;
      if (one.horizontal === other.horizontal) {
        if (liesOn(one, other)) linesOnLines.push(`${one.line.id} on ${other.line.id}`);
      } else {
        const [across, down] = one.horizontal ? [one, other] : [other, one];
        const x = down.x1;
        const y = across.y1;
        if (x > across.x1 && x < across.x2 && y > down.y1 && y < down.y2) crossings++;
      }
    }
    for (const line of drawing.lines) {
      if (line.label && line !== one.line && through(one, line.label))
        linesOnLines.push(`${one.line.id} through label of ${line.id}`);
    }
  }
  return { linesOnLines, crossings };
}

/** Lines with a common start or end may run together there. */
function related(one: Line, other: Line): boolean {
  return one === other || one.from === other.from || one.to === other.to;
}

function liesOn(one: Segment, other: Segment): boolean {
  if (one.horizontal) {
    return Math.abs(one.y1 - other.y1) < 2 && Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1) > 1;
  }
  return Math.abs(one.x1 - other.x1) < 2 && Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1) > 1;
}

function textCut(box: Box): string[] {
  return box.text
    .filter((line) => {
      const left = line.anchor ? line.x - line.width / 2 : line.x;
      return left < box.x || left + line.width > box.x + box.width || line.y > box.y + box.height || line.y < box.y;
    })
    .map((line) => `${box.id}: ${line.text}`);
}
