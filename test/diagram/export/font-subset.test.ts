import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { subsetFont } from '../../../diagram/export/font-subset.js';

const whole = readFileSync('node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');

function open(bytes: Uint8Array) {
  const font = create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error('This is a collection of fonts.');
  return font;
}

describe('a font cut down to what a picture shows', () => {
  const text = 'Über 4 h → “Späte” Ärgernis';
  const small = subsetFont(whole, text);
  it('is small', () => expect(small.length).toBeLessThan(12_000));
  it('draws each of its characters as the whole font does', () => {
    const [full, cut] = [open(whole), open(small)];
    for (const character of new Set(text)) {
      const code = character.codePointAt(0) ?? 0;
      const [expected, actual] = [full.glyphForCodePoint(code), cut.glyphForCodePoint(code)];
      expect(actual.path.toSVG()).toBe(expected.path.toSVG());
      expect(actual.advanceWidth).toBe(expected.advanceWidth);
    }
  });
  it('leaves out all others', () => expect(open(small).hasGlyphForCodePoint(0x5a)).toBe(false));
  it('leaves characters the font does not have to other fonts', () => {
    expect(open(subsetFont(whole, 'a日😀')).hasGlyphForCodePoint(0x65e5)).toBe(false);
  });
});
