/** What all foreign forms have in common: boxes, arrows, and groups of boxes. The importers read into it. */

export interface Chart {
  readonly title: string | null;
  readonly groups: readonly ChartGroup[];
  /** In the order of the file. */
  readonly nodes: readonly ChartNode[];
  readonly arrows: readonly ChartArrow[];
  /** What could not be taken over, in sentences. */
  readonly open: readonly string[];
}

/** Becomes a level. */
export interface ChartGroup {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly resolveWithin?: string;
  readonly open?: readonly string[];
}

/** `fork`: all arrows at once. `join`: where they meet again. */
export type ChartNodeKind = 'start' | 'step' | 'decision' | 'notify' | 'wait' | 'fork' | 'join' | 'end';

export interface ChartNode {
  readonly id: string;
  readonly kind: ChartNodeKind;
  readonly title: string;
  /** Null: in none. */
  readonly group: string | null;
  /** Who does it, by title. */
  readonly by?: readonly string[];
  /** Who is told, by title. */
  readonly tells?: readonly string[];
  readonly via?: readonly string[];
  /** As the language writes it. */
  readonly within?: string;
  readonly open?: readonly string[];
}

export interface ChartArrow {
  /** A node, or a group: then it is an escalation. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** On an escalation: after how long. */
  readonly after?: string;
}

/** Holds the steps that are in no group; also what their escalations leave from. */
export const looseGroup: ChartGroup = { id: '\u0000loose', title: 'Steps', owner: null };
