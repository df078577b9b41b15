/**
 * What the npm package `escalation-sop` offers, as its users' compilers see it. Types only: the build puts this after
 * `flow/procedure.ts` into `dist/library.d.ts`.
 */
import type { Procedure, Range } from '../flow/procedure.js';

/** What all functions take. */
export interface TextOptions {
  /**
   * Where the text lies, or would lie: imports start in its folder, and the nearest `sop.config.json` above it is read. Relative
   * paths start in the present folder. Without it: a file in the present folder.
   */
  readonly path?: string;
  /** The day that counts as today, such as `2026-11-23`; the clock's unless told. */
  readonly today?: string;
}

export interface CompileOptions extends TextOptions {
  /** One of its variants instead of the procedure itself. */
  readonly variant?: string;
}

export interface RenderOptions extends CompileOptions {
  /** Colours of the picture; `light` unless told. */
  readonly theme?: 'light' | 'dark';
  /** No background. */
  readonly transparent?: boolean;
}

/** Something that is wrong, as `sop check --format json` prints it. */
export interface Finding {
  /** `path` as given. */
  readonly file: string;
  /** A rule's id, or one of `syntax`, `link/unknown`, … */
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: Range;
  /** Other places that have to do with it. */
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
}

export interface CheckResult {
  readonly version: 1;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly files: number;
}

/** Everything that `sop check` would say about a text. */
export declare function check(text: string, options?: TextOptions): Promise<CheckResult>;

/**
 * What a text means. Of a text with errors: what can be read.
 * @throws `SopError` for a variant that is not there.
 */
export declare function compile(text: string, options?: CompileOptions): Promise<Procedure>;

/**
 * The picture, as SVG.
 * @throws `SopError` for a text with syntax errors, a library, or a variant that is not there.
 */
export declare function render(text: string, options?: RenderOptions): Promise<string>;

/** What was asked for can't be done; the message says why. */
export declare class SopError extends Error {}
