/** Runs the command `sop`: the one built beside this action, else the published one of the same version. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** `{ status, stdout, stderr }` of one run in `folder`. */
export function sop(line, folder) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } };
  const done = existsSync(built)
    ? spawnSync(process.execPath, [built, ...line], options)
    : spawnSync('npx', ['--yes', '--package', `${name}@${version}`, 'sop', ...line], options);
  if (done.error) throw done.error;
  return { status: done.status ?? 2, stdout: done.stdout, stderr: done.stderr };
}
