/**
 * The one canonical layout: two spaces, one statement a line, short blocks on one line where they were, `->` of
 * neighbouring branches below each other, an empty line between declarations. Only white space is decided here, so that
 * no word and no comment can be lost.
 */
import type { Block, Part, Statement, Token } from './statements.js';

/** Characters: a block on one line must fit, a longer statement keeps its own line breaks. */
const widest = 120;
/** Arrows further right than this are not aligned. */
const widestArrow = 64;

/** White space before each token, by the token's offset. */
export type Gaps = ReadonlyMap<number, string>;

/** Decides the white space before every token of the statements of a file. Line breaks are `\n`. */
export function printStatements(statements: readonly Statement[], text: string): Gaps {
  const gaps = new Map<number, string>();
  statements.forEach((statement, index) => {
    const before = statements[index - 1];
    const gap = before === undefined ? '' : blankBetween(before, statement) ? '\n\n' : '\n';
    printStatement(statement, 0, gap, 0);
  });
  return gaps;

  function blankBetween(before: Statement, statement: Statement): boolean {
    // A comment right above a declaration belongs to it.
    if (before.kind === '') return statement.blankBefore;
    if (before.kind === 'Import' && statement.kind === 'Import') return false;
    if (statement.kind !== '' && before.kind === statement.kind && isFlat(before, 0) && isFlat(statement, 0))
      return statement.blankBefore;
    return true;
  }

  function isFlat(statement: Statement, depth: number): boolean {
    const line = flat(statement);
    return line !== null && depth * 2 + line.length <= widest;
  }

  /** `arrow`: spaces to put before the statement's arrow instead of one. */
  function printStatement(statement: Statement, depth: number, gapBefore: string, arrow: number): void {
    const indent = '  '.repeat(depth);
    const line = flat(statement);
    const fits = line !== null && indent.length + line.length <= widest;
    const hasBlock = statement.parts.some((part) => 'block' in part);
    const keepsBreaks = !fits && !hasBlock;
    let previous: Token | null = null;
    for (const part of statement.parts) {
      const token = 'block' in part ? part.block.open : part.token;
      if (previous === null) {
        gaps.set(token.offset, gapBefore + (gapBefore.includes('\n') ? indent : ''));
      } else if (previous.comment === 'line' || (breaksBetween(previous, token) && (token.comment !== null || keepsBreaks))) {
        gaps.set(token.offset, `\n${indent}    `);
      } else if (token.text === '->' && arrow > 0) {
        gaps.set(token.offset, ' '.repeat(arrow));
      } else {
        gaps.set(token.offset, spaceBetween(previous, token));
      }
      previous = token;
      if ('block' in part) {
        printBlock(part.block, depth, fits);
        previous = part.block.close ?? lastToken(part) ?? previous;
      }
    }
  }

  function printBlock(block: Block, depth: number, statementFits: boolean): void {
    const indent = '  '.repeat(depth);
    if (block.statements.length === 0) {
      if (block.close) gaps.set(block.close.offset, '');
      return;
    }
    const one = block.short && statementFits;
    const arrows = one ? [] : arrowColumns(block.statements);
    block.statements.forEach((statement, index) => {
      if (one) {
        printStatement(statement, 0, index === 0 ? ' ' : shortGap(statement), 0);
        return;
      }
      const first = firstToken(statement);
      const trailing = index === 0 && statement.kind === '' && first && !breaksBetween(block.open, first);
      const afterCode = statement.kind === '' && first && index > 0 && !breaksBetween(previousToken(block, index), first);
      const gap = trailing || afterCode ? ' ' : statement.blankBefore && index > 0 ? '\n\n' : '\n';
      printStatement(statement, depth + 1, gap, arrows[index] ?? 0);
    });
    if (block.close) gaps.set(block.close.offset, one ? ' ' : `\n${indent}`);
  }

  function previousToken(block: Block, index: number): Token {
    const parts = block.statements[index - 1]?.parts ?? [];
    const part = parts[parts.length - 1];
    return (part && lastToken(part)) ?? block.open;
  }

  function breaksBetween(before: Token, after: Token): boolean {
    return text.slice(before.end, after.offset).includes('\n');
  }

  /** Spaces before the arrow of each statement, so that the arrows of neighbouring branches stand below each other. */
  function arrowColumns(statements: readonly Statement[]): number[] {
    const spaces = statements.map(() => 0);
    const widthOf = statements.map((statement) => {
      if (statement.kind !== 'Branch' && statement.kind !== 'Outcome') return null;
      const at = statement.parts.findIndex((part) => 'token' in part && part.token.text === '->');
      if (at < 1 || flat(statement) === null) return null;
      const width = flat({ ...statement, parts: statement.parts.slice(0, at) })?.length ?? 0;
      return width <= widestArrow ? width : null;
    });
    for (let from = 0; from < statements.length; from++) {
      let to = from;
      while (to < statements.length && widthOf[to] != null && !(to > from && statements[to]?.blankBefore)) to++;
      if (to === from) continue;
      const column = Math.max(...widthOf.slice(from, to).map((width) => width ?? 0));
      for (let i = from; i < to; i++) spaces[i] = column - (widthOf[i] ?? 0) + 1;
      from = to - 1;
    }
    return spaces;
  }
}

/** The statement on one line, null where it can't be: a comment to the line's end, a long block, text of many lines. */
function flat(statement: Statement): string | null {
  let line = '';
  let previous: Token | null = null;
  for (const part of statement.parts) {
    const token = 'block' in part ? part.block.open : part.token;
    if (token.comment === 'line' || token.text.includes('\n')) return null;
    line += (previous ? spaceBetween(previous, token) : '') + token.text;
    previous = token;
    if ('block' in part) {
      const { block } = part;
      if (!block.short || !block.close) {
        if (block.statements.length > 0 || !block.close) return null;
      }
      const inner = block.statements.map(flat);
      if (inner.includes(null)) return null;
      const inside = inner.map((text, index) => (index === 0 ? ' ' : shortGap(block.statements[index])) + text).join('');
      line += inner.length === 0 ? '}' : `${inside} }`;
      previous = block.close;
    }
  }
  return line;
}

/** Between two statements of a block on one line; an arrow belongs to what stands before it. */
function shortGap(statement: Statement | undefined): string {
  return statement?.kind === 'Jump' ? ' ' : '  ';
}

function spaceBetween(before: Token, after: Token): string {
  if (after.text === ',' || after.text === ')' || after.text === '%' || after.text === '.') return '';
  if (before.text === '(' || before.text === '.') return '';
  if (before.text === '-' && /^\d/.test(after.text)) return '';
  return ' ';
}

function firstToken(statement: Statement): Token | null {
  const part = statement.parts[0];
  return part ? ('block' in part ? part.block.open : part.token) : null;
}

function lastToken(part: Part): Token | null {
  if ('token' in part) return part.token;
  if (part.block.close) return part.block.close;
  const last = part.block.statements.at(-1)?.parts.at(-1);
  return last ? lastToken(last) : part.block.open;
}
