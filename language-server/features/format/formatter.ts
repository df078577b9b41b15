/** Formatting of a whole file, a range, and while typing: edits of white space only, each between two neighbouring words. */
import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { type Gaps, printStatements } from './print.js';
import { readStatements, type Token } from './statements.js';

export class SopFormatter implements Formatter {
  readonly formatOnTypeOptions: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };

  formatDocument(document: LangiumDocument): TextEdit[] {
    return formatText(document);
  }

  formatDocumentRange(document: LangiumDocument, params: DocumentRangeFormattingParams): TextEdit[] {
    return formatText(document, params.range);
  }

  /** After `}` the block it closes, after a line break the line that was left: never the line being written. */
  formatDocumentOnType(document: LangiumDocument, params: DocumentOnTypeFormattingParams): TextEdit[] {
    const { line, character } = params.position;
    if (params.ch === '\n') {
      if (line === 0) return [];
      const edits = formatText(document, { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 10_000 } });
      return edits.filter((edit) => edit.range.end.line < line);
    }
    const offset = document.textDocument.offsetAt({ line, character });
    const close =
      document.parseResult.value.$cstNode && CstUtils.findLeafNodeBeforeOffset(document.parseResult.value.$cstNode, offset - 1);
    const start = close?.astNode.$cstNode?.range.start ?? { line, character: 0 };
    return formatText(document, { start: { line: start.line, character: 0 }, end: { line, character } });
  }
}

/** Edits that bring the text (within `range`) into canonical form. Declarations with a syntax error are left as they are. */
export function formatText(document: LangiumDocument, range?: Range): TextEdit[] {
  const root = document.parseResult.value;
  const text = document.textDocument.getText();
  if (!root.$cstNode) return [];
  const tokens = tokensOf(root, text);
  const gaps = printStatements(readStatements(tokens, statementStarts(root), text, topsOf(root)), text);
  const edits = editsFor(document, tokens, gaps);
  const broken = brokenRanges(document, root);
  return edits.filter((edit) => (!range || overlaps(edit.range, range)) && !broken.some((part) => overlaps(edit.range, part)));
}

/** The same within several ranges: an edit that two of them touch is made once. */
export function formatRanges(document: LangiumDocument, ranges: readonly Range[]): TextEdit[] {
  return formatText(document).filter((edit) => ranges.some((range) => overlaps(edit.range, range)));
}

/** Words, signs and comments in their order. A text whose quotes never close is read as if they did: it ends before the next. */
function tokensOf(root: AstNode, text: string): Token[] {
  const tokens: Token[] = [];
  if (!root.$cstNode) return tokens;
  for (const leaf of CstUtils.flattenCst(root.$cstNode)) {
    const comment = leaf.tokenType.name === 'SL_COMMENT' ? 'line' : leaf.tokenType.name === 'ML_COMMENT' ? 'block' : null;
    if (leaf.hidden && !comment) continue;
    if (leaf.length > 0) tokens.push({ offset: leaf.offset, end: leaf.end, text: leaf.text, comment });
  }
  tokens.sort((a, b) => a.offset - b.offset);
  return tokens.map((token, i) => {
    const limit = tokens[i + 1]?.offset ?? text.length;
    if (token.end <= limit) return token;
    const written = text.slice(token.offset, limit).trimEnd();
    return { ...token, end: token.offset + written.length, text: written };
  });
}

/** Everything that stands in a list of its container gets a line of its own, and so do the outcomes of an approval. */
const ownLine = new Set(['imports', 'declarations', 'properties', 'items', 'steps', 'branches', 'lanes', 'details', 'changes']);

function statementStarts(root: AstNode): Map<number, string> {
  const starts = new Map<number, string>();
  for (const node of AstUtils.streamAllContents(root)) {
    const cst = node.$cstNode;
    if (!cst) continue;
    if (
      node.$type === 'Header' ||
      node.$type.endsWith('Type') ||
      (node.$containerProperty && ownLine.has(node.$containerProperty))
    ) {
      if (node.$type === 'Choice') continue;
      starts.set(cst.offset, node.$type);
    } else if (node.$type === 'Outcome' && node.$containerProperty !== 'elses') {
      const keyword = CstUtils.getPreviousNode(cst, false);
      if (keyword) starts.set(keyword.offset, 'Outcome');
    }
  }
  return starts;
}

/** Offsets at which what stands at the top of the file begins. */
function topsOf(root: AstNode): Set<number> {
  return new Set([...AstUtils.streamContents(root)].flatMap((node) => (node.$cstNode ? [node.$cstNode.offset] : [])));
}

function editsFor(document: LangiumDocument, tokens: readonly Token[], gaps: Gaps): TextEdit[] {
  const text = document.textDocument.getText();
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: TextEdit[] = [];
  const replace = (from: number, to: number, gap: string): void => {
    const wanted = gap.replaceAll('\n', newline);
    const present = text.slice(from, to);
    if (present === wanted || present.trim() !== '') return;
    edits.push({
      range: { start: document.textDocument.positionAt(from), end: document.textDocument.positionAt(to) },
      newText: wanted,
    });
  };
  let end = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const token of tokens) {
    replace(end, token.offset, gaps.get(token.offset) ?? text.slice(end, token.offset));
    end = token.end;
  }
  if (tokens.length > 0) replace(end, text.length, '\n');
  return edits;
}

/** What stands at the top of the file and holds a syntax error. */
function brokenRanges(document: LangiumDocument, root: AstNode): Range[] {
  const { parserErrors, lexerErrors } = document.parseResult;
  const lines = [
    ...parserErrors.map((error) => (error.token.startLine ?? Number.NaN) - 1),
    ...lexerErrors.map((error) => (error.line ?? 1) - 1),
  ];
  if (lines.length === 0) return [];
  const parts = [...AstUtils.streamContents(root)].flatMap((node) => (node.$cstNode ? [node.$cstNode.range] : []));
  return lines.map((line) => {
    const at = Number.isFinite(line) ? line : document.textDocument.lineCount - 1;
    const before = parts.filter((part) => part.start.line <= at).at(-1);
    const after = parts.find((part) => part.start.line > at);
    return {
      start: before?.start ?? { line: 0, character: 0 },
      end: after?.start ?? document.textDocument.positionAt(Number.MAX_SAFE_INTEGER),
    };
  });
}

function overlaps(a: Range, b: Range): boolean {
  return !(isBefore(a.end, b.start) || isBefore(b.end, a.start));
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
