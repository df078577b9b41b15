/** The font inside the file: a style sheet with as much of Inter as a text needs, so that it looks the same anywhere. */
import type { Picture } from '../paint.js';
import type { ExportAssets } from './exporter.js';
import { subsetFont } from './font-subset.js';

/** `@font-face` rules for the regular and the semibold weight, with the outlines of these characters. */
export async function fontFaceFor(text: string, assets: ExportAssets): Promise<string> {
  const faces = [
    [400, 'regular'],
    [600, 'semibold'],
  ] as const;
  const rules = faces.map(async ([weight, name]) => {
    const data = base64Of(subsetFont(await assets.font(name), text));
    return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${data}) format("truetype")}`;
  });
  return (await Promise.all(rules)).join('');
}

/** Everything that a picture writes. */
export function textOf({ figures }: Picture): string {
  return figures.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).join('');
}

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
