/**
 * The browser edition of VS Code (code-server), kept in `.cache/` and never among the dependencies: installs it without any
 * native build, installs an extension into it and starts it on a local port.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { environment, projectNode, root } from './install.mjs';

const version = '4.139.1';
export const codeServer = join(root, '.cache', 'code-server');
const entry = join(codeServer, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
const complete = join(codeServer, 'complete.txt');

/** Downloads it once. Throws where the download fails. */
export function installCodeServer() {
  if (existsSync(complete) && readFileSync(complete, 'utf8') === version) return;
  console.log(`Installing the browser edition of VS Code (code-server ${version}) into .cache/ …`);
  mkdirSync(codeServer, { recursive: true });
  writeFileSync(join(codeServer, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(['install', '--no-save', ...flags, `code-server@${version}`], codeServer);
  npm(['install', '--omit=dev', ...flags], join(codeServer, 'node_modules', 'code-server', 'lib', 'vscode'));
  writeFileSync(complete, version);
}

/** Installs a packaged extension for the editor whose data is in `folder`. */
export function installExtension(vsix, folder) {
  const done = spawnSync(projectNode(), [entry, ...dataIn(folder), '--install-extension', vsix, '--force'], {
    env: environment(),
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The extension could not be installed:\n${done.stdout}${done.stderr}`);
}

/** Starts the editor; the promise is kept when it answers. `settings` are the user's, written before. */
export async function startCodeServer({ folder, settings = {}, port, workspace }) {
  mkdirSync(join(folder, 'user', 'User'), { recursive: true });
  writeFileSync(join(folder, 'user', 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const at = port ?? (await freePort());
  const flags = [
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${at}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
  ];
  const child = spawn(projectNode(), [entry, ...flags, ...dataIn(folder), ...(workspace ? [workspace] : [])], {
    env: environment({ VSCODE_IPC_HOOK_CLI: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (text) => (log += text));
  child.stderr.on('data', (text) => (log += text));
  const address = `http://127.0.0.1:${at}/`;
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(`code-server ended by itself:\n${log}`);
    if (await answers(address)) return { address, child, stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error(`code-server does not answer:\n${log}`);
}

/** A port nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function dataIn(folder) {
  return [
    '--user-data-dir',
    join(folder, 'user'),
    '--extensions-dir',
    join(folder, 'extensions'),
    '--config',
    join(folder, 'config.yaml'),
  ];
}

async function answers(address) {
  try {
    return (await fetch(`${address}healthz`)).ok;
  } catch {
    return false;
  }
}

function npm(parameters, cwd) {
  mkdirSync(cwd, { recursive: true });
  const done = spawnSync('npm', parameters, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`npm ${parameters[0]} failed in ${cwd}; what it said is above.`);
}
