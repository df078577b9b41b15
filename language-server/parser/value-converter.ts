/** Turns what is written into values: numbers with `_`, `k` and `M`, texts with their escapes, many-line texts unindented. */
import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

export class SopValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    switch (rule.name) {
      case 'NUMBER':
      case 'SignedNumber':
        return toNumber(input);
      case 'STRING':
        return toText(input.slice(1, -1));
      case 'TEXT':
        return withoutIndentation(input.slice(3, -3));
      case 'Text':
      case 'ID':
        return input;
      default:
        return super.runConverter(rule, input, cstNode);
    }
  }
}

/** `1_000` is 1000, `100k` 100 000, `2M` two million. */
export function toNumber(written: string): number {
  const factor = written.endsWith('k') ? 1e3 : written.endsWith('M') ? 1e6 : 1;
  const amount = Number(written.replace(/[_kM]/g, ''));
  // 0.1M is 100000, not 100000.00000000001.
  return factor === 1 ? amount : Math.round(amount * factor * 1e6) / 1e6;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** `\"` is a quote, `\\` a backslash, `\n` a new line, `\t` a tab; any other escaped character stands for itself. */
export function toText(written: string): string {
  return written.includes('\\') ? written.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character) : written;
}

/** Leaves out the line after the opening quotes, the one before the closing ones, and what all lines have of indentation. */
export function withoutIndentation(written: string): string {
  const lines = written.split(/\r\n?|\n/);
  if (lines.length === 1) return written.trim();
  const [first = '', ...rest] = lines;
  if (rest.at(-1)?.trim() === '') rest.pop();
  const indented = rest.filter((line) => line.trim() !== '');
  const common = indented.reduce(
    (shared, line) => sharedStart(shared, /^[ \t]*/.exec(line)?.[0] ?? ''),
    /^[ \t]*/.exec(indented[0] ?? '')?.[0] ?? '',
  );
  const body = rest.map((line) => (line.trim() === '' ? '' : line.slice(common.length).trimEnd()));
  return (first.trim() === '' ? body : [first.trim(), ...body]).join('\n');
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
