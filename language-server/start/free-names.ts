/** Names for what only has a title: kebab-case, and each once. */

/** Hands out names; one for each kind of thing that must not share them. */
export class FreeNames {
  readonly #taken: Set<string>;

  /** `taken`: names that are not to be given. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** A name for a title; `fallback` where nothing in the title can be a name. */
  for(title: string, fallback: string): string {
    const plain = nameFrom(title) || fallback;
    let name = plain;
    for (let number = 2; this.#taken.has(name); number++) name = `${plain}-${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** Words enough to know it again. */
const longest = 32;

function nameFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + word.length > longest) break;
    name = name === '' ? word.slice(0, longest) : `${name}-${word}`;
  }
  return /^\d/.test(name) ? `n${name}` : name;
}

/** A title as the language writes it: on one line, in quotes. */
export function quoted(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const line = title.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replaceAll(/ {2,}/g, ' ');
  return `"${line.trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
