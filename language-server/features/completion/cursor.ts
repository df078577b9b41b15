/**
 * Where the cursor is, told from the words before it alone, so that completion works in an unfinished file and whatever
 * mistakes stand elsewhere: the headers of the blocks that are open there, and the statement being written in the
 * innermost one. From these few words the grammar says what may come next.
 */
import type { IToken } from 'chevrotain';
import { GrammarAST, GrammarUtils, type Lexer } from 'langium';
import { findNextFeatures, type NextFeature } from 'langium/lsp';

export interface Cursor {
  /** Offset of the cursor. */
  readonly offset: number;
  /** The half-written word before it; `start` is its offset. */
  readonly word: { readonly text: string; readonly start: number };
  /** Headers of the open blocks, the outermost first: `level frontline "L1" {`. */
  readonly blocks: readonly (readonly IToken[])[];
  /** The statement being written, without the half-written word. */
  readonly statement: readonly IToken[];
  /** The cursor is on a later line than the last word of the statement: a new statement is likely. */
  readonly onNewLine: boolean;
  /** What the grammar lets stand here. */
  readonly features: readonly NextFeature[];
  /** Words that begin a new statement of the innermost block. */
  readonly starters: ReadonlySet<string>;
}

/** The words before an offset that matter there; null inside a comment. */
export function readCursor(text: string, offset: number, lexer: Lexer, grammar: GrammarAST.Grammar): Cursor | null {
  const before = text.slice(0, offset);
  if (insideComment(before)) return null;
  const word = /[A-Za-z_][\w-]*(\.[\w-]*)?$|\d[\w.%-]*$/.exec(before)?.[0] ?? '';
  const start = offset - word.length;
  const tokens = lexer.tokenize(before.slice(0, start)).tokens;
  const { blocks, rest } = splitBlocks(tokens);

  const headers: IToken[][] = [];
  const path: IToken[] = [];
  for (const block of blocks) {
    const header = lastStatement(grammar, path, block, true);
    headers.push(header);
    path.push(...header);
  }
  const statement = lastStatement(grammar, path, rest, false);
  const features = next(grammar, [...path, ...statement]);
  const starters = new Set(next(grammar, path).flatMap(({ feature }) => (GrammarAST.isKeyword(feature) ? [feature.value] : [])));
  const last = statement.at(-1) ?? path.at(-1);
  const onNewLine = last === undefined || text.slice(last.startOffset + last.image.length, start).includes('\n');
  return { offset, word: { text: word, start }, blocks: headers, statement, onNewLine, features, starters };
}

/** Per open block the words from the block before it to its `{` (included), and the words after the last. */
function splitBlocks(tokens: readonly IToken[]): { blocks: IToken[][]; rest: IToken[] } {
  const open: IToken[][] = [];
  let current: IToken[] = [];
  for (const token of tokens) {
    if (token.image === '{') {
      open.push([...current, token]);
      current = [];
    } else if (token.image === '}') {
      // The closed block stays part of its statement as `{ }`, without what is in it.
      const header = open.pop();
      if (header) current = [...header, token];
    } else {
      current.push(token);
    }
  }
  return { blocks: open, rest: current };
}

/**
 * The last statement among words of one block: the nearest start from which the grammar can follow all of them. A word
 * that begins a line is tried first. Empty where nothing fits: then whatever may start here is offered.
 */
function lastStatement(
  grammar: GrammarAST.Grammar,
  path: readonly IToken[],
  words: readonly IToken[],
  header: boolean,
): IToken[] {
  if (words.length === 0) return [];
  const starts: number[] = [];
  for (let i = words.length - 1; i >= 0 && starts.length < 24; i--) {
    if (isStart(words, i)) starts.push(i);
  }
  for (let i = words.length - 1; i >= 0 && starts.length < 48; i--) {
    if (/^[a-z"-]/.test(words[i]?.image ?? '') && !starts.includes(i)) starts.push(i);
  }
  for (const start of starts) {
    const statement = words.slice(start);
    if (next(grammar, [...path, ...statement]).length > 0) return statement;
  }
  return header ? words.slice(-1) : [];
}

function isStart(words: readonly IToken[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  return word !== undefined && (before === undefined || (word.startLine ?? 0) > (before.endLine ?? before.startLine ?? 0));
}

function insideComment(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const withoutStrings = line.replaceAll(/"[^"\n]*"/g, '');
  if (/\/\//.test(withoutStrings.replace(/"[^"]*$/, ''))) return true;
  return before.lastIndexOf('/*') > before.lastIndexOf('*/');
}

// -------------------------------------------------------------------------------------------- what the grammar allows

/** What may follow these words from the start of a file; empty when they can't stand there. */
function next(grammar: GrammarAST.Grammar, tokens: readonly IToken[]): NextFeature[] {
  return findNextFeatures([[startOf(grammar)]], joinQualifiedNames(tokens).map(asShape));
}

const starts = new WeakMap<GrammarAST.Grammar, NextFeature>();

/** A place before the grammar's entry rule, in the form that Langium's look-ahead starts from. */
function startOf(grammar: GrammarAST.Grammar): NextFeature {
  let start = starts.get(grammar);
  if (!start) {
    const entry = GrammarUtils.getEntryRule(grammar);
    if (!entry) throw new Error('The grammar has no entry rule.');
    const before = { $type: GrammarAST.Group.$type, elements: [] } as unknown as {
      -readonly [K in keyof GrammarAST.Group]: GrammarAST.Group[K];
    };
    const call = {
      $type: GrammarAST.RuleCall.$type,
      rule: { ref: entry, $refText: entry.name },
      arguments: [],
    } as unknown as GrammarAST.RuleCall;
    const group = { $type: GrammarAST.Group.$type, elements: [before, call] } as unknown as GrammarAST.Group;
    Object.assign(before, { $container: group });
    Object.assign(call, { $container: group });
    start = { feature: before };
    starts.set(grammar, start);
  }
  return start;
}

/** `level.step` is one name. */
function joinQualifiedNames(tokens: readonly IToken[]): IToken[] {
  const joined: IToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    if (token.image === '.' && joined.length > 0 && tokens[i + 1]) i++;
    else joined.push(token);
  }
  return joined;
}

/**
 * Langium's look-ahead tests a word against the patterns of the terminals without anchors, so that a name inside a text
 * would pass for a name. Each kind of word gets the plainest image of its kind.
 */
function asShape(token: IToken): IToken {
  const image = plainImages[token.tokenType.name];
  return image === undefined ? token : { ...token, image };
}

const plainImages: Readonly<Record<string, string>> = { STRING: '""', TEXT: '""', NUMBER: '1', ID: 'x' };
