/**
 * Draws the examples of the documentation that have a picture, into where their pages show them. Part of `npm run screenshots`;
 * alone: `npx node scripts/doc-pictures.mjs`. Needs the built command.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside, examplesIn, pages } from './doc-examples.mjs';
import { root } from './install.mjs';

mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache', 'doc-pictures-'));
try {
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
  for (const { page, line, text, picture } of pages(root).flatMap((page) => examplesIn(page, root))) {
    if (picture === null) continue;
    const target = join(root, dirname(page), picture);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(join(folder, 'example.sop'), text);
    const command = [join(root, 'dist', 'cli.js'), 'render', join(folder, 'example.sop'), '-o', target];
    const done = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${page}:${line} could not be drawn: ${done.stderr}`);
    console.log(target);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
