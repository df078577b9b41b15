/**
 * `npm run bench`, or `npm run bench -- server layout` for some of its parts: bundles the bench with what it measures, runs it
 * and leaves the numbers in `bench/results.json`. How to read them: README.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = join(process.cwd(), '.cache', 'bench', String(process.pid));
mkdirSync(folder, { recursive: true });

const shared = { bundle: true, loader: { '.sop': 'text' }, legalComments: 'none', logLevel: 'warning', minify: true };
const node = { ...shared, platform: 'node', target: 'node22', mainFields: ['module', 'main'] };
const web = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
/** Fetched by name when their part runs. */
const external = ['playwright-core', 'elkjs', 'esbuild', '@hpcc-js/wasm-graphviz'];
/** Our own scripts know where they are, so they stay there. */
const scripts = {
  name: 'scripts-in-place',
  setup: (bundle) =>
    bundle.onResolve({ filter: /scripts\/[a-z-]+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    })),
};
try {
  await Promise.all([
    build({ ...node, format: 'cjs', entryPoints: ['language-server/server/main-node.ts'], outfile: join(folder, 'server.cjs') }),
    build({ ...web, format: 'iife', entryPoints: ['bench/peers-page.ts'], outfile: join(folder, 'peers-page.js') }),
    build({ ...web, format: 'iife', entryPoints: ['bench/plain/page.ts'], outfile: join(folder, 'plain-page.js') }),
    build({
      ...node,
      format: 'esm',
      external,
      plugins: [scripts],
      entryPoints: ['bench/main.ts'],
      outfile: join(folder, 'main.mjs'),
      banner: {
        js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
      },
    }),
  ]);
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, 'main.mjs'), folder, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
