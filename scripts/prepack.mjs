/**
 * `npm pack` and `npm publish` run it before and after: it builds, and gives the npm package a package.json of its own, without what
 * only the extension or its development needs (everything the command runs on is bundled). Afterwards `--restore` puts the whole one back.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runScript } from './install.mjs';

const manifest = join(root, 'package.json');
const kept = join(root, '.cache', 'package.json.whole');
/** What npm and its users need. */
const fields = [
  'name',
  'version',
  'description',
  'keywords',
  'homepage',
  'bugs',
  'repository',
  'license',
  'author',
  'type',
  'bin',
  'exports',
  'types',
];
/** What goes out beside package.json, README.md and LICENSE. Not in package.json: the extension's packager takes its own list only. */
const files = [
  'dist/cli.js',
  'dist/library.js',
  'dist/library.d.ts',
  'dist/elk-worker.cjs',
  'dist/inter-400.ttf',
  'dist/inter-600.ttf',
  'dist/rasteriser.wasm',
  'dist/html-page.js',
  'dist/sop-diagram.js',
  'docs/rules/*.md',
  'CHANGELOG.md',
  'THIRD-PARTY-NOTICES.md',
];

if (process.argv.includes('--restore')) {
  if (existsSync(kept)) renameSync(kept, manifest);
} else {
  if (!process.argv.includes('--built') && !runScript('build')) process.exit(1);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const whole = JSON.parse(readFileSync(manifest, 'utf8'));
  // One that was left behind by a run that was cut off is put back by hand: `npx node scripts/prepack.mjs --restore`.
  if (whole.contributes === undefined) throw new Error('package.json is not whole: run npx node scripts/prepack.mjs --restore');
  copyFileSync(manifest, kept);
  const own = Object.fromEntries(fields.filter((field) => field in whole).map((field) => [field, whole[field]]));
  writeFileSync(manifest, `${JSON.stringify({ ...own, files, engines: { node: '>=20' } }, null, 2)}\n`);
}
