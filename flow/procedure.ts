/**
 * What a `.sop` file *means*, as plain JSON: no parser, editor or picture in it. Everything but the editor features
 * works on this. Positions are LSP's (zero-based, UTF-16), times are minutes, ids are qualified names and stay the same
 * while the text around an element changes.
 */

/** A place in a text: zero-based line and UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What every element has: where it stands and what it is called. */
export interface Element {
  /** Qualified name (`frontline.triage`); for an unnamed step `parent.kind:title-slug`, with `#2`… for repeats. */
  readonly id: string;
  /** As written; null for an element without a name. */
  readonly name: string | null;
  /** As written; null where there is none. Readers are shown `title ?? name`. */
  readonly title: string | null;
  /** The whole element in its text. */
  readonly range: Range;
  /** Its name, else its keyword: where a finding about it stands. */
  readonly selection: Range;
  /** The file it was declared in, where that is not the procedure's own. */
  readonly uri?: string;
  /** Where single properties stand, by property name: `places.owner[0]` is the first role written after `owner`. */
  readonly places?: Places;
  /** Documentation comment (`/** … *​/`) before it. */
  readonly documentation?: string;
  readonly notes?: readonly string[];
  readonly references?: readonly Reference[];
  /** Every free text of it that people read, titles and the texts in its conditions included, with its place. */
  readonly texts?: readonly FreeText[];
  /** Kept from an earlier, whole text while the present one has syntax errors. */
  readonly stale?: boolean;
  /** Name of the variant that declared or overrode it; absent in the procedure itself. */
  readonly fromVariant?: string;
}

export interface FreeText {
  readonly kind:
    | 'title'
    | 'note'
    | 'check'
    | 'judged'
    | 'answer'
    | 'lane'
    | 'example'
    | 'handles'
    | 'duty'
    | 'authority'
    | 'subject'
    | 'body'
    | 'include'
    | 'not-for'
    | 'reference';
  readonly text: string;
  readonly range: Range;
}

export type Places = Readonly<Record<string, readonly Range[]>>;

export interface Reference {
  readonly title: string | null;
  readonly url: string;
  readonly range: Range;
}

export interface Procedure {
  readonly version: 1;
  readonly uri: string;
  /** Empty for a library. */
  readonly name: string;
  readonly title: string | null;
  /** The variant this is, null for the procedure itself. */
  readonly variant: string | null;
  /** Names of all its variants, in the order of the file. */
  readonly variants: readonly string[];
  /** What the variant is called and when it holds; null for the procedure itself. */
  readonly variantScope: VariantScope | null;
  /** Null for a library. */
  readonly header: Header | null;
  /** Those that are visible and used or declared in the file, imported ones included (with their `uri`). */
  readonly roles: readonly Role[];
  readonly teams: readonly Team[];
  readonly channels: readonly Channel[];
  readonly templates: readonly Template[];
  readonly calendars: readonly Calendar[];
  readonly sources: readonly Source[];
  readonly metrics: readonly Metric[];
  readonly severities: readonly Severity[];
  readonly thresholds: readonly Threshold[];
  readonly deadlines: readonly Deadline[];
  readonly triggers: readonly Trigger[];
  /** In ladder order: the last rung is the top level. */
  readonly levels: readonly Level[];
  readonly resolutions: readonly Ending[];
  readonly closures: readonly Ending[];
  /** Every step of every level, resolution and closure, nested ones included, in the order of the text. */
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
  /** Other procedures that a jump, `follow` or `not for` names. */
  readonly procedures: readonly ProcedureReference[];
}

export interface VariantScope {
  readonly title: string | null;
  readonly when: Condition | null;
  readonly range: Range;
  readonly selection: Range;
  /** What it changes, in the order of the text. */
  readonly changes?: readonly VariantChange[];
}

