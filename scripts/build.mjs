/**
 * Bundles everything the extension and the command line run on into `dist/`. Run it as `npm run build`; with `--watch`
 * it stays and rebuilds. Entries whose file is not there are an error: nothing is left out silently.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const require = createRequire(import.meta.url);

const shared = { bundle: true, minify: true, loader: { '.sop': 'text' }, legalComments: 'eof', logLevel: 'warning' };
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node22', mainFields: ['module', 'main'] };
const web = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** The bundles: the two sides of the extension, the two servers, the page, and the command. */
const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { ...web, format: 'cjs', entryPoints: ['src/extension.web.ts'], outfile: 'dist/extension.web.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['language-server/server/main-node.ts'], outfile: 'dist/server.cjs' },
  { ...web, format: 'iife', entryPoints: ['language-server/server/main-browser.ts'], outfile: 'dist/server.web.js' },
  { ...web, format: 'iife', entryPoints: ['webview/main.ts'], outfile: 'dist/webview.js' },
  { ...web, entryPoints: ['webview/page.css'], outfile: 'dist/webview.css', external: ['*.ttf'] },
  // ES modules, as package.json says of `.js`; what it bundles may still call `require`.
  {
    ...node,
    format: 'esm',
    entryPoints: ['cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as $createRequire } from 'node:module';\nimport { dirname as $dirname } from 'node:path';\nimport { fileURLToPath as $fileURLToPath } from 'node:url';\nconst require = $createRequire(import.meta.url), __filename = $fileURLToPath(import.meta.url), __dirname = $dirname(__filename);",
    },
  },
];

/** What is shipped as it is: the font the picture is measured in. */
const copies = [
  [require.resolve('elkjs/lib/elk-worker.min.js'), 'dist/elk-worker.cjs'],
  [require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'), 'dist/inter-400.ttf'],
  [require.resolve('@resvg/resvg-wasm/index_bg.wasm'), 'dist/rasteriser.wasm'],
  [require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'), 'dist/inter-600.ttf'],
];

if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
for (const [from, to] of copies) copyFileSync(from, to);
writeFileSync('dist/THIRD-PARTY.txt', thirdParty());

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
  console.log('Watching; stop with Ctrl+C.');
} else {
  const results = await Promise.allSettled(bundles.map((options) => build(options)));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) {
    console.error(`${failed.length} of ${bundles.length} bundles were not built; what is wrong is above.`);
    process.exitCode = 1;
  }
}

/** Licences of what the bundles carry, as those licences ask. */
function thirdParty() {
  const names = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);
  const parts = [...names, '@expo-google-fonts/inter', 'lit'].map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const note =
      name === 'elkjs'
        ? '\nUsed under EPL-2.0, unchanged, as elk-worker.cjs. Its source: https://github.com/kieler/elkjs'
        : name.includes('inter')
          ? '\nThe Inter typeface itself: SIL Open Font License 1.1, https://github.com/rsms/inter'
          : '';
    return `${name} ${version}\nLicence: ${license}${note}\n\n${licenceText(folder)}`;
  });
  return `Escalation SOP carries parts of these packages.\n\n${parts.join(`\n\n${'-'.repeat(100)}\n\n`)}\n`;
}

function licenceText(folder) {
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'LICENSE_FONT']) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      // The next spelling, then.
    }
  }
  return '(The package carries no licence file.)';
}
