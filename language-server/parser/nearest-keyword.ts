/** What a misspelt keyword was meant to be. */
import { nearestName } from '../../flow/nearest-name.js';

/** The keyword that the word most likely stands for; undefined where none is near. */
export function nearestKeyword(word: string, keywords: Iterable<string>): string | undefined {
  return word.length < 2 ? undefined : (nearestName(word, keywords) ?? undefined);
}
