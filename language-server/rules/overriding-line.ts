/** Where a finding stands that only a variant has: on the line of the variant that overrides, not on the one it keeps. */
import type { Procedure, Range, VariantChange } from '../../flow/procedure.js';
import type { Finding } from './finding.js';

/**
 * The finding, moved to what the variant changed to bring it about, if it stands on a line that the variant keeps. The
 * place it had becomes related; a fix that would change the procedure for everybody is left out.
 */
export function overridingLine(finding: Finding, variant: Procedure): Finding {
  const scope = variant.variantScope;
  const changes = scope?.changes ?? [];
  if (!scope || changes.length === 0 || finding.uri !== variant.uri || contains(scope.range, finding.range)) return finding;
  const related = finding.related.filter(({ uri }) => uri === undefined || uri === variant.uri);
  const named = related.find(({ range }) => contains(scope.range, range));
  const range = named?.range ?? likeliest(finding, variant, changes)?.selection ?? scope.selection;
  // Faded is what nobody needs: the line that leads past it is needed.
  const { fix, unused: _unused, ...rest } = finding;
  return {
    ...rest,
    range,
    related: [{ message: 'What it concerns.', range: finding.range }, ...finding.related.filter((other) => other !== named)],
    ...(fix?.edits.every((edit) => contains(scope.range, edit.range)) ? { fix } : {}),
  };
}

/** The change of what the finding is about; else of what it names; else of what may be missing now. */
function likeliest(finding: Finding, variant: Procedure, changes: readonly VariantChange[]): VariantChange | undefined {
  if (changes.length === 1) return changes[0];
  const { element } = finding;
  const step = variant.steps.find(({ id }) => id === element);
  const own = changes.filter(
    ({ of }) => of === element || (element !== undefined && of === variant.steps.find(({ id }) => id === element)?.parent),
  );
  return (
    own.find(({ kind, of }) => kind !== 'omit' && of === element) ??
    changes.find(({ kind, of }) => kind === 'omit' && isPartOf(of, step?.parent ?? element)) ??
    own[0] ??
    changes.find(({ of }) => finding.message.includes(`'${of}'`)) ??
    changes.find(({ kind }) => kind === 'omit') ??
    changes.find(({ kind }) => kind === 'override' || kind === 'insert') ??
    changes[0]
  );
}

function isPartOf(name: string, level: string | undefined): boolean {
  return level !== undefined && name.startsWith(`${level}.`);
}

function contains(outer: Range, inner: Range): boolean {
  const { start, end } = inner;
  const afterStart =
    start.line > outer.start.line || (start.line === outer.start.line && start.character >= outer.start.character);
  const beforeEnd = end.line < outer.end.line || (end.line === outer.end.line && end.character <= outer.end.character);
  return afterStart && beforeEnd;
}
