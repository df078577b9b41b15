/** What a rule found, complete: with its code, level and file, as the editor, the command line and the picture show it. */
import type { Range } from '../../flow/procedure.js';
import type { Fix, Related, RuleLevel } from './rule.js';

export interface Finding {
  /** File it stands in. */
  readonly uri: string;
  /** Id of the rule. */
  readonly code: string;
  readonly level: RuleLevel;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly Related[];
  /** Id of the element it belongs to: the picture shows it there as a badge. */
  readonly element?: string;
  /** Shown faded. */
  readonly unused?: boolean;
  readonly fix?: Fix;
  /** The variants that have it, where the procedure itself has not. */
  readonly variants?: readonly string[];
}

/** Codes of what stands before the rules: text that cannot be read, names that are not there. They are errors, always. */
export const foundationCodes = [
  'syntax',
  'link/unknown',
  'link/omitted',
  'import/missing',
  'name/twice',
  'value/date',
  'value/time',
  'value/zone',
] as const;

/** Codes of what is wrong in `sop.config.json` itself. They are errors, always. */
export const configCodes = ['config/unknown', 'config/json', 'config/level'] as const;