/** One thing that a variant omits, overrides, puts in or declares. */
export interface VariantChange {
  readonly kind: 'omit' | 'override' | 'insert' | 'declare';
  /** As written: name of what is omitted, overridden or declared; of an inserted step, its level. */
  readonly of: string;
  readonly range: Range;
  /** Its name, else its keyword. */
  readonly selection: Range;
}

export interface ProcedureReference {
  readonly name: string;
  readonly title: string | null;
  readonly status: Status | null;
  readonly uri: string;
}

export type Status = 'draft' | 'active' | 'retired';

export interface Header extends Element {
  readonly versionText: string | null;
  readonly status: Status | null;
  readonly owner: string | null;
  readonly approvals: readonly { readonly by: readonly string[]; readonly on: string | null }[];
  /** `last` is an ISO date. */
  readonly review: { readonly every: Duration; readonly last: string | null; readonly selection: Range } | null;
  readonly appliesWhen: Condition | null;
  readonly notFor: readonly { readonly text: string; readonly procedure: string | null; readonly selection: Range }[];
  readonly goals: readonly Condition[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly targets: readonly Target[];
}

// ---------------------------------------------------------------------------------------------------------- values

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** `4 business hours` is { amount: 4, unit: 'hour', business: true }. */
export interface Duration {
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly business: boolean;
  /**
   * Clock time: its minutes (a day 1440, a month 30 days). Business time: open minutes of the calendar that applies
   * (a day is the mean of its open days, a week all of them, a month 30/7 weeks).
   */
  readonly minutes: number;
  /** Business time: name of the calendar that applies, null for Monday to Friday 09:00–17:00 UTC. */
  readonly calendar: string | null;
  /** As written. */
  readonly text: string;
  readonly range: Range;
  /** A word that is no unit of time was written: `unit` is then the likeliest one. */
  readonly unknownUnit?: { readonly word: string; readonly range: Range };
}

/** An amount in a condition or a limit. Exactly one of the forms. */
export interface Quantity {
  readonly kind: 'number' | 'percent' | 'money' | 'duration' | 'points' | 'unknown';
  /** In the unit written; for a duration see `duration`. */
  readonly amount: number;
  /** ISO 4217 for money; the word as written for an unknown unit. */
  readonly unit: string | null;
  readonly duration: Duration | null;
  readonly text: string;
  readonly range: Range;
  /** Where its unit or currency stands; absent where it has none. */
  readonly unitRange?: Range;
}

// ------------------------------------------------------------------------------------------------------ conditions

export interface Window {
  /** `for`: held that long without a break; `within`: over a rolling window. */
  readonly kind: 'for' | 'within';
  readonly span: Duration;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[]; readonly range: Range }
  | { readonly kind: 'not'; readonly operand: Condition; readonly range: Range }
  | { readonly kind: 'group'; readonly operand: Condition; readonly window: Window | null; readonly range: Range }
  | {
      readonly kind: 'judgement';
      readonly text: string;
      readonly by: string | null;
      readonly window: Window | null;
      readonly range: Range;
    }
  | Test;

export interface Test {
  readonly kind: 'test';
  /** Name of a metric or threshold; `severity` for the severity at hand. */
  readonly subject: string;
  readonly subjectKind: 'metric' | 'threshold' | 'severity' | 'unknown';
  readonly subjectRange: Range;
  /** Null: a bare flag or threshold. */
  readonly comparison: Comparison | null;
  readonly window: Window | null;
  readonly range: Range;
}

export type Comparison =
  | { readonly kind: 'order'; readonly operator: '<' | '<=' | '>' | '>='; readonly bound: Quantity }
  | { readonly kind: 'between'; readonly low: Quantity; readonly high: Quantity }
  | { readonly kind: 'change'; readonly direction: 'drops' | 'rises'; readonly amount: Quantity }
  | { readonly kind: 'is'; readonly negated: boolean; readonly value: string; readonly valueRange: Range }
  | { readonly kind: 'at-least' | 'at-most'; readonly value: string; readonly valueRange: Range }
  | { readonly kind: 'in'; readonly values: readonly string[]; readonly valueRanges: readonly Range[] };

// ------------------------------------------------------------------------------------------------------ vocabulary

export interface Contact {
  readonly via: string;
  readonly address: string | null;
}

export interface Team extends Element {
  readonly calendar: string | null;
  readonly contacts: readonly Contact[];
}

export interface Role extends Element {
  readonly external: boolean;
  readonly team: string | null;
  /** As written on the role itself; its team's applies when null. */
  readonly calendar: string | null;
  readonly backup: readonly string[];
  readonly reportsTo: string | null;
  /** Not empty: a role that is filled at run time by one of these. */
  readonly oneOf: readonly string[];
  readonly duties: readonly string[];
  readonly mayApprove: readonly Authority[];
  readonly may: readonly string[];
  readonly contacts: readonly Contact[];
}

export interface Authority {
  readonly subject: string;
  readonly limit: Quantity | null;
  readonly range: Range;
}

export interface Channel extends Element {
  readonly visibility: 'internal' | 'external' | null;
}

export interface Template extends Element {
  readonly subject: string | null;
  readonly body: string | null;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface Calendar extends Element {
  /** IANA zone; null when not given (UTC is meant). */
  readonly zone: string | null;
  readonly always: boolean;
  /** Minutes of the local day; `to` ≤ `from` runs past midnight. `to` 1440 ends the day. */
  readonly openings: readonly Opening[];
  /** ISO dates. */
  readonly closed: readonly string[];
}

export interface Opening {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
}

export interface Source extends Element {
  readonly provides: readonly { readonly metric: string; readonly field: string | null }[];
}

export type MetricType =
  | { readonly kind: 'duration' }
  | { readonly kind: 'percent' }
  /** `currency` null: none is known in this file. */
  | { readonly kind: 'money'; readonly currency: string | null }
  | { readonly kind: 'count' }
  | { readonly kind: 'score' }
  | { readonly kind: 'flag' }
  /** `ordered`: lowest first. */
  | { readonly kind: 'choice'; readonly ordered: boolean; readonly values: readonly Choice[] };

export interface Choice {
  readonly name: string;
  readonly title: string | null;
}

export interface Metric extends Element {
  readonly type: MetricType;
  readonly worse: 'higher' | 'lower' | null;
  /** Inclusive bounds in the metric's own unit (duration: minutes); null where there is none. */
  readonly domain: { readonly low: number | null; readonly high: number | null };
  /** Whole numbers only. */
  readonly integer: boolean;
  /** From the standard library. */
  readonly standard: boolean;
}

export interface Severity extends Element {
  readonly when: Condition | null;
  readonly targets: readonly Target[];
  readonly owner: string | null;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

export interface Threshold extends Element {
  readonly when: Condition;
}

// ------------------------------------------------------------------------------------------------------------ flow

export type MilestoneKind = 'acknowledge' | 'respond' | 'reply' | 'diagnose' | 'workaround' | 'resolve';

/** A promise. `selection` is its keyword. */
export type Target = Milestone | Cadence;

export interface Milestone {
  readonly kind: MilestoneKind;
  readonly within: Duration;
  readonly range: Range;
  readonly selection: Range;
  readonly fromVariant?: string;
}

export interface Cadence {
  readonly kind: 'update';
  readonly audience: readonly string[];
  /** How it was written. */
  readonly form: 'every' | 'times' | 'once';
  /** `every D` and `once within D`: D. */
  readonly every: Duration | null;
  /** `N times per UNIT`. */
  readonly times: number | null;
  readonly per: 'day' | 'week' | 'month' | null;
  readonly via: readonly string[];
  readonly by: readonly string[];
  readonly range: Range;
  readonly selection: Range;
  readonly fromVariant?: string;
}

export interface Trigger extends Element {
  readonly condition: Condition | null;
  readonly severity: string | null;
  readonly cooldown: Duration | null;
  readonly examples: readonly string[];
  readonly notExamples: readonly string[];
  /** Id of where it starts (a level, resolution, closure, step), or name of a procedure; null when it has none. */
  readonly target: string | null;
}

export interface Level extends Element {
  /** The first `owner` written; null without one. */
  readonly owner: string | null;
  /** Every `owner` written: more or less than one is a finding. */
  readonly owners: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly handles: readonly string[];
  /** Id of the level on whose rung it stands. */
  readonly beside: string | null;
  /** Zero is the lowest rung; levels beside each other share one. */
  readonly rung: number;
  readonly targets: readonly Target[];
  readonly bySeverity: readonly SeverityTargets[];
  readonly warnings: readonly Warning[];
  readonly pauses: readonly { readonly condition: Condition; readonly range: Range; readonly selection: Range }[];
  readonly escalations: readonly Escalation[];
  readonly deescalations: readonly Deescalation[];
  /** Id of its first step, null without steps. */
  readonly entry: string | null;
}

/** `for sev1, sev2 { … }` of a level. */
export interface SeverityTargets {
  readonly severities: readonly string[];
  readonly targets: readonly Target[];
  readonly owners: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly escalations: readonly Escalation[];
  readonly range: Range;
  readonly selection: Range;
  readonly places?: Places;
  readonly fromVariant?: string;
}

export interface Warning {
  readonly roles: readonly string[];
  readonly percent: number;
  readonly of: MilestoneKind;
  readonly via: readonly string[];
  readonly range: Range;
  readonly selection: Range;
}

export interface Escalation {
  readonly form: 'after' | 'unless' | 'when';
  readonly after: Duration | null;
  readonly when: Condition | null;
  /** Id of the target; null when it does not resolve. */
  readonly target: string | null;
  /** The edge that draws it. */
  readonly edge: string | null;
  readonly range: Range;
  readonly selection: Range;
  readonly targetRange: Range;
  readonly fromVariant?: string;
}

export interface Deescalation {
  readonly when: Condition;
  readonly target: string | null;
  readonly edge: string | null;
  readonly range: Range;
  readonly selection: Range;
  readonly targetRange: Range;
}

/** A resolution (what "resolved" means) or a closure (the end of the procedure). */
export interface Ending extends Element {
  readonly internal: boolean;
  readonly requirements: readonly Condition[];
  readonly reopenings: readonly Reopening[];
  readonly owner: string | null;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  /** Id of its first step, null without steps. */
  readonly entry: string | null;
  /** A resolution's own `->`, or the only closure; null for a closure. */
  readonly target: string | null;
}

export interface Reopening {
  readonly within: Duration | null;
  readonly when: Condition | null;
  readonly target: string | null;
  readonly edge: string | null;
  readonly range: Range;
  readonly selection: Range;
  readonly targetRange: Range;
}

export type StepKind =
  | 'action'
  | 'notify'
  | 'page'
  | 'decide'
  | 'approve'
  | 'wait'
  | 'parallel'
  | 'handoff'
  | 'assign'
  | 'follow'
  /** The end of a `parallel`: all lanes lead here. Its id is the parallel's with `.join`. */
  | 'join';

/**
 * One step. Properties that belong to one kind only are absent on the others.
 */
export interface Step extends Element {
  readonly kind: StepKind;
  /** Id of its level, resolution or closure. */
  readonly parent: string;
  /** The step in whose block it stands, and which of its blocks; null at the top of its parent. */
  readonly container: { readonly step: string; readonly block: BlockName } | null;
  /** As written; empty: the level's owner is meant. */
  readonly by: readonly string[];
  /** Who does it: `by`, else the owner of the level (or of the resolution or closure, or the header). */
  readonly responsible: readonly string[];
  readonly within: Duration | null;
  readonly every: Duration | null;
  readonly guard: Condition | null;
  /** Id of its own `->` (or name of another procedure); null without one. */
  readonly target: string | null;
  readonly checks: readonly string[];
  /** notify: who is told. */
  readonly audience?: readonly string[];
  /** notify, page. */
  readonly via?: readonly string[];
  /** notify: its template. */
  readonly template?: string | null;
  /** page: who is paged, one after the other; `wait` null on the last hop where none is written. */
  readonly hops?: readonly { readonly roles: readonly string[]; readonly wait: Duration | null }[];
  readonly repeat?: number;
  /** decide. */
  readonly branches?: readonly Branch[];
  /** approve. */
  readonly amount?: Quantity | null;
  readonly approved?: Outcome | null;
  readonly rejected?: Outcome | null;
  /** wait. */
  readonly limit?: Duration | null;
  readonly otherwise?: Outcome | null;
  /** parallel. */
  readonly lanes?: readonly {
    readonly title: string;
    readonly entry: string | null;
    readonly range: Range;
    readonly selection: Range;
  }[];
  /** handoff. */
  readonly to?: readonly string[];
  /** handoff: `minute` of the local day, in `calendar` (null: the giver's). */
  readonly times?: readonly { readonly minute: number; readonly calendar: string | null; readonly range: Range }[];
  /** assign: the `one of` role that is filled, and by whom. */
  readonly assigns?: { readonly role: string; readonly holder: string };
  /** follow: name of the procedure. */
  readonly procedure?: string;
  /** join: id of its parallel. */
  readonly parallel?: string;
}

/** `branch:0`, `lane:1` (zero-based, in the order of the text), an approval's outcome, a wait's `else`. */
export type BlockName = `branch:${number}` | `lane:${number}` | 'approved' | 'rejected' | 'else';

/** An answer of a decision. */
export interface Branch {
  /** Null: `otherwise`. */
  readonly label: string | null;
  readonly when: Condition | null;
  /** Id it jumps to, or of the first step of its block; null: an empty block, which falls through. */
  readonly to: string | null;
  /** It has a block of steps rather than a `->`. */
  readonly block: boolean;
  readonly range: Range;
  readonly selection: Range;
  readonly targetRange: Range | null;
}

/** What follows an approval's outcome, or a wait's time-out. */
export interface Outcome {
  readonly to: string | null;
  readonly block: boolean;
  readonly range: Range;
  readonly targetRange: Range | null;
}

export interface Deadline extends Element {
  /** Ids of triggers; empty: all of them. */
  readonly of: readonly string[];
  readonly within: Duration | null;
  readonly calendar: string | null;
  readonly when: Condition | null;
  /** Ids of steps, levels, resolutions or closures. */
  readonly metBy: readonly string[];
  readonly mustInclude: readonly string[];
}

export type EdgeKind =
  | 'trigger'
  | 'next'
  | 'branch'
  | 'timeout'
  | 'approved'
  | 'rejected'
  | 'escalate'
  | 'deescalate'
  | 'reopen'
  | 'convert';

/**
 * A way from one element to the next. An edge into a level, resolution or closure goes to its id (its first step is
 * `entry`); escalations, de-escalations and reopenings leave from that id; inside, edges go from step to step.
 */
export interface Edge {
  /** `from kind to`, with `#2`… for repeats. */
  readonly id: string;
  readonly from: string;
  /** For `convert` the name of the other procedure. */
  readonly to: string;
  readonly kind: EdgeKind;
  /** Answer of a branch, duration or condition of an escalation, title of a lane. */
  readonly label?: string;
  /** Taken when the guard of `from` is false, instead of its own `->` or branches. */
  readonly skipped?: true;
  /** What was written for it: the `->` and its target, the branch, the escalation; else the step it leaves from. */
  readonly range: Range;
  readonly stale?: boolean;
}
