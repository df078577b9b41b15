/** What an export format is. Each lives in a file of its own and stands in `all-exporters.ts`. */
import type { ELK } from 'elkjs/lib/elk-api.js';
import type { Procedure } from '../../flow/procedure.js';
import type { Drawing } from '../drawing.js';

/** `flow` and `swimlanes` are pictures, the others tables. */
export type ViewName = 'flow' | 'swimlanes' | 'responsibilities' | 'communication';

export interface Exporter {
  /** Its name on the command line (`--format`). */
  readonly format: string;
  /** As a menu shows it. */
  readonly title: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly export: (input: ExportInput) => Promise<string | Uint8Array>;
}

export interface ExportInput {
  readonly procedure: Procedure;
  /** The procedure and all its variants, for formats that let their readers choose. */
  readonly variants?: () => Promise<readonly Procedure[]>;
  /** Arranged on demand: formats without a picture never ask for it. */
  readonly drawing: () => Promise<Drawing>;
  /** Which table a spreadsheet gets; `drawing` is of the view already. */
  readonly view?: ViewName;
  readonly theme: 'light' | 'dark';
  /** Pixels of the result for each of the drawing's (PNG): 1 to 4. */
  readonly scale: number;
  /** No background (PNG, SVG). */
  readonly transparent: boolean;
  /** PDF: one page as large as the picture, or pages of this size. */
  readonly paper: 'fit' | 'a4' | 'letter';
  /** ISO date that is printed where a format says when it was made. */
  readonly today: string;
  readonly assets: ExportAssets;
  /** Long exports look at it between their steps. */
  readonly cancelled?: () => boolean;
  /** Told between the steps of a long export: 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Files that some formats need: read on demand, from where the program lies. */
export interface ExportAssets {
  /** A TrueType font: Inter, in which the picture was measured. */
  readonly font: (weight: 'regular' | 'semibold') => Promise<Uint8Array>;
  /** The WebAssembly of the rasteriser. */
  readonly rasteriser: () => Promise<Uint8Array>;
  /** The script that an exported page runs. */
  readonly pageScript: () => Promise<string>;
  /** ELK: general graphs, such as those of BPMN. */
  readonly layoutEngine: () => Promise<Pick<ELK, 'layout'>>;
}

/** What was asked for can't be made; the message says why and what to do instead. */
export class ExportError extends Error {}

/** Somebody called it off. */
export class ExportCancelled extends Error {}
