/** What the page and its bundle of exporters agree on. The bundle is loaded when something is exported for the first time. */
import type { Drawing } from '../diagram/drawing.js';
import type { Procedure } from '../flow/procedure.js';
import type { ExportFormat, ExportOptions } from '../src/preview-messages.js';

export interface ExportRun {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly procedure: Procedure;
  readonly variants: readonly Procedure[];
  readonly drawing: () => Drawing;
  /** Address of the folder with the extension's files. */
  readonly folder: string;
  readonly cancelled: () => boolean;
  /** 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Kept with null when it was called off. @throws an error that says what to do instead. */
export type RunExport = (run: ExportRun) => Promise<string | Uint8Array | null>;

declare global {
  interface Window {
    runSopExport?: RunExport;
  }
}
