/** Packages the extension as `escalation-sop-VERSION.vsix` and holds it to its size. Run it as `npm run package`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = `${name}-${version}.vsix`;
const limit = 3 * 1024 * 1024;

const done = spawnSync('npx', ['--no-install', 'vsce', 'package', '--no-dependencies', '--no-update-package-json', '-o', file], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
// What it warns of, the galleries may refuse.
if (done.status !== 0 || /\bWARNING\b/.test(`${done.stdout}${done.stderr}`)) {
  console.error(`${done.stdout}${done.stderr}`);
  process.exit(1);
}
const { size } = statSync(file);
console.log(`${file}: ${Math.round(size / 1024)} KB`);
if (size > limit) {
  console.error(`It is larger than ${limit / 1024} KB.`);
  process.exit(1);
}
