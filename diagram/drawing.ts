/** A picture as plain data: boxes and lines in absolute pixels, before any of it is drawn. Contract of `--format drawing`. */
import type { EdgeKind, StepKind } from '../flow/procedure.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly version: 1;
  readonly width: number;
  readonly height: number;
  /** Containers before what they contain. */
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** What a reader should know about the picture itself, such as that levels were collapsed. */
  readonly notice?: string;
}

/** `procedure`: another procedure that a jump converts to. `role`, `lane`: other views. */
export type BoxKind = StepKind | 'trigger' | 'level' | 'resolution' | 'closure' | 'procedure' | 'role' | 'lane';

export interface Box extends Rect {
  /** Id of the element in the Procedure. */
  readonly id: string;
  readonly kind: BoxKind;
  /** Id of the box it stands in. */
  readonly parent?: string;
  /** Where its title is written: no line may cross it. */
  readonly title: Rect;
  /** Everything that is written in it, a line of text each. */
  readonly text: readonly TextLine[];
  /** Levels, resolutions and closures: height of the strip with title, owner and targets. */
  readonly header?: number;
  /** A level whose steps are not shown. */
  readonly collapsed?: true;
  /** How many steps it hides. */
  readonly hidden?: number;
}

export type TextRole = 'title' | 'meta' | 'limit';

/** One line of text; `x` is its start (its middle where `anchor` says so), `y` its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** As measured. */
  readonly width: number;
  readonly role: TextRole;
  readonly anchor?: 'middle';
}

export interface Line {
  /** Id of the edge in the Procedure. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `reports`: to whom a role reports. */
  readonly kind: EdgeKind | 'reports';
  /** From the box it leaves to the box it enters, with right angles. */
  readonly points: readonly Point[];
  readonly label?: Label;
}

export interface Label extends Rect {
  /** The whole of it. */
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** What stands before its first line. */
  readonly icon?: 'clock' | 'bell';
}
