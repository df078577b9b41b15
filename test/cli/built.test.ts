/** The command as people run it: bundled, in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clean } from '../language-server/rules/clean.js';

const folder = mkdtempSync(join(tmpdir(), 'sop-built-'));
const command = join(folder, 'dist', 'cli.mjs');

beforeAll(async () => {
  await build({
    entryPoints: ['cli/main.ts'],
    outfile: command,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.sop': 'text' },
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module';\nimport { dirname as $dirname } from 'node:path';\nimport { fileURLToPath as $fileURLToPath } from 'node:url';\nconst require = $createRequire(import.meta.url), __filename = $fileURLToPath(import.meta.url), __dirname = $dirname(__filename);",
    },
    logLevel: 'silent',
  });
  mkdirSync(join(folder, 'many'));
  writeFileSync(join(folder, 'a.sop'), clean);
  for (let i = 0; i < 40; i++) writeFileSync(join(folder, 'many', `${i}.sop`), 'sop x "X" {}\n'.padEnd(4000, '/'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sop(
  line: readonly string[],
  { input = '', closeAtOnce = false } = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...line], { cwd: folder, env: { ...process.env, FORCE_COLOR: '1' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
      if (closeAtOnce) child.stdout.destroy();
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const slow = 60_000;

it(
  'checks a file and a pipe, without colours where there is no terminal',
  async () => {
    expect(await sop(['check', 'a.sop', '--today', '2026-11-23'])).toEqual({
      code: 0,
      out: '1 file checked, nothing found.\n',
      err: '',
    });
    const piped = await sop(['check', '-', '--today', '2026-11-23'], { input: clean.replace('version "1.0"', '') });
    expect(piped.code).toBe(0);
    expect(piped.out).toMatch(/^-:1:5 {2}warning {2}'Outage' has no version/);
  },
  slow,
);

it(
  'answers a wrong line with one line and exit code 2',
  async () => {
    expect(await sop(['check', 'nowhere.sop'])).toEqual({
      code: 2,
      out: '',
      err: "sop: There is no file or folder 'nowhere.sop'.\n",
    });
  },
  slow,
);

it(
  'does not mind a reader who has read enough',
  async () => {
    const { err } = await sop(['check', 'many', '--format', 'json'], { closeAtOnce: true });
    expect(err).toBe('');
  },
  slow,
);
