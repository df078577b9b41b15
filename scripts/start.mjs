/**
 * `npm start`: from a fresh clone to VS Code with the extension, an example and its picture. Needs Node 20 and npm, nothing
 * else: VS Code itself where `code` is on the path, else its browser edition on a local port.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, installMissing, root, runScript } from './install.mjs';

const example = 'saas-enterprise.sop';
const folder = join(root, '.cache', 'start');
const workspace = join(root, 'examples');
/** The extension itself opens the example with its preview when the window is up. */
const settings = {
  'sop.preview.openOnStart': example,
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

installMissing();
console.log('Building …');
for (const script of ['build', 'package']) if (!runScript(script)) process.exit(1);
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = join(root, `${name}-${version}.vsix`);

if (hasDesktop()) openDesktop();
else await openBrowserEdition();

function hasDesktop() {
  const found = spawnSync('code', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return found.status === 0;
}

/** With data of its own, so that nobody's settings and extensions are touched. */
function openDesktop() {
  const data = ['--user-data-dir', join(folder, 'desktop'), '--extensions-dir', join(folder, 'desktop-extensions')];
  mkdirSync(join(folder, 'desktop', 'User'), { recursive: true });
  writeFileSync(join(folder, 'desktop', 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const options = { stdio: 'inherit', shell: process.platform === 'win32', env: environment() };
  const installed = spawnSync('code', [...data, '--install-extension', vsix, '--force'], options);
  if (installed.status !== 0) process.exit(1);
  spawnSync('code', [...data, '--disable-workspace-trust', '--new-window', workspace, join(workspace, example)], options);
  console.log('VS Code is open with the example and its picture.');
}

async function openBrowserEdition() {
  const { installCodeServer, installExtension, startCodeServer } = await import('./code-server.mjs');
  installCodeServer();
  installExtension(vsix, folder);
  const wanted = Number(process.env.PORT);
  const server = await startCodeServer({ folder, settings, workspace, ...(wanted > 0 ? { port: wanted } : {}) });
  const stop = () => server.stop();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  server.child.on('exit', () => process.exit(0));
  console.log(`VS Code with the example and its picture: ${server.address}?folder=${encodeURI(workspace)}`);
  console.log('Ctrl+C ends it.');
}
