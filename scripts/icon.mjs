/** Draws media/icon.png (256 × 256) from scripts/icon.svg. Run it as `npx node scripts/icon.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
const picture = new Resvg(readFileSync(join(root, 'scripts', 'icon.svg'), 'utf8'), { fitTo: { mode: 'width', value: 256 } });
writeFileSync(join(root, 'media', 'icon.png'), picture.render().asPng());
