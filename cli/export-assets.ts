/** Fonts and the rasteriser, read from beside the bundled program, or from the packages where it runs from its sources. */
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import ELK from 'elkjs/lib/elk-api.js';
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
    layoutEngine: async () => {
      // ELK's worker, without a thread of its own: one layout is over before one would have started.
      const engine: { Worker: new (url?: string) => Worker } = require(
        await bundledOr(here, './elk-worker.cjs', 'elkjs/lib/elk-worker.min.js'),
      );
      return new ELK({ workerFactory: (url?: string) => new engine.Worker(url) });
    },
    // Where the program runs from its sources, what was built last is beside them.
    pageScript: () =>
      readFile(new URL('./html-page.js', here), 'utf8').catch(() => readFile(new URL('../dist/html-page.js', here), 'utf8')),
    rasteriser: () => read('./rasteriser.wasm', '@resvg/resvg-wasm/index_bg.wasm'),
  };
}

/** Path of a file that lies beside the program, else of the package's own. */
async function bundledOr(here: string, bundled: string, packaged: string): Promise<string> {
  const path = fileURLToPath(new URL(bundled, here));
  return access(path).then(
    () => path,
    () => packaged,
  );
}
