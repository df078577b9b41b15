/** The GitHub Action's steps, run as it runs them: on a repository with a base and a change, against a server that answers as GitHub does. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../../scripts/action/report.mjs';
import { clean } from '../language-server/rules/clean.js';

const place = mkdtempSync(join(tmpdir(), 'sop-action-'));
const action = join(place, 'action');
const repository = join(place, 'repository');

beforeAll(async () => {
  await build({
    entryPoints: ['cli/main.ts'],
    outfile: join(action, 'dist', 'cli.js'),
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
  cpSync('scripts/action', join(action, 'scripts', 'action'), { recursive: true });
  cpSync('package.json', join(action, 'package.json'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(action, 'node_modules'), 'junction');
}, 120_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

function git(...line: string[]) {
  const done = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...line], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`git ${line.join(' ')}: ${done.stderr}`);
}

function put(files: Readonly<Record<string, string>>, message: string) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(repository, name, '..'), { recursive: true });
    writeFileSync(join(repository, name), text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

/** Runs a step of the action; what it printed and put out. */
function step(
  script: 'run' | 'comment',
  env: Readonly<Record<string, string>>,
): Promise<{ status: number | null; printed: string; put: Record<string, string> }> {
  const outputs = join(place, 'outputs');
  writeFileSync(outputs, '');
  writeFileSync(join(place, 'summary'), '');
  // Nothing of a real run of this repository's own tests.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GITHUB_')));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(action, 'scripts', 'action', `${script}.mjs`)], {
      env: {
        ...own,
        GITHUB_WORKSPACE: repository,
        GITHUB_OUTPUT: outputs,
        GITHUB_STEP_SUMMARY: join(place, 'summary'),
        RUNNER_TEMP: place,
        ...env,
      },
    });
    let printed = '';
    child.stdout.on('data', (part) => {
      printed += part;
    });
    child.stderr.on('data', (part) => {
      printed += part;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      const lines = readFileSync(outputs, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      const pairs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
      resolve({ status, printed, put: Object.fromEntries(pairs) });
    });
  });
}

describe('the check', () => {
  beforeEach(() => {
    rmSync(repository, { recursive: true, force: true });
    mkdirSync(repository);
    git('init', '-q', '-b', 'main');
  });

  it('annotates, draws what changed before and after, and sums it up', async () => {
    const people = 'role visitor "Visitor"\n';
    const old = `import "./people.sop"\n${clean}`;
    put({ 'a b/outage.sop': old, 'a b/people.sop': people, 'a b/same.sop': clean, 'gone.sop': clean, 'other.txt': '' }, 'base');
    git('checkout', '-q', '-b', 'change');
    rmSync(join(repository, 'gone.sop'));
    put({ 'a b/outage.sop': `${old}\nlevel extra "Extra" { owner nobody action "Wait" }\n` }, 'change');
    const { status, printed, put: outputs } = await step('run', { SOP_BASE: 'main', SOP_TODAY: '2026-11-23' });
    expect(status, printed).toBe(0);
    expect(printed).toMatch(/^::error file=a b\/outage\.sop,line=\d+,col=\d+,.*title=link\/unknown::There is no role 'nobody'/m);
    expect(outputs).toMatchObject({ status: '1' });
    expect(Number(outputs.errors)).toBeGreaterThan(0);
    expect(existsSync(join(outputs.pictures ?? '', 'before', 'a b', 'outage.svg'))).toBe(true);
    expect(existsSync(join(outputs.pictures ?? '', 'after', 'a b', 'outage.svg'))).toBe(true);
    expect(existsSync(join(outputs.pictures ?? '', 'before', 'gone.svg'))).toBe(true);
    expect(existsSync(join(outputs.pictures ?? '', 'after', 'a b', 'same.svg'))).toBe(false);
    expect(JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(readFileSync(outputs.findings ?? '', 'utf8'))).toMatchObject({ version: 1, files: 3 });
    const report = readFileSync(outputs.report ?? '', 'utf8');
    expect(report).toMatch(/`a b\/outage\.sop`\) \| changed \| (\d+) → (\d+) \|/);
    expect(report).toMatch(/`gone\.sop`\) \| removed \|/);
    expect(report).not.toContain('same.sop');
    expect(readFileSync(join(place, 'summary'), 'utf8')).toBe(report);
    // Nothing is left behind.
    expect(spawnSync('git', ['worktree', 'list'], { cwd: repository, encoding: 'utf8' }).stdout.trim().split('\n')).toHaveLength(
      1,
    );
    expect(spawnSync('git', ['status', '--short'], { cwd: repository, encoding: 'utf8' }).stdout).toBe('');
  });

  it('is content with clean procedures, and compares with nothing where there is nothing', async () => {
    put({ 'a.sop': clean }, 'base');
    const { printed, put: outputs } = await step('run', {
      SOP_BASE: 'origin/main',
      SOP_TODAY: '2026-11-23',
      SOP_FAIL_ON: 'warning',
    });
    expect(printed).toContain("::notice::There is no 'origin/main' to compare with");
    expect(outputs).toMatchObject({ status: '0', errors: '0', drawn: '0' });
    expect(readFileSync(outputs.report ?? '', 'utf8')).toContain('nothing wrong in 1 file');
  });

  it.each([
    [{ SOP_PATHS: 'nowhere' }, "There is no file or folder 'nowhere'."],
    [{ SOP_FAIL_ON: 'always' }, "fail-on cannot be 'always'; it can be error, warning, info."],
    [{ SOP_PATHS: '--help' }, "There is no file or folder '--help'."],
  ])('says what is wrong with %j', async (env, message) => {
    put({ 'a.sop': clean }, 'base');
    const { status, printed } = await step('run', env);
    expect(status).toBe(2);
    expect(printed).toContain(message);
    expect(printed).toMatch(/^::error /m);
  });
});

