/** Prints the section of CHANGELOG.md for a version (`v0.2.0` or `0.2.0`); fails when there is none. Used by release.yml. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const version = (process.argv[2] ?? '').replace(/^v/, '');
const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m).slice(1);
const section = sections.find((text) => /^\d+\.\d+\.\d+/.exec(text)?.[0] === version);
if (section === undefined) {
  console.error(`CHANGELOG.md has no section for '${version}'.`);
  process.exit(1);
}
console.log(section.split('\n').slice(1).join('\n').trim());
