/** Everything the extension and the preview's page say to each other. */
import type { Position, Procedure, Range } from '../flow/procedure.js';

/** What the server pushes after every change; the extension passes it on unread. */
export interface ProcedurePush {
  readonly uri: string;
  /** Of the text it was made from. */
  readonly version: number;
  readonly procedure: Procedure;
  /** False while the text has syntax errors. */
  readonly complete: boolean;
}

/** What the server pushes once the rules have run. */
export interface FindingsPush {
  readonly uri: string;
  readonly version: number;
  readonly findings: readonly PreviewFinding[];
}

export interface PreviewFinding {
  readonly uri: string;
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: Range;
  /** Id of the element it belongs to. */
  readonly element?: string;
}

/** `restarting`: it ended and comes back by itself; `stopped`: it ended too often. */
export type ServerState = 'starting' | 'running' | 'restarting' | 'stopped';

export type ViewName = 'flow' | 'swimlanes' | 'responsibilities' | 'communication';

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
  readonly view: ViewName;
  readonly variant: string | null;
  /** Null: fitted. */
  readonly camera: Camera | null;
  readonly collapsed: readonly string[];
}

/** Where the picture's corner stands in the window, in pixels, and how large a pixel of it is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What stays while the rest fades: all a role does, all a trigger leads to, what a severity needs, an element with its steps. */
export interface Focus {
  readonly kind: 'role' | 'trigger' | 'severity' | 'element';
  readonly name: string;
}

export type ToPage =
  /** First, and whenever another file is shown. */
  | { readonly type: 'file'; readonly uri: string; readonly name: string; readonly locked: boolean; readonly empty: boolean }
  | ({ readonly type: 'procedure' } & ProcedurePush)
  | ({ readonly type: 'findings' } & FindingsPush)
  | {
      readonly type: 'cursor';
      readonly uri: string;
      readonly position: Position;
      /** The cursor moved because of typing: nothing is scrolled. */
      readonly typing: boolean;
    }
  | { readonly type: 'focus'; readonly uri: string; readonly focus: Focus }
  | { readonly type: 'server'; readonly state: ServerState }
  | { readonly type: 'locked'; readonly locked: boolean }
  /** Make an export; the page answers with `exported` or `export-failed` of the same id. */
  | {
      readonly type: 'export';
      readonly id: number;
      readonly format: ExportFormat;
      readonly options: ExportOptions;
      /** The procedure and its variants, for formats that let their readers choose. */
      readonly variants: readonly Procedure[];
    }
  | { readonly type: 'cancel-export'; readonly id: number };

export type FromPage =
  | { readonly type: 'ready' }
  /** Shows and selects a place in the text. */
  | { readonly type: 'reveal'; readonly uri: string; readonly range: Range }
  | { readonly type: 'variant'; readonly variant: string | null }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'link'; readonly url: string }
  /** Writes a starting text into the empty file. */
  | { readonly type: 'begin'; readonly template: string }
  /** Begins the empty file some other way. */
  | { readonly type: 'start'; readonly how: 'questions' | 'gallery' | 'import' }
  /** The reader chose it from the menu. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly theme: 'light' | 'dark' }
  /** 0 to 1. */
  | { readonly type: 'export-progress'; readonly id: number; readonly share: number }
  /** Null: it was called off. */
  | { readonly type: 'exported'; readonly id: number; readonly content: string | Uint8Array | null }
  | { readonly type: 'export-failed'; readonly id: number; readonly message: string }
  | { readonly type: 'copied'; readonly format: 'svg' | 'png' }
  | { readonly type: 'restart' }
  /** Something in the page went wrong; the extension logs it, and shows it where it is an answer to the reader. */
  | { readonly type: 'trouble'; readonly message: string; readonly show?: true };

export interface ExportOptions {
  readonly theme: 'light' | 'dark';
  /** Pixels of a PNG for each of the picture's: 1 to 4. */
  readonly scale: number;
  readonly transparent: boolean;
  /** One page as large as the picture, or pages of this size. */
  readonly paper: 'fit' | 'a4' | 'letter';
  /** Which table a spreadsheet gets. */
  readonly view?: ViewName;
  /** ISO date. */
  readonly today: string;
}

export type ExportFormat = 'svg' | 'png' | 'pdf' | 'html' | 'csv' | 'markdown' | 'mermaid' | 'bpmn' | 'procedure' | 'drawing';
