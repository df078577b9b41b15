/** Fonts and the rasteriser, read from beside the bundled program, or from the packages where it runs from its sources. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ExportAssets } from '../diagram/export/exporter.js';

/** Where the files lie: `here` is the address of the running module. */
export function assetsBeside(here: string): ExportAssets {
  const require = createRequire(here);
  const read = async (bundled: string, packaged: string): Promise<Uint8Array> => {
    try {
      return await readFile(new URL(bundled, here));
    } catch {
      return readFile(require.resolve(packaged));
    }
  };
  return {
    font: (weight) =>
      weight === 'regular'
        ? read('./inter-400.ttf', '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')
        : read('./inter-600.ttf', '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    rasteriser: () => read('./rasteriser.wasm', '@resvg/resvg-wasm/index_bg.wasm'),
  };
}
