/**
 * Runs every rule over a procedure and each of its variants. What both have is told once; what only a variant has names
 * it. A rule that fails is logged and takes no other with it.
 */
import { Cancellation, interruptAndCheck, isOperationCancelled } from 'langium';
import type { Procedure, Range } from '../../flow/procedure.js';
import { allRules } from './all-rules.js';
import type { Finding } from './finding.js';
import { type IgnoreComment, isIgnored } from './ignore-comments.js';
import { overridingLine } from './overriding-line.js';
import type { Report, Rule, RuleLevel } from './rule.js';
import type { RuleLevels } from './rule-config.js';
import { withShortTitles } from './short-titles.js';

/** What a run depends on beside the procedure. */
export interface RuleSurroundings {
  /** ISO date that counts as today. */
  readonly today: string;
  /** Levels that differ from the rules' own; `off` leaves a rule out. */
  readonly levels?: RuleLevels;
  readonly ignores?: readonly IgnoreComment[];
  readonly textAt?: (range: Range) => string;
  /** Every metric that the file can see. */
  readonly metricNames?: readonly string[];
  /** Whether a relative path names a file; undefined where that cannot be known. */
  readonly fileExists?: (relativePath: string) => boolean | undefined;
  /** Rules that have nothing to say about this text, such as those that follow jumps while a name does not resolve. */
  readonly leaveOut?: (rule: Rule, procedure: Procedure) => boolean;
  readonly log?: (message: string) => void;
  readonly cancelToken?: Cancellation.CancellationToken;
}

/**
 * All findings of a file, by place.
 * @throws `OperationCancelled` between two rules, once the token says so.
 */
export async function runRules(
  base: Procedure,
  variants: readonly Procedure[],
  surroundings: RuleSurroundings,
  rules: readonly Rule[] = allRules,
): Promise<Finding[]> {
  const ruleIds = rules.map((rule) => rule.id);
  const ignores = surroundings.ignores ?? [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = surroundings.levels?.get(rule.id);
    if (level === 'off') continue;
    const reportsOf = async (procedure: Procedure): Promise<Finding[]> => {
      if (surroundings.leaveOut?.(rule, procedure)) return [];
      await interruptAndCheck(surroundings.cancelToken ?? Cancellation.CancellationToken.None);
      return check(rule, level, procedure, { ...surroundings, ignores, family: [base, ...variants] }, ruleIds);
    };
    const ofBase = await reportsOf(base);
    const ofVariants: { procedure: Procedure; findings: Finding[] }[] = [];
    for (const variant of variants) ofVariants.push({ procedure: variant, findings: await reportsOf(variant) });
    const merged = [...withoutRepeats(ofBase), ...onlyInVariants(ofBase, ofVariants)];
    findings.push(...merged.filter((finding) => !isIgnored(finding.code, finding.range, ignores)));
  }
  return findings.sort(byPlace);
}

function check(
  rule: Rule,
  level: RuleLevel | undefined,
  procedure: Procedure,
  surroundings: RuleSurroundings & { ignores: readonly IgnoreComment[]; family: readonly Procedure[] },
  ruleIds: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const log = surroundings.log ?? (() => {});
  try {
    rule.check({
      procedure,
      family: surroundings.family,
      today: surroundings.today,
      fileExists: surroundings.fileExists ?? (() => undefined),
      textAt: surroundings.textAt ?? (() => ''),
      metricNames: surroundings.metricNames ?? procedure.metrics.flatMap(({ name }) => name ?? []),
      ignores: surroundings.ignores,
      ruleIds,
      log: (message) => log(`${rule.id}: ${message}`),
      report: (report) => findings.push(complete(report, rule, level, procedure)),
    });
  } catch (error) {
    if (isOperationCancelled(error)) throw error;
    log(`${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return findings;
}

function complete(report: Report, rule: Rule, level: RuleLevel | undefined, procedure: Procedure): Finding {
  return {
    uri: report.uri ?? procedure.uri,
    code: rule.id,
    level: level ?? report.level ?? rule.level,
    message: withShortTitles(report.message, procedure),
    range: report.range,
    related: (report.related ?? []).map((other) => ({ ...other, message: withShortTitles(other.message, procedure) })),
    ...(report.element === undefined ? {} : { element: report.element }),
    ...(report.unused ? { unused: true } : {}),
    ...(report.fix ? { fix: report.fix } : {}),
  };
}

/** The same words at the same place, once. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${placeOf(finding)} ${finding.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * What variants add: a fault that the procedure itself has at the same place is its fault, told there; one that several
 * variants have at the same place is told once, in the words of the first, and names them all.
 */
function onlyInVariants(
  ofBase: readonly Finding[],
  ofVariants: readonly { procedure: Procedure; findings: readonly Finding[] }[],
): Finding[] {
  const inBase = new Set(ofBase.map(placeOf));
  const added: { finding: Finding; place: string; variants: Procedure[] }[] = [];
  for (const { procedure, findings } of ofVariants) {
    const fresh = withoutRepeats(findings).filter((finding) => !inBase.has(placeOf(finding)));
    for (const finding of fresh.map((each) => overridingLine(each, procedure))) {
      const place = placeOf(finding);
      const others = added.filter((other) => other.place === place && !other.variants.includes(procedure));
      const same = others.find((other) => other.finding.message === finding.message) ?? others[0];
      if (same) same.variants.push(procedure);
      else added.push({ finding, place, variants: [procedure] });
    }
  }
  return added.map(({ finding, variants }) => ({
    ...finding,
    message: `${inVariants(variants.map(variantWords))}: ${finding.message}`,
    variants: variants.map(({ variant }) => variant ?? ''),
  }));
}

/** `'SMB accounts' (smb)`: what readers call it, and the name that commands take. */
function variantWords(procedure: Procedure): string {
  const name = procedure.variant ?? '';
  const title = procedure.variantScope?.title;
  return withShortTitles(title && title !== name ? `'${title}' (${name})` : `'${name}'`, procedure);
}

/** "In the variant 'smb'", "In the variants 'smb' and 'emea'". */
function inVariants(names: readonly string[]): string {
  if (names.length === 1) return `In the variant ${names[0]}`;
  return `In the variants ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function placeOf(finding: { uri: string; code: string; range: Range }): string {
  const { start, end } = finding.range;
  return `${finding.uri} ${finding.code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.uri.localeCompare(other.uri) ||
    one.range.start.line - other.range.start.line ||
    one.range.start.character - other.range.start.character ||
    one.code.localeCompare(other.code) ||
    one.message.localeCompare(other.message)
  );
}
