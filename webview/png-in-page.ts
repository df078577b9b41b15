/** A PNG made by the browser from the same SVG that is exported: no WebAssembly, which a strict policy does not let run. */
import { ExportError, type Exporter } from '../diagram/export/exporter.js';
import { svgExporter } from '../diagram/export/svg.js';

/** What browsers draw at most, in pixels. */
const largestSide = 16_384;
const mostPixels = 200_000_000;

export const pngInPage: Exporter = {
  format: 'png',
  title: 'Picture (PNG)',
  extension: 'png',
  export: async (input) => {
    const { width, height } = await input.drawing();
    const size = { width: Math.ceil(width * input.scale), height: Math.ceil(height * input.scale) };
    if (size.width > largestSide || size.height > largestSide || size.width * size.height > mostPixels) {
      throw new ExportError(
        `The picture would be ${size.width} × ${size.height} pixels, more than most programs open. Choose a smaller scale, or SVG or PDF.`,
      );
    }
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(String(await svgExporter.export(input)))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new ExportError('The picture is too large for a PNG. Choose a smaller scale, or SVG or PDF.');
    return new Uint8Array(await blob.arrayBuffer());
  },
};
