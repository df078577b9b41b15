/**
 * `npm test`: from a fresh clone with Node 20 and npm to one line that counts every test. Installs what is missing, then
 * generates, type-checks, lints, runs the unit tests, builds and packages, and drives the packaged extension in a real
 * VS Code. A step such as the type check counts as one test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, installMissing, root, runScript } from './install.mjs';

const count = { passed: 0, failed: 0, skipped: 0 };
const reports = join(root, '.cache', 'test');

installMissing();
mkdirSync(reports, { recursive: true });
const generated = step('generate');
step('types');
step('lint');
if (generated) {
  vitest('unit tests', 'vitest.config.ts');
  step('fuzz');
}
const packaged = step('build') && step('package');
endToEnd(packaged);

const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`);
process.exit(count.failed > 0 ? 1 : 0);

/** Runs one of package.json's scripts as one test. */
function step(script) {
  console.log(`\n── ${script}`);
  const well = runScript(script);
  count[well ? 'passed' : 'failed'] += 1;
  if (!well) console.error(`FAILED: npm run ${script}`);
  return well;
}

/** Runs a suite and adds what it counted. */
function vitest(name, config, extra = {}) {
  console.log(`\n── ${name}`);
  const report = join(reports, `${config}.json`);
  rmSync(report, { force: true });
  const parameters = [
    '--no-install',
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const done = spawnSync('npx', parameters, {
    cwd: root,
    stdio: 'inherit',
    env: environment(extra),
    shell: process.platform === 'win32',
  });
  const results = read(report);
  count.passed += results?.numPassedTests ?? 0;
  count.skipped += (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
  count.failed += results?.numFailedTests ?? 0;
  // A file that does not even load has no tests that could fail; it counts as one.
  const broken = (results?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  count.failed += broken;
  if (done.status !== 0 && (results?.numFailedTests ?? 0) + broken === 0) count.failed += 1;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

function endToEnd(packaged) {
  const chromium = findChromium();
  if (chromium && packaged) {
    vitest('end-to-end tests', 'vitest.e2e.config.ts', { CHROMIUM: chromium });
    return;
  }
  const tests = endToEndCount();
  if (!packaged) {
    console.error('\nThe end-to-end tests need the packaged extension, which was not built.');
  } else {
    console.log(
      `\nNo Chromium: ${tests} end-to-end tests are skipped. To run them: sudo apt-get install chromium, or CHROMIUM=/path/to/chromium npm test`,
    );
  }
  count.skipped += tests;
}

/** `CHROMIUM`, else one on the path; under `CI=true` Debian's is installed. */
function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  const found = onPath();
  if (found || process.env.CI !== 'true') return found;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const command of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const [program, ...rest] = [...sudo, ...command];
    spawnSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return onPath();
}

function onPath() {
  const folders = [...(process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':'), '/usr/bin', '/opt/google/chrome'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file)) ?? null;
}

function endToEndCount() {
  const listed = spawnSync('npx', ['--no-install', 'vitest', 'list', '--config', 'vitest.e2e.config.ts', '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
    shell: process.platform === 'win32',
  });
  try {
    return JSON.parse(listed.stdout).length;
  } catch {
    return 0;
  }
}
