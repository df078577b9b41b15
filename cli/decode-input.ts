/** From bytes to text: what is no UTF-8 is told with its place. */
import type { Range } from '../flow/procedure.js';

export type DecodedInput =
  | { readonly text: string; readonly problem: null }
  /** The text up to where it stops being UTF-8. */
  | { readonly text: string; readonly problem: { readonly message: string; readonly range: Range } };

/** The text of a file, without a byte order mark. */
export function decodeInput(bytes: Uint8Array): DecodedInput {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return problem('', 'This file is written in UTF-16. Save it as UTF-8.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problem: null };
  } catch {
    const good = wholeCharacters(bytes);
    const byte = (bytes[good] ?? 0).toString(16).padStart(2, '0');
    const text = new TextDecoder('utf-8').decode(bytes.subarray(0, good));
    return problem(text, `This file is no UTF-8 text: the byte 0x${byte} here belongs to no character. Save it as UTF-8.`);
  }
}

function problem(text: string, message: string): DecodedInput {
  const lines = text.split(/\r\n|\r|\n/);
  const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text, problem: { message, range: { start, end: { line: start.line, character: start.character + 1 } } } };
}

/** How many bytes at the beginning are whole UTF-8 characters. */
function wholeCharacters(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // `stream` lets a cut character at the end pass: the longest prefix that decodes so is found by halves.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // Take back a character that was only begun.
  let end = low;
  while (end > 0 && !decodesWhole(bytes.subarray(0, end))) end--;
  return end;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodesWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
