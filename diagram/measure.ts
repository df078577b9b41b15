/**
 * How wide a text is and where it breaks: one function, the same in page and command line, because it reads a table of
 * Inter's widths instead of asking a browser.
 *
 * The picture must therefore be drawn with that very font: the page declares `@font-face` for the family `Inter` in weights
 * 400 and 600 from `@expo-google-fonts/inter` (`400Regular/Inter_400Regular.ttf`, `600SemiBold/Inter_600SemiBold.ttf`) with
 * its policy's `font-src`, kerning off (`font-kerning: none`, which `diagram/style.ts` sets).
 */
import { fontWidths } from './font-widths.js';

export type Weight = 'regular' | 'semibold';

export interface Face {
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
}

const widths = { regular: new Map<number, number>(), semibold: new Map<number, number>() };
for (const range of fontWidths) {
  for (const weight of ['regular', 'semibold'] as const) {
    for (let code = range.from; code <= range.to; code++) {
      const digits = range[weight].slice((code - range.from) * 2, (code - range.from) * 2 + 2);
      if (digits !== '__') widths[weight].set(code, Number.parseInt(digits, 36) / 500);
    }
  }
}

const combining = /^[\p{M}\p{Cf}]$/u;
const wide =
  /^[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Width of a text in pixels, on one line. */
export function textWidth(text: string, face: Face): number {
  const table = widths[face.weight];
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems += table.get(code) ?? otherWidth(character);
  }
  return ems * face.size;
}

/** What the bundled font does not have is drawn with another one: a guess on the safe side, in em. */
function otherWidth(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) ? 1.02 : 0.68;
}

/**
 * Lines no wider than `width` pixels, broken at spaces; a word that is wider by itself breaks after `-`, `/`, `_` and the like,
 * and anywhere as a last resort. Nothing is left out, control characters and surplus spaces apart. Always at least one line.
 */
export function wrapText(text: string, face: Face, width: number): readonly string[] {
  const key = `${face.size} ${face.weight} ${width} ${text}`;
  const known = wrapped.get(key);
  if (known) return known;
  if (wrapped.size > 5000) wrapped.clear();
  const lines = wrap(text, face, width);
  wrapped.set(key, lines);
  return lines;
}

/** Most texts are the same as a moment ago. */
const wrapped = new Map<string, readonly string[]>();

function wrap(text: string, face: Face, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of cleanText(text).split(' ').filter(Boolean)) {
    for (const word of breakable(piece, face, width)) {
      const joined = line === '' || word.glued ? line + word.text : `${line} ${word.text}`;
      if (line !== '' && textWidth(joined, face) > width) {
        lines.push(line);
        line = word.text;
      } else {
        line = joined;
      }
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Text as it may be drawn: control and direction characters out, white space as single spaces. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, '')
      .trim()
  );
}

interface Piece {
  readonly text: string;
  /** Belongs to the piece before it without a space. */
  readonly glued: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word in pieces between which a line may break: itself, if it fits. */
function breakable(word: string, face: Face, width: number): Piece[] {
  const parts = word.split(/(?<=[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60])(?![,.、。，)）])/u);
  return parts.flatMap((part, first) => {
    if (textWidth(part, face) <= width) return [{ text: part, glued: first > 0 }];
    return part.split(/(?<=[-/_.,:;@])/).flatMap((bit, second) => {
      const glued = first + second > 0;
      if (textWidth(bit, face) <= width) return [{ text: bit, glued }];
      return anywhere(bit, face, width).map((text, third) => ({ text, glued: glued || third > 0 }));
    });
  });
}

function anywhere(text: string, face: Face, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of segmenter.segment(text)) {
    if (piece !== '' && textWidth(piece + segment, face) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
