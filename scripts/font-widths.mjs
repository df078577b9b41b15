// Writes diagram/font-widths.ts: the advance widths of Inter (Regular and SemiBold) that diagram/measure.ts reads.
// Run it again only when the font is updated: npx node scripts/font-widths.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);
/** Latin, Greek, Cyrillic, punctuation, currency, arrows, mathematical signs. */
const ranges = [
  [0x20, 0x17f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20bf],
  [0x2190, 0x2199],
  [0x2212, 0x2265],
];

/** One string a range: two base-36 digits a character, in 1/1000 em halves; `__` where the font has none. */
function widthsOf(file) {
  const font = openSync(require.resolve(file));
  return ranges.map(([from, to]) => {
    let text = '';
    for (let code = from; code <= to; code++) {
      const half = Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 500);
      text += font.hasGlyphForCodePoint(code) ? half.toString(36).padStart(2, '0') : '__';
    }
    return text;
  });
}

const regular = widthsOf('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
const semibold = widthsOf('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf');
const rows = ranges.map(([from, to], index) => {
  return `  { from: ${from}, to: ${to}, regular: '${regular[index]}', semibold: '${semibold[index]}' },`;
});
writeFileSync(
  new URL('../diagram/font-widths.ts', import.meta.url),
  `/**
 * Advance widths of Inter, written by scripts/font-widths.mjs: two base-36 digits a character, in 1/500 em; \`__\` where
 * the font has no such character.
 */
export const fontWidths: readonly { from: number; to: number; regular: string; semibold: string }[] = [
${rows.join('\n')}
];
`,
);
