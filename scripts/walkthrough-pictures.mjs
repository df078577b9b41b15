/** Draws the pictures of the walkthrough, `media/walkthrough/*.png`, from `scripts/walkthrough/*.sop`. Needs the built command. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './install.mjs';

const from = join(root, 'scripts', 'walkthrough');
const to = join(root, 'media', 'walkthrough');
mkdirSync(to, { recursive: true });
for (const file of readdirSync(from)) {
  for (const theme of ['light', 'dark']) {
    const output = join(to, `${basename(file, '.sop')}-${theme}.png`);
    const command = [join(root, 'dist', 'cli.js'), 'render', join(from, file), '-o', output, '--theme', theme, '--scale', '1'];
    const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
}
