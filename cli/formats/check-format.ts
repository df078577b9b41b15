/** What a format of `sop check` is. Each lives in a file of its own and stands in `all-check-formats.ts`. */

import type { RuleLevel } from '../../language-server/rules/rule.js';
import type { CheckedFiles } from '../open-files.js';

export interface CheckFormat {
  /** Its name on the command line (`--format`). */
  readonly name: string;
  /** The whole output, ending with a line break. */
  readonly print: (checked: CheckedFiles, options: CheckFormatOptions) => string;
}

export interface CheckFormatOptions {
  readonly colours: boolean;
  /** Findings of this level and above make the command fail. */
  readonly failOn: RuleLevel;
}

const order: readonly RuleLevel[] = ['hint', 'info', 'warning', 'error'];

/** Whether a level is as bad as another, or worse. */
export function isAtLeast(level: RuleLevel, other: RuleLevel): boolean {
  return order.indexOf(level) >= order.indexOf(other);
}
