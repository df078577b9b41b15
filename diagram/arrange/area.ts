/** What a picture is composed of before anything has a coordinate. */
import type { Edge, Step } from '../../flow/procedure.js';
import type { BoxKind } from '../drawing.js';
import type { Content } from './contents.js';

/** A box in an area's grid, or the label of a line between two of them. */
export interface Item {
  readonly id: string;
  /** Null: the label of an edge. */
  readonly kind: BoxKind | null;
  readonly step: Step | null;
  /** Of a label: the id its edge leaves from. */
  readonly labelOf: string | null;
  readonly content: Content;
  readonly row: number;
  readonly col: number;
  readonly span: number;
  readonly area: Area;
}

/** The label of a line that leaves an area at its side. */
export interface SideLabel {
  readonly edge: Edge;
  readonly content: Content;
  readonly icon: 'clock' | 'bell' | undefined;
  readonly area: Area;
}

/** A level, resolution or closure; or all triggers, or all other procedures, which have no frame. */
export interface Area {
  readonly id: string;
  readonly kind: 'triggers' | 'level' | 'resolution' | 'closure' | 'procedures';
  readonly header: Content | null;
  /** Pixels. */
  readonly leastWidth: number;
  readonly items: Item[];
  readonly rows: number;
  readonly cols: number;
  /** Cells (`row,col`) that lines from a step's side run through. */
  readonly kept: ReadonlySet<string>;
  readonly left: SideLabel[];
  readonly right: SideLabel[];
  /** Steps that a collapsed level hides. */
  readonly hidden: number;
}

export function isArea(place: Item | Area): place is Area {
  return 'items' in place;
}
