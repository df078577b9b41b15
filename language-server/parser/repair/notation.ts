/**
 * The notation in which statements.ts tells how statements are written, close to that of the language's own page: small
 * words and signs stand for themselves, capital words for things, `ROLE,` for one or more with commas between, `[…]` for
 * what may be left out, `(… | …)` for one of several.
 */
import { type Thing, things } from './things.js';

export type Part =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'thing'; readonly thing: Thing; readonly key: string; readonly list: boolean }
  | { readonly is: 'maybe'; readonly parts: readonly Part[] }
  | { readonly is: 'either'; readonly options: readonly (readonly Part[])[] };

/**
 * Reads the notation.
 * @throws where a capital word names no thing or a bracket is left open.
 */
export function parts(notation: string): readonly Part[] {
  const words = notation.match(/[[\]()|]|[^\s[\]()|]+/g) ?? [];
  let at = 0;
  const sequence = (): Part[] => {
    const found: Part[] = [];
    for (let word = words[at]; word !== undefined && !/^[\])|]$/.test(word); word = words[at]) {
      at++;
      if (word === '[') {
        found.push({ is: 'maybe', parts: sequence() });
        at++;
      } else if (word === '(') {
        const options = [sequence()];
        while (words[at++] === '|') options.push(sequence());
        found.push({ is: 'either', options });
      } else if (/^[A-Z]/.test(word)) {
        const key = word.replace(',', '');
        const thing = things[key];
        if (!thing) throw new Error(`The notation names no thing '${key}'.`);
        found.push({ is: 'thing', thing, key, list: word.endsWith(',') });
      } else {
        found.push({ is: 'word', word });
      }
    }
    return found;
  };
  return sequence();
}

const patterns = new Map<Thing, readonly Part[]>();

/** The parts of a thing made of others. */
export function patternOf(thing: Thing): readonly Part[] {
  let found = patterns.get(thing);
  if (!found) {
    found = parts(thing.pattern ?? '');
    patterns.set(thing, found);
  }
  return found;
}
