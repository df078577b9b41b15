/** The picture as a PNG, one to four times its size, with or without a background. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { paint } from '../paint.js';
import { svgText } from '../svg-text.js';
import { type ExportAssets, ExportError, type Exporter } from './exporter.js';

export const pngExporter: Exporter = {
  format: 'png',
  title: 'Picture (PNG)',
  extension: 'png',
  export: async ({ procedure, drawing, theme, transparent, scale, assets }) => {
    const picture = paint(await drawing(), procedure);
    const pixels = { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) };
    if (pixels.width > largestSide || pixels.height > largestSide || pixels.width * pixels.height > mostPixels) {
      throw new ExportError(
        `The picture would be ${pixels.width} × ${pixels.height} pixels, more than most programs open. Choose a smaller scale, or SVG or PDF.`,
      );
    }
    await startRasteriser(assets);
    const fontBuffers = await Promise.all([assets.font('regular'), assets.font('semibold')]);
    const image = new Resvg(svgText(picture, { theme, transparent }), {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    });
    try {
      return image.render().asPng();
    } finally {
      image.free();
    }
  },
};

const largestSide = 32_000;
const mostPixels = 200_000_000;

let started: Promise<void> | undefined;

/** The module may be initialised once only; a failure may be tried again. */
async function startRasteriser(assets: ExportAssets): Promise<void> {
  started ??= assets.rasteriser().then(async (bytes) => initWasm(Uint8Array.from(bytes)));
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
}
