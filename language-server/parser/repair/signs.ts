/** Quotes, arrows and other signs that word processors and other languages write differently. */

/** Sign → what it stands for here. */
export const otherSigns: Readonly<Record<string, string>> = {
  '→': '->',
  '⇒': '->',
  '⟶': '->',
  '➔': '->',
  '➜': '->',
  '–>': '->',
  '—>': '->',
  '−>': '->',
  '=>': '->',
  '≥': '>=',
  '⩾': '>=',
  '≤': '<=',
  '⩽': '<=',
  '=': 'is',
  '==': 'is',
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '−': '-',
  '–': '-',
};

const openQuotes = "“”„«»‘’‚'`″";
const closeQuotes = '“”“»«’‘\'`"″';

/**
 * The text with straight quotes in place of others, as long as it was; the places of those that were changed. Only
 * outside of strings: `strange` are the places where characters stood that mean nothing.
 */
export function straightenQuotes(
  text: string,
  strange: readonly number[],
): { text: string; pairs: { start: number; end: number }[] } {
  const pairs: { start: number; end: number }[] = [];
  let done = 0;
  for (const start of strange) {
    if (start < done || !openQuotes.includes(text[start] ?? ' ')) continue;
    let end = start + 1;
    while (end < text.length && !/[\n\r]/.test(text[end] ?? '') && !closeQuotes.includes(text[end] ?? ' ')) end++;
    if (end >= text.length || /[\n\r]/.test(text[end] ?? '')) continue;
    pairs.push({ start, end: end + 1 });
    done = end + 1;
  }
  if (pairs.length === 0) return { text, pairs };
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end } of pairs) {
    pieces.push(text.slice(copied, start), '"', text.slice(start + 1, end - 1).replaceAll('\\', '/'), '"');
    copied = end;
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), pairs };
}
