/** From how many lines run in each channel to the place of everything: gutters, rungs, areas, items, labels at the sides. */
import type { Rect } from '../drawing.js';
import type { Area, Item, SideLabel } from './area.js';
import { boxWidth } from './contents.js';
import { type AreaChannels, type Channel, type Network, trackGap } from './network.js';
import { narrowColumn, type Plan } from './plan.js';

export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly rects: ReadonlyMap<Item | Area | SideLabel, Rect>;
}

const margin = 24;
/** Room that lines need beside their tracks. */
const gutterPad = 14;
const areaPad = 28;
const columnGap = 36;
const labelGap = 10;
/** Between a step and what stands above it: room for an arrow. */
const rowGap = 30;
const labelRowGap = 14;

export function geometryOf(plan: Plan, network: Network): Geometry {
  const rects = new Map<Item | Area | SideLabel, Rect>();
  const right = placeColumns(plan, network, rects);
  const bottom = placeRows(plan, network, rects);
  return { width: Math.ceil(right), height: Math.ceil(bottom), rects };
}

type Rects = Map<Item | Area | SideLabel, Rect>;

function sideWidth(labels: readonly SideLabel[]): number {
  return labels.length === 0 ? 0 : Math.max(...labels.map((label) => label.content.width)) + 2 * labelGap;
}

function gutterWidth(channel: Channel): number {
  return channel.lanes === 0 ? 0 : (channel.lanes - 1) * trackGap + 2 * gutterPad;
}

/** Sets every x and width. Returns the width of the picture. */
function placeColumns(plan: Plan, network: Network, rects: Rects): number {
  setChannel(network.left, margin, gutterWidth(network.left));
  const leftLabels = Math.max(0, ...plan.rungs.map((rung) => sideWidth(rung[0]?.left ?? [])));
  const first = margin + gutterWidth(network.left) + leftLabels;
  const ends = plan.rungs.map((rung, index) => {
    let x = first;
    for (const [place, area] of rung.entries()) {
      const gutter = network.between[index]?.[place - 1];
      if (gutter) {
        x += sideWidth(rung[place - 1]?.right ?? []) + 8;
        setChannel(gutter, x, Math.max(20, gutterWidth(gutter)));
        x += gutter.size + sideWidth(area.left) + 8;
      }
      const width = areaWidth(area, network.areas.get(area), x, rects);
      rects.set(area, { x, y: 0, width, height: 0 });
      x += width;
    }
    return x;
  });
  const end = Math.max(0, ...ends);
  for (const rung of plan.rungs) {
    const last = rung.at(-1);
    const rect = last && rects.get(last);
    if (last?.header && rect) rects.set(last, { ...rect, width: end - rect.x });
    for (const area of rung) placeSideLabels(area, rects);
  }
  const rightLabels = Math.max(0, ...plan.rungs.map((rung) => sideWidth(rung.at(-1)?.right ?? [])));
  setChannel(network.right, end + rightLabels, gutterWidth(network.right));
  return end + rightLabels + gutterWidth(network.right) + margin;
}

function placeSideLabels(area: Area, rects: Rects): void {
  const rect = rects.get(area);
  if (!rect) return;
  const widest = sideWidth(area.left);
  for (const label of area.right) rects.set(label, { x: rect.x + rect.width + labelGap, y: 0, ...sizeOf(label) });
  for (const label of area.left)
    rects.set(label, { x: rect.x - widest + labelGap + (widest - 2 * labelGap - label.content.width), y: 0, ...sizeOf(label) });
}

function sizeOf(label: SideLabel): { width: number; height: number } {
  return { width: label.content.width, height: label.content.height };
}

