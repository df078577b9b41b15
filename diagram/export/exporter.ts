/** What an export format is. Each lives in a file of its own and stands in `all-exporters.ts`. */
import type { Procedure } from '../../flow/procedure.js';
import type { Drawing } from '../drawing.js';

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
  /** Arranged on demand: formats without a picture never ask for it. */
  readonly drawing: () => Promise<Drawing>;
  readonly theme: 'light' | 'dark';
  /** Pixels of the result for each of the drawing's (PNG): 1 to 4. */
  readonly scale: number;
  /** No background (PNG, SVG). */
  readonly transparent: boolean;
  /** PDF: one page as large as the picture, or pages of this size. */
  readonly paper: 'fit' | 'a4' | 'letter';
  /** ISO date that is printed where a format says when it was made. */
  readonly today: string;
}
