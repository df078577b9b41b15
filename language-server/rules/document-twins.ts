/** Two things of one kind whose names or titles are nearly the same are taken for each other. */
import type { Element } from '../../flow/procedure.js';
import { allElements } from './own-elements.js';
import type { Rule } from './rule.js';

export const documentTwins: Rule = {
  id: 'document/twins',
  level: 'info',
  check: ({ procedure, report }) => {
    const byKind = new Map<string, Candidate[]>();
    for (const { kind, element } of allElements(procedure)) {
      const candidate = candidateOf(element);
      const earlier = byKind.get(kind) ?? [];
      byKind.set(kind, earlier);
      for (const other of earlier) {
        const twins = twinTexts(other, candidate);
        if (!twins) continue;
        const ours = element.uri === undefined ? element : other.element;
        const theirs = ours === element ? other.element : element;
        if (ours.uri !== undefined) continue;
        const [theirText, ourText] = ours === element ? twins : [twins[1], twins[0]];
        report({
          range: ours.selection,
          element: ours.id,
          message: `'${ourText}' is easily taken for '${theirText}'. If they are the same, keep one; else tell them apart by a word.`,
          related: [
            {
              message: `'${theirText}' is here.`,
              range: theirs.selection,
              ...(theirs.uri === undefined ? {} : { uri: theirs.uri }),
            },
          ],
        });
      }
      earlier.push(candidate);
    }
  },
};

interface Candidate {
  readonly element: Element;
  readonly name: Plain | null;
  readonly title: Plain | null;
}

/** A text, and what is left of it without case, spaces and hyphens. */
interface Plain {
  readonly text: string;
  readonly plain: string;
  readonly digits: string;
}

function candidateOf(element: Element): Candidate {
  return { element, name: plain(element.name), title: plain(element.title) };
}

/** Null for a text of fewer than five letters. */
function plain(text: string | null): Plain | null {
  if (text === null || (text.match(/\p{L}/gu)?.length ?? 0) < 5) return null;
  return {
    text,
    plain: text.toLowerCase().replace(/[\s\-_\u2010-\u2015]/g, ''),
    digits: text.replace(/\D+/g, ' ').trim(),
  };
}

/** The names, else the titles, that are twins; null where neither are. */
function twinTexts(one: Candidate, other: Candidate): [string, string] | null {
  if (areTwins(one.name, other.name)) return [one.name?.text ?? '', other.name?.text ?? ''];
  if (areTwins(one.title, other.title)) return [one.title?.text ?? '', other.title?.text ?? ''];
  return null;
}

function areTwins(one: Plain | null, other: Plain | null): boolean {
  if (!one || !other || one.text === other.text || one.digits !== other.digits) return false;
  return one.plain === other.plain || differByOneLetter(one.plain, other.plain);
}

/** One letter changed, left out or added. */
function differByOneLetter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const added = long.length > short.length;
  if (short.slice(same + (added ? 0 : 1)) !== long.slice(same + 1)) return false;
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  return isLetter(long[same]) && (added || isLetter(short[same]));
}