/** Places gaps and columns of an area from `x` on and returns its width. */
function areaWidth(area: Area, channels: AreaChannels | undefined, x: number, rects: Rects): number {
  if (!channels) return 0;
  const start = x;
  const columns: { x: number; width: number }[] = [];
  for (let col = 0; col <= area.cols; col++) {
    const outer = col === 0 || col === area.cols;
    const least = outer ? areaPad : columnGap;
    const gap = channels.gaps[col] ?? [];
    const width = Math.max(least, ...gap.map((piece) => (piece.lanes === 0 ? 0 : (piece.lanes - 1) * trackGap + 22)));
    for (const piece of gap) setChannel(piece, x, width);
    x += width;
    if (col === area.cols) break;
    const wide = area.items.some((item) => item.kind !== null && item.col === col) || area.items.length === 0;
    const column = { x, width: wide ? boxWidth : narrowColumn };
    for (const run of channels.runs[col] ?? []) setChannel(run.channel, x, column.width);
    columns.push(column);
    x += column.width;
  }
  for (const item of area.items) {
    const from = columns[item.col];
    const to = columns[item.col + item.span - 1] ?? from;
    if (!from || !to) continue;
    const full = item.kind === null ? item.content.width : to.x + to.width - from.x;
    const left = item.kind === null ? from.x + (from.width - full) / 2 : from.x;
    rects.set(item, { x: left, y: 0, width: full, height: item.content.height });
  }
  return Math.max(area.leastWidth, x - start);
}

/** Sets every y and height. Returns the height of the picture. */
function placeRows(plan: Plan, network: Network, rects: Rects): number {
  let y = margin;
  for (const [index, street] of network.rungs.entries()) {
    const rung = plan.rungs[index] ?? [];
    const outside = index === 0 || index === plan.rungs.length;
    const least = outside ? 0 : 38;
    setChannel(street, y, street.lanes === 0 ? least : Math.max(least, (street.lanes - 1) * trackGap + 34));
    y += street.size;
    const heights = rung.map((area) => areaHeight(area, network.areas.get(area), y, rects));
    const height = Math.max(0, ...heights);
    for (const area of rung) {
      const rect = rects.get(area);
      if (rect) rects.set(area, { ...rect, y, height: area.header ? height : rect.height });
    }
    y += height;
  }
  return y + margin;
}

/** Height of the strip at the top of an area: its header, and beside it the labels of what leaves at the left. */
export function headerHeight(area: Area): number {
  return area.header?.height ?? 0;
}

function stackHeight(labels: readonly SideLabel[]): number {
  return labels.reduce((sum, label) => sum + label.content.height + 10, 0);
}

/** Where lines from outside enter the side of an area, from its top. */
export const sideEntry = 14;

function areaHeight(area: Area, channels: AreaChannels | undefined, top: number, rects: Rects): number {
  if (!channels) return 0;
  const put = (place: Item | SideLabel, y: number): void => {
    const rect = rects.get(place);
    if (rect) rects.set(place, { ...rect, y });
  };
  const leftStack = area.left.length === 0 ? 0 : sideEntry + 12 + stackHeight(area.left);
  let labelY = top + sideEntry + 12;
  for (const label of area.left) {
    put(label, labelY);
    labelY += label.content.height + 10;
  }
  let rightY = top + Math.max(headerHeight(area), sideEntry + 12) + 10;
  for (const label of area.right) {
    put(label, rightY);
    rightY += label.content.height + 10;
  }
  let y = top + Math.max(headerHeight(area), leftStack);
  if (area.rows === 0) {
    for (const street of channels.rows) setChannel(street, y, 0);
    return Math.max(y, rightY) - top;
  }
  for (const [row, street] of channels.rows.entries()) {
    const items = area.items.filter((item) => item.row === row);
    const least =
      row === area.rows
        ? area.header
          ? 22
          : 0
        : row === 0
          ? area.header
            ? 26
            : 0
          : items.some((item) => item.kind)
            ? rowGap
            : labelRowGap;
    setChannel(street, y, street.lanes === 0 ? least : Math.max(least, (street.lanes - 1) * trackGap + 32));
    y += street.size;
    for (const item of items) put(item, y);
    y += Math.max(0, ...items.map((item) => item.content.height));
  }
  return Math.max(y, area.header ? rightY : 0) - top;
}

function setChannel(channel: Channel, start: number, size: number): void {
  channel.start = start;
  channel.size = size;
}
