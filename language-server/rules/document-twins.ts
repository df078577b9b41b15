/** Two things of one kind whose names or titles are nearly the same are taken for each other. */
import type { Element } from '../../flow/procedure.js';
import { allElements } from './own-elements.js';
import type { Rule } from './rule.js';

export const documentTwins: Rule = {
  id: 'document/twins',
  level: 'info',
  check: ({ procedure, report }) => {
    const byKind = new Map<string, Seen>();
    for (const { kind, element } of allElements(procedure)) {
      const candidate = candidateOf(element);
      const seen = byKind.get(kind) ?? new Seen();
      byKind.set(kind, seen);
      const twin = seen.twinOf(candidate);
      seen.add(candidate);
      if (!twin) continue;
      const { other, texts } = twin;
      const ours = element.uri === undefined ? element : other;
      const theirs = ours === element ? other : element;
      if (ours.uri !== undefined) continue;
      const [theirText, ourText] = ours === element ? texts : [texts[1], texts[0]];
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
  },
};

/** The elements of one kind so far, found again by what is left of a text without any one of its letters. */
class Seen {
  readonly #names = new Places();
  readonly #titles = new Places();

  add(candidate: Candidate): void {
    this.#names.put(candidate.name, candidate);
    this.#titles.put(candidate.title, candidate);
  }

  /** The first so far whose name, else whose title, is a twin of this one's. */
  twinOf(candidate: Candidate): { other: Element; texts: [string, string] } | null {
    return this.#names.find(candidate.name, ({ name }) => name) ?? this.#titles.find(candidate.title, ({ title }) => title);
  }
}

class Places {
  readonly #places = new Map<number, Candidate[]>();
  readonly #texts = new Set<string>();

  put(text: Plain | null, candidate: Candidate): void {
    // The same text has the same twins: its first element stands for all.
    if (!text || this.#texts.has(text.text)) return;
    this.#texts.add(text.text);
    for (const key of keysOf(text)) {
      const known = this.#places.get(key);
      if (!known) this.#places.set(key, [candidate]);
      // Twins of one are nearly all twins of each other: a few are enough to find one again.
      else if (known.length < mostInPlace && known.at(-1) !== candidate) known.push(candidate);
    }
  }

  find(text: Plain | null, textOf: (candidate: Candidate) => Plain | null): { other: Element; texts: [string, string] } | null {
    for (const key of text ? keysOf(text) : []) {
      for (const candidate of this.#places.get(key) ?? []) {
        const other = textOf(candidate);
        if (text && other && areTwins(other, text)) return { other: candidate.element, texts: [other.text, text.text] };
      }
    }
    return null;
  }
}

const mostInPlace = 50;

/** Texts longer than this are no names that a reader takes in at a glance, and are looked at by their halves. */
const longText = 80;

/**
 * Keys of which two texts that differ by a letter at most share one: the text, and the text without each of its letters;
 * of a long text its halves, of which a single letter changes only one. A key is a number made of the letters, since that
 * many texts would be slow to write; others may happen to have the same.
 */
function keysOf({ plain, digits }: Plain): number[] {
  const { length } = plain;
  const start = numberOf(digits, 0, digits.length, 1);
  if (length > longText) {
    const keys: number[] = [];
    for (const whole of [length, length - 1]) {
      const half = Math.floor(whole / 2);
      keys.push(numberOf(plain, 0, half, start + whole), numberOf(plain, length - (whole - half), length, start - whole));
    }
    return keys;
  }
  // What follows each letter, as its share in the number of the whole.
  const rests = new Int32Array(length + 1);
  let power = 1;
  const powers = new Int32Array(length + 1);
  for (let i = length; i >= 0; i--) {
    powers[i] = power;
    power = Math.imul(power, factor);
    if (i > 0) rests[i - 1] = ((rests[i] ?? 0) + Math.imul(plain.charCodeAt(i - 1), powers[i] ?? 1)) | 0;
  }
  const keys: number[] = [(Math.imul(start, powers[0] ?? 1) + (rests[0] ?? 0)) | 0];
  let before = start;
  for (let i = 0; i < length; i++) {
    keys.push((Math.imul(before, powers[i + 1] ?? 1) + (rests[i + 1] ?? 0)) | 0);
    before = (Math.imul(before, factor) + plain.charCodeAt(i)) | 0;
  }
  return keys;
}

const factor = 16777619;

function numberOf(text: string, from: number, to: number, start: number): number {
  let number = start | 0;
  for (let i = from; i < to; i++) number = (Math.imul(number, factor) + text.charCodeAt(i)) | 0;
  return number;
}

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

function areTwins(one: Plain, other: Plain): boolean {
  if (one.text === other.text || one.digits !== other.digits) return false;
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
