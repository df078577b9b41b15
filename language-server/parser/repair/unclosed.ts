/**
 * Ends what was left open: a `"""` text, a comment. The open part is blanked, so that the rest can be read with every
 * token in its place.
 */
import type { Mistake } from './tape.js';

export interface Blanked {
  readonly text: string;
  readonly mistakes: readonly Mistake[];
  /** Texts that stood in the blanked parts: from their opening quotes to where they were ended. */
  readonly texts: readonly { readonly start: number; readonly end: number }[];
}

/** A line that can only be the procedure again: a closing brace alone, a declaration, a step with its title. */
const procedureLine =
  /^[ \t]*(?:\}[ \t]*$|(?:sop|team|role|channel|template|calendar|source|metric|severity|trigger|level|resolution|closure|deadline|external role)[ \t]+[\w-]+[ \t]*["{]|(?:action|decide|approve|wait|handoff|notify|page)[ \t]+[\w-]*[ \t]*")/m;

const openings = /"""|"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"|"[^\n\r]*|\/\*|\/\/[^\n\r]*/g;

/** Finds texts and comments that nothing closes, or that are closed only by the quotes of a later one. */
export function blankUnclosed(text: string): Blanked {
  const mistakes: Mistake[] = [];
  const texts: { start: number; end: number }[] = [];
  const pieces: string[] = [];
  let copied = 0;
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(copied, start), text.slice(start, end).replace(/[^\n\r]/g, ' '));
    copied = end;
    openings.lastIndex = end;
  };
  let odd = oddQuotes(text);
  let lastCommentEnd = text.lastIndexOf('*/');
  openings.lastIndex = 0;
  for (let found = openings.exec(text); found; found = openings.exec(text)) {
    const start = found.index;
    if (found[0] === '"""') {
      const close = text.indexOf('"""', start + 3);
      const inside = odd || close < 0 ? procedureLine.exec(text.slice(start + 3, close < 0 ? undefined : close)) : null;
      if (close >= 0 && !inside) {
        openings.lastIndex = close + 3;
        continue;
      }
      odd = false;
      const end = inside ? start + 3 + inside.index : text.length;
      mistakes.push({ message: 'This text has no closing """.', start, end: start + 3 });
      texts.push({ start, end });
      blank(start, end);
    } else if (found[0] === '/*') {
      const close = lastCommentEnd < start + 2 ? -1 : text.indexOf('*/', start + 2);
      if (close >= 0) {
        openings.lastIndex = close + 2;
        continue;
      }
      lastCommentEnd = -1;
      const lineEnd = text.slice(start).search(/[\r\n]/);
      mistakes.push({ message: 'This comment has no closing */.', start, end: start + 2 });
      blank(start, lineEnd < 0 ? text.length : start + lineEnd);
    }
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), mistakes, texts };
}

/** Whether the quotes of many-line texts do not pair. */
function oddQuotes(text: string): boolean {
  return (text.split('"""').length - 1) % 2 === 1;
}
