/** The text of a document as the formatter sees it: statements, and the blocks they hold. Made of tokens, never of text. */

/** A word, sign or comment of the text. Offsets are UTF-16 code units. */
export interface Token {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  readonly comment: 'line' | 'block' | null;
}

/** One thing that gets a line of its own: a declaration, property, step, branch, or a comment between them. */
export interface Statement {
  readonly parts: readonly Part[];
  /** Kind of declaration or step; empty for a comment. */
  readonly kind: string;
  /** An empty line stood before it. */
  readonly blankBefore: boolean;
}

export type Part = { readonly token: Token } | { readonly block: Block };

export interface Block {
  readonly open: Token;
  readonly close: Token | null;
  readonly statements: readonly Statement[];
  /** It stood on one line. */
  readonly short: boolean;
}

/**
 * Groups tokens into statements. `starts` tells which offsets begin a statement, and of what kind; `isNewLine` whether
 * the text between two offsets holds a line break (and how many); `tops` which of them begin a declaration of the file:
 * a block that never ends ends there.
 */
export function readStatements(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, string>,
  text: string,
  tops: ReadonlySet<number>,
): readonly Statement[] {
  let next = 0;
  let depth = 0;

  const linesBetween = (from: number, to: number): number => {
    let count = 0;
    for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) count++;
    return count;
  };

  const readBlock = (open: Token): Block => {
    depth++;
    const statements = readUntilClose();
    depth--;
    const closing = tokens[next];
    const close = closing?.text === '}' ? closing : null;
    if (close) next++;
    return { open, close, statements, short: close !== null && linesBetween(open.offset, close.offset) === 0 };
  };

  /** A declaration of the file begins, though a block is open: that one was never closed. */
  const isPastEnd = (token: Token): boolean => depth > 0 && tops.has(token.offset);

  /** A comment on the line of the token before it belongs to that token's statement. */
  const trails = (token: Token, previous: Token | undefined): boolean =>
    previous !== undefined &&
    linesBetween(previous.end, token.offset) === 0 &&
    !(previous.text === '{' && token.comment === 'block');

  function readUntilClose(): Statement[] {
    const statements: Statement[] = [];
    while (next < tokens.length) {
      const token = tokens[next] as Token;
      if (token.text === '}' || isPastEnd(token)) break;
      const previous = tokens[next - 1];
      const blankBefore = previous !== undefined && linesBetween(previous.end, token.offset) > 1;
      if (token.comment && !(token.comment === 'block' && followsOnLine(token))) {
        next++;
        statements.push({ parts: [{ token }], kind: '', blankBefore });
      } else {
        statements.push(readStatement(blankBefore));
      }
    }
    return statements;
  }

  /** Something else than a comment comes after it on its line. */
  function followsOnLine(token: Token): boolean {
    const after = tokens[next + 1];
    return after !== undefined && after.comment === null && after.text !== '}' && linesBetween(token.offset, after.offset) === 0;
  }

  function readStatement(blankBefore: boolean): Statement {
    const parts: Part[] = [];
    let kind = '';
    while (next < tokens.length) {
      const token = tokens[next] as Token;
      if (token.text === '}' || isPastEnd(token)) break;
      if (parts.length > 0 && kind !== '' && starts.has(token.offset)) break;
      if (parts.length > 0 && token.comment && endsStatement(token)) break;
      kind ||= starts.get(token.offset) ?? '';
      next++;
      parts.push(token.text === '{' && !token.comment ? { block: readBlock(token) } : { token });
      if (kind === '' && starts.size > 0 && token.comment === null && !starts.has(token.offset)) kind = '?';
    }
    return { parts, kind, blankBefore };
  }

  /** A comment on a line of its own, after which the next statement (or nothing) comes, is no part of this one. */
  function endsStatement(token: Token): boolean {
    if (trails(token, tokens[next - 1])) return false;
    let ahead = next;
    while (tokens[ahead]?.comment) ahead++;
    const after = tokens[ahead];
    return after === undefined || after.text === '}' || starts.has(after.offset);
  }

  const statements = readUntilClose();
  while (next < tokens.length) {
    // One closing brace too many: it stays where it is, alone.
    statements.push({ parts: [{ token: tokens[next++] as Token }], kind: '?', blankBefore: false });
    statements.push(...readUntilClose());
  }
  return statements;
}
