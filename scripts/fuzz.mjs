/** `npm run fuzz -- --seconds 60 --seed 1`: bundles the server and the client that torments it, and lets them run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = join('.cache', 'fuzz', String(process.pid));
await build({
  entryPoints: { server: 'test/fuzz/server.ts', main: 'test/fuzz/main.ts' },
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  mainFields: ['module', 'main'],
  loader: { '.sop': 'text' },
  logLevel: 'warning',
  sourcemap: 'inline',
}).catch(() => process.exit(1));
const given = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(folder, 'main.cjs'), '--server', join(folder, 'server.cjs'), ...given], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
