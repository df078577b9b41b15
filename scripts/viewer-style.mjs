/** The style sheet of what shows a procedure outside the editor, with what it imports, as one short text. */
import { build } from 'esbuild';

export async function viewerStyle() {
  const built = await build({ entryPoints: ['embed/viewer.css'], bundle: true, minify: true, write: false });
  return built.outputFiles[0]?.text ?? '';
}

/** The looks of the picture itself, with the fonts beside it, for pages that show it inline. */
export async function pictureStyle() {
  const built = await build({ entryPoints: ['diagram/style.ts'], bundle: true, format: 'esm', write: false });
  const text = Buffer.from(built.outputFiles[0]?.text ?? '').toString('base64');
  const { styleSheet } = await import(`data:text/javascript;base64,${text}`);
  const fonts = [400, 600].map(
    (weight) => `@font-face{font-family:Inter;font-weight:${weight};src:url(./inter-${weight}.ttf) format("truetype")}`,
  );
  const figure = 'figure.sop-diagram{margin:1em 0;overflow-x:auto}figure.sop-diagram svg{max-width:100%;height:auto}';
  return `${fonts.join('\n')}\n${figure}\n${styleSheet()}\n.sop-problem{opacity:.85;font-size:.9em}\n`;
}