describe('the report', () => {
  it('shows text of files as text', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const state = { title: '<img src=x> [a](javascript:b) | @everyone `c`\n# D', levels: 1, steps: 2, picture: null };
    const report = reportOf({
      findings: [{ file: 'a`|b.sop', level: 'error', message: '@team **x** <script>', code: 'syntax', range, related: [] }],
      files: 1,
      changes: [{ file: 'a`|b.sop', from: 'a`|b.sop', change: 'added', before: null, after: state }],
      artifact: null,
    });
    expect(report).not.toMatch(/<img|<script|@everyone|@team|^# D|(?<!\\)\[a\]/m);
    expect(report.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(3);
  });
});

describe('the comment', () => {
  it.each([
    ['is written', [{ id: 1, body: 'hello' }], 201, 'POST /repos/o/r/issues/7/comments'],
    [
      'of an earlier run is renewed',
      [
        { id: 1, body: 'hello' },
        { id: 2, body: '<!-- escalation-sop -->\nold' },
      ],
      200,
      'PATCH /repos/o/r/issues/comments/2',
    ],
    ['is left out where it may not be written', [], 403, 'POST /repos/o/r/issues/7/comments'],
  ])('%s', async (_, comments, answer, expected) => {
    const asked: string[] = [];
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        asked.push(`${request.method} ${request.url?.split('?')[0]}`);
        if (body !== '') bodies.push(JSON.parse(body).body);
        response.writeHead(request.method === 'GET' ? 200 : answer, { 'content-type': 'application/json' });
        response.end(JSON.stringify(request.method === 'GET' ? comments : {}));
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    writeFileSync(join(place, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
    writeFileSync(join(place, 'report.md'), '<!-- escalation-sop -->\n\nnew\n');
    const { status, printed } = await step('comment', {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_EVENT_PATH: join(place, 'event.json'),
      SOP_REPORT: join(place, 'report.md'),
      SOP_TOKEN: 'secret',
    });
    server.close();
    expect(status, printed).toBe(0);
    expect(asked).toEqual(['GET /repos/o/r/issues/7/comments', expected]);
    expect(bodies).toEqual(['<!-- escalation-sop -->\n\nnew\n']);
    expect(printed.includes('::notice::The comment was not written: GitHub answered 403.')).toBe(answer === 403);
    expect(printed).not.toContain('secret');
  });
});
