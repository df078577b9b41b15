/** What a rule is. Each lives in a file of its own (`time-budget.ts` holds `time/budget`) and stands in `all-rules.ts`. */
import type { Procedure, Range } from '../../flow/procedure.js';
import type { IgnoreComment } from './ignore-comments.js';

export type RuleLevel = 'error' | 'warning' | 'info' | 'hint';

export interface Rule {
  /** `family/name`: the finding's code, and the name of its page under `docs/rules/` (`family-name.md`). */
  readonly id: string;
  readonly level: RuleLevel;
  /** Called for the procedure itself and for each of its variants. */
  readonly check: (context: RuleContext) => void;
}

export interface RuleContext {
  readonly procedure: Procedure;
  /** The procedure itself and all its variants: what one does not use another may. */
  readonly family: readonly Procedure[];
  /** ISO date that counts as today. */
  readonly today: string;
  /** Whether a `see` that is a relative path names a file; undefined where that cannot be known (a browser, a pipe). */
  readonly fileExists: (relativePath: string) => boolean | undefined;
  /** The file's text in a range: for places inside of a text, and for fixes. */
  readonly textAt: (range: Range) => string;
  /** Every metric that the file can see, used or not. */
  readonly metricNames: readonly string[];
  /** The `sop-ignore` comments of the file, for the rules about them. */
  readonly ignores: readonly IgnoreComment[];
  /** Ids of all rules. */
  readonly ruleIds: readonly string[];
  readonly report: (finding: Report) => void;
  /** For what a rule leaves out on purpose (too many cases): goes to the log, not to the reader. */
  readonly log: (message: string) => void;
}

/** One finding, before the rule's id, level and file are added. */
export interface Report {
  /** On the name or keyword of what has to change. */
  readonly range: Range;
  /** File of the range, where it is not the procedure's own. */
  readonly uri?: string;
  /** Id of the element it belongs to: the picture shows it there as a badge. */
  readonly element?: string;
  readonly message: string;
  readonly related?: readonly Related[];
  /** Where the rule has more than one level (`talk/template`). */
  readonly level?: RuleLevel;
  /** Shown faded: nobody uses it, or nothing leads to it. */
  readonly unused?: boolean;
  readonly fix?: Fix;
}

/** The other place. */
export interface Related {
  readonly message: string;
  readonly range: Range;
  readonly uri?: string;
}

/** A quick fix: what the message suggests. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** It leaves nothing to choose: may be applied to all findings at once. */
  readonly safe?: boolean;
}

/** In a file of its own lines: replaces the range. `newText` may hold snippet placeholders (`${1:csm}`). */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
