import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { cleanText, textWidth, wrapText } from '../../diagram/measure.js';

const face = { size: 13, weight: 'regular' } as const;

describe('textWidth', () => {
  it.each(['Reproduce and classify the issue', 'Überprüfung 30 % – “now”', 'Привет, мир'])(
    'agrees with the font for %s',
    (text) => {
      const font = openSync('node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
      if (!('layout' in font)) throw new Error('A collection of fonts was not expected.');
      const glyphs = [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth);
      const exact = (glyphs.reduce((sum, width) => sum + width, 0) / font.unitsPerEm) * face.size;
      expect(Math.abs(textWidth(text, face) - exact)).toBeLessThan(0.5);
    },
  );

  it('takes Chinese and emoji as squares and combining marks as nothing', () => {
    expect(textWidth('顧', face)).toBeGreaterThanOrEqual(13);
    expect(textWidth('🚒', face)).toBeGreaterThanOrEqual(13);
    expect(textWidth('e\u0301', face)).toBe(textWidth('e', face));
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('Reproduce and classify the issue', face, 120)).toEqual(['Reproduce and', 'classify the issue']);
  });

  it('breaks long words after their signs, then anywhere, and loses nothing', () => {
    expect(wrapText('customer_success_manager', face, 80)).toEqual(['customer_', 'success_', 'manager']);
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(300);
    const lines = wrapText(long, face, 100);
    expect(lines.join('')).toBe(long);
    expect(Math.max(...lines.map((line) => textWidth(line, face)))).toBeLessThanOrEqual(100);
  });

  it('breaks Chinese between characters', () => {
    expect(wrapText('顧客に連絡する', face, 60).join('')).toBe('顧客に連絡する');
    expect(wrapText('顧客に連絡する', face, 60).length).toBeGreaterThan(1);
  });

  it('gives one empty line for no text', () => {
    expect(wrapText('  ', face, 100)).toEqual(['']);
  });
});

it('takes control and direction characters out of a text', () => {
  expect(cleanText('a\u0000b\u202ec\n  d')).toBe('abc d');
});
