/**
 * Bundles everything the extension and the command line run on into `dist/`. Run it as `npm run build`; with `--watch`
 * it stays and rebuilds. Entries whose file is not there are an error: nothing is left out silently.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build, context } from 'esbuild';
import { pictureStyle, viewerStyle } from './viewer-style.mjs';

const watch = process.argv.includes('--watch');
const require = createRequire(import.meta.url);

const shared = { bundle: true, minify: true, loader: { '.sop': 'text' }, legalComments: 'eof', logLevel: 'warning' };
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node22', mainFields: ['module', 'main'] };
const web = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const embedded = { ...web, format: 'iife', define: { VIEWER_STYLE: JSON.stringify(await viewerStyle()) } };

/** What the bundles' `require`, `__filename` and `__dirname` are where modules have none. */
const requiring = [
  "import { createRequire as $createRequire } from 'node:module';",
  "import { dirname as $dirname } from 'node:path';",
  "import { fileURLToPath as $fileURLToPath } from 'node:url';",
  'const require = $createRequire(import.meta.url), __filename = $fileURLToPath(import.meta.url), __dirname = $dirname(__filename);',
].join('\n');
const command = { ...node, format: 'esm' };

/** The bundles: the two sides of the extension, the two servers, the page and its exporters, what is embedded, the command and the library. */
const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { ...web, format: 'cjs', entryPoints: ['src/extension.web.ts'], outfile: 'dist/extension.web.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['language-server/server/main-node.ts'], outfile: 'dist/server.cjs' },
  { ...web, format: 'iife', entryPoints: ['language-server/server/main-browser.ts'], outfile: 'dist/server.web.js' },
  { ...web, format: 'iife', entryPoints: ['webview/main.ts'], outfile: 'dist/webview.js' },
  { ...web, format: 'iife', entryPoints: ['webview/gallery.ts'], outfile: 'dist/gallery.js' },
  { ...web, entryPoints: ['webview/gallery.css'], outfile: 'dist/gallery.css', external: ['*.ttf'] },
  // A script has no address of its own as modules have: what asks for it (fonts that are never loaded) gets the page's.
  {
    ...web,
    format: 'iife',
    entryPoints: ['webview/exports.ts'],
    outfile: 'dist/exports.js',
    define: { 'import.meta.url': 'document.baseURI' },
  },
  { ...embedded, entryPoints: ['embed/html-page.ts'], outfile: 'dist/html-page.js' },
  { ...embedded, entryPoints: ['embed/sop-diagram.ts'], outfile: 'dist/sop-diagram.js' },
  { ...web, format: 'cjs', entryPoints: ['embed/markdown.ts'], outfile: 'dist/markdown.cjs' },
  { ...web, entryPoints: ['webview/preview.css'], outfile: 'dist/webview.css', external: ['*.ttf'] },
  // ES modules, as package.json says of `.js`; what it bundles may still call `require`.
  { ...command, entryPoints: ['cli/main.ts'], outfile: 'dist/cli.js', banner: { js: `#!/usr/bin/env node\n${requiring}` } },
  { ...command, entryPoints: ['cli/library.ts'], outfile: 'dist/library.js', banner: { js: requiring } },
];

/** What is shipped as it is: the fonts, and for the command line the layout engine and the rasteriser. */
const copies = [
  [require.resolve('elkjs/lib/elk-worker.min.js'), 'dist/elk-worker.cjs'],
  [require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'), 'dist/inter-400.ttf'],
  [require.resolve('@resvg/resvg-wasm/index_bg.wasm'), 'dist/rasteriser.wasm'],
  [require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'), 'dist/inter-600.ttf'],
];

if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
for (const [from, to] of copies) copyFileSync(from, to);
writeFileSync('dist/library.d.ts', declarations());
writeFileSync('dist/markdown.css', await pictureStyle());

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
  console.log('Watching; stop with Ctrl+C.');
} else {
  const results = await Promise.allSettled(bundles.map((options) => build({ ...options, metafile: true })));
  const failed = results.filter((result) => result.status === 'rejected');
  writeFileSync('dist/bundled.json', `${JSON.stringify(bundledPackages(results.map((result) => result.value ?? {})))}\n`);
  if (failed.length > 0) {
    console.error(`${failed.length} of ${bundles.length} bundles were not built; what is wrong is above.`);
    process.exitCode = 1;
  }
}

/** Names of the packages whose files are in the bundles or are copied beside them; scripts/notices.mjs lists their licences. */
function bundledPackages(results) {
  const written = results.flatMap(({ metafile }) =>
    Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  // What is imported but left out of the bundle is not carried.
  const carried = written.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  const files = [...carried, ...copies.map(([from]) => from)];
  const names = files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** The library's types in one file: both files hold nothing but types. */
function declarations() {
  const [procedure, library] = ['flow/procedure.ts', 'cli/library-types.ts'].map((file) => readFileSync(file, 'utf8'));
  return `${procedure}\n${library.replace(/^import type .*\n/m, '')}`;
}
