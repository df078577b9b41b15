/** What the extension says can be said in other languages: every text has a key, and German has all of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const languages = ['de'];

function textsOf(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** `{0}`, `{1}`…, and what stands in code or leads to a command. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|`[^`]+`|\(command:[\w.]+\)/g)].map(([part]) => part).toSorted();
}

describe('package.json', () => {
  const shown = new Set(['title', 'name', 'description', 'markdownDescription', 'contents', 'category', 'altText']);
  const parts = ['commands', 'views', 'viewsWelcome', 'configuration', 'walkthroughs', 'submenus'];
  const contributes: Readonly<Record<string, unknown>> = manifest.contributes;

  function shownTexts(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' && shown.has(key) ? [inner] : shownTexts(inner),
    );
  }
  const keys = parts.flatMap((part) => shownTexts(contributes[part]));

  it('names its texts by keys', () => {
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((text) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
  });

  it('has a text for each key, and no other', () => {
    expect(Object.keys(textsOf('package.nls.json')).toSorted()).toEqual(
      [...new Set(keys.map((key) => key.slice(1, -1)))].toSorted(),
    );
  });

  it.each(languages)('has them all in %s, with the same code and commands', (language) => {
    const english = textsOf('package.nls.json');
    const other = textsOf(`package.nls.${language}.json`);
    expect(Object.keys(other)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) expect(fixedParts(other[key] ?? ''), key).toEqual(fixedParts(text));
  });
});

describe('the extension', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const said = sources.flatMap((name) => {
    const text = readFileSync(`src/${name}`, 'utf8');
    const calls = text.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g);
    return [...calls].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'));
  });

  it('says nothing in messages and boxes that is not localised', () => {
    const plain = sources.flatMap((name) => {
      const text = readFileSync(`src/${name}`, 'utf8');
      const messages = text.matchAll(/show(?:Error|Information|Warning)Message\(\s*(['"`][^\n]*)/g);
      const labels = text.matchAll(/\b(?:placeHolder|prompt|openLabel|saveLabel): (['"`][^\n]*)/g);
      return [...messages, ...labels].map(([, found]) => `${name}: ${found}`);
    });
    expect(plain).toEqual([]);
  });

  it('gives whole texts to be translated', () => {
    const computed = sources.flatMap((name) => readFileSync(`src/${name}`, 'utf8').match(/\bl10n\.t\(\s*[^'"\s][^\n]*/g) ?? []);
    expect(computed).toEqual([]);
  });

  it.each(languages)('has all it says in %s, with the same gaps', (language) => {
    const file = `l10n/bundle.l10n.${language}.json`;
    expect(existsSync(file)).toBe(true);
    const bundle = textsOf(file);
    expect(Object.keys(bundle).toSorted()).toEqual([...new Set(said)].toSorted());
    for (const [text, other] of Object.entries(bundle)) expect(fixedParts(other), text).toEqual(fixedParts(text));
  });
});
