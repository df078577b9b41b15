/** Folding: blocks, comments, groups of imports, and regions between `// #region` and `// #endregion`. */
import { CstUtils, type LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-protocol';
import type { Document } from '../generated/ast.js';

export class SopFolding implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const root = document.parseResult.value as Document;
    const folds: FoldingRange[] = [];
    const add = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
      if (endLine > startLine) folds.push({ startLine, endLine, ...(kind && { kind }) });
    };
    const braces: number[] = [];
    const regions: number[] = [];
    let comment: { start: number; end: number } | null = null;
    if (root.$cstNode) {
      for (const leaf of CstUtils.flattenCst(root.$cstNode)) {
        const { start, end } = leaf.range;
        if (leaf.text === '{') braces.push(start.line);
        else if (leaf.text === '}') {
          // The line of the closing brace stays visible, as everywhere in the editor.
          const opened = braces.pop();
          if (opened !== undefined) add(opened, end.line - 1);
        } else if (leaf.tokenType.name === 'ML_COMMENT') add(start.line, end.line, FoldingRangeKind.Comment);
        else if (leaf.tokenType.name === 'TEXT') add(start.line, end.line - 1);
        if (leaf.tokenType.name !== 'SL_COMMENT') continue;
        if (/^\/\/\s*#region\b/.test(leaf.text)) regions.push(start.line);
        else if (/^\/\/\s*#endregion\b/.test(leaf.text)) {
          const opened = regions.pop();
          if (opened !== undefined) add(opened, start.line, FoldingRangeKind.Region);
        } else if (comment && start.line === comment.end + 1) comment.end = start.line;
        else {
          if (comment) add(comment.start, comment.end, FoldingRangeKind.Comment);
          comment = { start: start.line, end: start.line };
        }
      }
    }
    if (comment) add(comment.start, comment.end, FoldingRangeKind.Comment);
    const first = root.imports[0]?.$cstNode?.range.start.line;
    const last = root.imports.at(-1)?.$cstNode?.range.end.line;
    if (first !== undefined && last !== undefined) add(first, last, FoldingRangeKind.Imports);
    return folds;
  }
}
