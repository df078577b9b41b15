/** Writes a Picture as the text of an SVG file: colours of a theme as attributes, no style sheet, no script. */
import type { Figure, Picture } from './paint.js';
import type { Mark } from './shapes.js';
import { attributesOf, dark, light } from './style.js';

export interface SvgOptions {
  readonly theme: 'light' | 'dark';
  /** No background. */
  readonly transparent?: boolean;
  /** A style sheet with the font, where the file should carry it. */
  readonly fontFace?: string;
  /** Classes instead of colours, for a page that has `styleSheet()`: the picture follows its theme. */
  readonly classes?: boolean;
}

/** The whole document. */
export function svgText(picture: Picture, options: SvgOptions): string {
  const palette = options.theme === 'dark' ? dark : light;
  const { width, height } = picture;
  const figures = picture.figures.map((figure) => figureText(figure, options));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="sop-title sop-description" font-family="Inter, 'Segoe UI', system-ui, sans-serif" font-kerning="none">`,
    `<title id="sop-title">${escapeXml(picture.title)}</title>`,
    `<desc id="sop-description">${escapeXml(picture.description)}</desc>`,
    ...(options.fontFace ? [`<style>${options.fontFace}</style>`] : []),
    ...(options.transparent ? [] : [`<rect width="${width}" height="${height}" fill="${palette.background}"/>`]),
    ...figures,
    '</svg>',
    '',
  ].join('\n');
}

function figureText(figure: Figure, options: SvgOptions): string {
  const faded = figure.classes.includes('faded') ? ' opacity="0.25"' : figure.classes.includes('stale') ? ' opacity="0.6"' : '';
  const marks = figure.marks.map((mark) => markText(mark, options)).join('');
  const place = `transform="translate(${figure.x} ${figure.y})"`;
  const name = `role="img" aria-label="${escapeXml(figure.name)}"`;
  return `<g ${place} data-id="${escapeXml(figure.id)}" data-kind="${escapeXml(figure.kind)}" ${name}${faded}>${marks}</g>`;
}

function markText(mark: Mark, options: SvgOptions): string {
  const attributes = options.classes
    ? ` class="${mark.look}"`
    : Object.entries(attributesOf(mark.look, options.theme === 'dark' ? dark : light))
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('');
  if (mark.kind === 'path') {
    const place = mark.at ? ` transform="translate(${mark.at.x} ${mark.at.y})"` : '';
    return `<path d="${mark.d}"${place}${attributes}/>`;
  }
  const anchor = mark.middle ? ' text-anchor="middle"' : '';
  return `<text x="${mark.x}" y="${mark.y}"${anchor}${attributes}>${escapeXml(mark.text)}</text>`;
}

/** Text that stays text in XML: markup escaped, characters that XML has no place for left out. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}
