/**
 * `// sop-ignore family/name: reason` above a line silences that rule for the next declaration or step, and for what
 * stands on the next line. Several ids with commas, or several comments above each other, are all meant.
 */
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { Range } from '../../flow/procedure.js';
import { isDeclaration, isHeader, isOverride, isStep } from '../generated/ast.js';

export interface IgnoreComment {
  /** The rule's id as written; empty when there is none. */
  readonly rule: string;
  readonly reason: string;
  /** The comment. */
  readonly range: Range;
  /** The id in it; the comment where there is none. */
  readonly idRange: Range;
  /** What it silences: the lines of the next declaration or step, and the next line. */
  readonly scopes: readonly Range[];
}

/** Comments, and what a `//` may stand in without being one. */
const textsAndComments = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n\r])*"|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g;
const ignoreForm = /^\/\/\s*sop-ignore\b[ \t]*([^:]*?)[ \t]*(?::[ \t]*(.*?)[ \t]*)?$/;

/** All `sop-ignore` comments of a file, in its order. */
export function ignoreCommentsOf(document: LangiumDocument): IgnoreComment[] {
  const text = document.textDocument.getText();
  if (!text.includes('sop-ignore')) return [];
  const elements = ownElements(document.parseResult.value);
  return [...text.matchAll(textsAndComments)].flatMap((match) => {
    const form = ignoreForm.exec(match[0]);
    if (!form) return [];
    const end = match.index + match[0].length;
    const rangeOf = (from: number, to: number): Range => ({
      start: document.textDocument.positionAt(from),
      end: document.textDocument.positionAt(to),
    });
    const range = rangeOf(match.index, end);
    const scopes = scopesAfter(end, text, elements, rangeOf);
    const written = form[1] ?? '';
    const reason = form[2] ?? '';
    if (written === '') return [{ rule: '', reason, range, idRange: range, scopes }];
    let from = match.index + match[0].indexOf(written, match[0].indexOf('sop-ignore') + 'sop-ignore'.length);
    return written.split(',').map((part) => {
      const rule = part.trim();
      const start = from + (part.length - part.trimStart().length);
      from += part.length + 1;
      return { rule, reason, range, idRange: rangeOf(start, start + rule.length), scopes };
    });
  });
}

/** Whether a comment silences this finding. */
export function isIgnored(code: string, range: Range, ignores: readonly IgnoreComment[]): boolean {
  return ignores.some((ignore) => ignore.rule === code && ignore.scopes.some((scope) => startsIn(range, scope)));
}

interface Extent {
  readonly offset: number;
  readonly end: number;
}

/** Where the header, declarations, overrides and steps stand, in the order of the text, outer ones first. */
function ownElements(root: AstNode): Extent[] {
  return AstUtils.streamAst(root)
    .filter((node) => isDeclaration(node) || isHeader(node) || isOverride(node) || isStep(node))
    .flatMap((node) => (node.$cstNode ? [{ offset: node.$cstNode.offset, end: node.$cstNode.end }] : []))
    .toArray()
    .sort((one, other) => one.offset - other.offset || other.end - one.end);
}

function scopesAfter(
  end: number,
  text: string,
  elements: readonly Extent[],
  rangeOf: (from: number, to: number) => Range,
): Range[] {
  const scopes: Range[] = [];
  const next = elements.find((element) => element.offset >= end);
  if (next) scopes.push(rangeOf(next.offset, next.end));
  // Blank lines and further comments between the comment and what it is about do not count.
  const gap = /^(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/.exec(text.slice(end))?.[0].length ?? 0;
  const from = end + gap;
  const lineEnd = /[^\n\r]*/.exec(text.slice(from))?.[0].length ?? 0;
  if (lineEnd > 0) scopes.push(rangeOf(from, from + lineEnd));
  return scopes;
}

function startsIn(range: Range, scope: Range): boolean {
  const { line, character } = range.start;
  const afterStart = line > scope.start.line || (line === scope.start.line && character >= scope.start.character);
  const beforeEnd = line < scope.end.line || (line === scope.end.line && character < scope.end.character);
  return afterStart && beforeEnd;
}
