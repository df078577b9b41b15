/** Texts of the examples, and where something stands in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/install.mjs';

export function exampleText(name: string): string {
  return readFileSync(join(root, 'examples', name), 'utf8');
}

/** Line and column (from 1) of a text, `into` characters behind its start. Throws where it is not there. */
export function placeIn(text: string, wanted: string, into = 0): { readonly line: number; readonly column: number } {
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`'${wanted}' is not in the text.`);
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') + into };
}
