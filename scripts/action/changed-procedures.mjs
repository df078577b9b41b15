/** Which procedures a pull request changes, with what each was and is: from git, drawn by `sop`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sop } from './sop.mjs';

/**
 * The changed `.sop` files below `paths`, or null when there is nothing to compare with. Each has its `file`, `change` (added, changed,
 * removed, renamed), `from` (its name before), and `before` and `after`: `{ title, levels, steps, picture }`, null where there was none or it
 * could not be read or has no picture.
 */
export function changedProcedures({ folder, base, paths, pictures }) {
  const common = git(['merge-base', base, 'HEAD'], folder)?.trim();
  if (!common) return null;
  // Names as they are, relative to the folder; whole ones, as a name may hold anything.
  const listed = git(['diff', '--name-status', '-z', '-M', '--relative', common, 'HEAD', '--', ...paths], folder);
  if (listed === null) return null;
  const changes = changesIn(listed).filter(({ file, from }) => file.endsWith('.sop') || from.endsWith('.sop'));
  if (changes.length === 0) return [];
  const place = mkdtempSync(join(tmpdir(), 'sop-before-'));
  const prefix = git(['rev-parse', '--show-prefix'], folder)?.trim() ?? '';
  try {
    // All of it, since procedures import others.
    const whole = git(['worktree', 'add', '--detach', '--force', join(place, 'tree'), common], folder) !== null;
    return changes.map(({ file, from, change }) => ({
      file,
      from,
      change,
      before: !whole || change === 'added' ? null : stateOf(join(place, 'tree', prefix), from, pictures, 'before'),
      after: change === 'removed' ? null : stateOf(folder, file, pictures, 'after'),
    }));
  } finally {
    git(['worktree', 'remove', '--force', join(place, 'tree')], folder);
    rmSync(place, { recursive: true, force: true });
  }
}

const words = { A: 'added', D: 'removed', R: 'renamed' };

function changesIn(listed) {
  const parts = listed.split('\0');
  const changes = [];
  while (parts.length > 1) {
    const status = parts.shift()[0];
    const from = parts.shift();
    const file = status === 'R' || status === 'C' ? parts.shift() : from;
    changes.push({ file, from: status === 'C' ? file : from, change: status === 'C' ? 'added' : (words[status] ?? 'changed') });
  }
  return changes;
}

function stateOf(folder, file, pictures, when) {
  const exported = sop(['export', '--format', 'procedure', '--', file], folder);
  if (exported.status !== 0) return null;
  const { title, name, levels, steps } = JSON.parse(exported.stdout);
  const picture = join(pictures, when, `${file.replace(/\.sop$/, '')}.svg`);
  mkdirSync(dirname(picture), { recursive: true });
  const drawn = sop(['render', '-o', picture, '--', file], folder).status === 0;
  return {
    title: title ?? name,
    levels: levels.length,
    steps: steps.filter(({ kind }) => kind !== 'join').length,
    picture: drawn ? picture : null,
  };
}

/** What git prints; null when it fails. */
function git(line, folder) {
  const done = spawnSync('git', line, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return done.status === 0 ? done.stdout : null;
}
