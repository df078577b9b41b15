/** Where a finding stands that only a variant has: on the line of the variant that overrides, not on the one it keeps. */
import type { Level, Procedure, Range } from '../../flow/procedure.js';
import type { Finding } from './finding.js';

/**
 * The finding, moved to what the variant changed in the element it belongs to, if that is one thing and the finding
 * stands on another. The place it had becomes related.
 */
export function overridingLine(finding: Finding, variant: Procedure): Finding {
  if (finding.element === undefined || finding.uri !== variant.uri) return finding;
  const level = variant.levels.find(({ id }) => id === finding.element);
  if (!level) return finding;
  const changed = changedIn(level);
  const line = changed.length === 1 ? changed[0] : undefined;
  if (!line || contains(line.range, finding.range)) return finding;
  const title = level.title ?? level.name ?? '';
  return {
    ...finding,
    range: line.selection,
    related: [{ message: `What it concerns in '${title}'.`, range: finding.range }, ...finding.related],
  };
}

function changedIn(level: Level): { range: Range; selection: Range }[] {
  const properties = [...level.targets, ...level.escalations, ...level.bySeverity];
  return properties.filter(({ fromVariant }) => fromVariant !== undefined);
}

function contains(outer: Range, inner: Range): boolean {
  const { start, end } = inner;
  const afterStart =
    start.line > outer.start.line || (start.line === outer.start.line && start.character >= outer.start.character);
  const beforeEnd = end.line < outer.end.line || (end.line === outer.end.line && end.character <= outer.end.character);
  return afterStart && beforeEnd;
}
