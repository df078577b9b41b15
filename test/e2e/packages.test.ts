/**
 * What goes out: the npm package, packed, installed into an empty project elsewhere and used as its README says; and the list of
 * files in the `.vsix`. Needs the build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const place = mkdtempSync(join(tmpdir(), 'sop-packages-'));
const source = join(place, 'source');
const project = join(place, 'project');
const slow = 180_000;

afterAll(() => rmSync(place, { recursive: true, force: true }));

function call(program: string, line: readonly string[], folder: string): { status: number | null; out: string; err: string } {
  const done = spawnSync(program, line, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1', npm_config_loglevel: 'error', npm_config_update_notifier: 'false' },
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('the npm package', () => {
  let packed: readonly string[] = [];

  beforeAll(() => {
    // Packing changes package.json for a moment: not in the repository itself, where others may be reading it.
    mkdirSync(source);
    for (const name of [
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'THIRD-PARTY-NOTICES.md',
      'dist',
      'docs',
      'scripts',
      '.gitignore',
    ]) {
      cpSync(name, join(source, name), { recursive: true });
    }
    const scripts = { prepack: 'node scripts/prepack.mjs --built', postpack: 'node scripts/prepack.mjs --restore' };
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(manifest.scripts).toMatchObject({ prepack: 'node scripts/prepack.mjs', postpack: scripts.postpack });
    writeFileSync(
      join(source, 'package.json'),
      JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, ...scripts } }, null, 2),
    );
    const done = call('npm', ['pack', '--json', '--foreground-scripts=false', '--pack-destination', place], source);
    expect(done.status, done.err).toBe(0);
    // A list of one, or an object by name, as npm's version has it.
    const [pack] = Object.values<{ files: { path: string }[] }>(JSON.parse(done.out));
    packed = pack?.files.map(({ path }) => path).toSorted() ?? [];
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'));
    const installed = call('npm', ['install', '--offline', '--no-audit', '--no-fund', join(place, tarball ?? '')], project);
    expect(installed.status, installed.err).toBe(0);
  }, slow);

  it('holds nothing superfluous', () => {
    expect(packed.filter((path) => !path.startsWith('docs/rules/'))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist/cli.js',
      'dist/elk-worker.cjs',
      'dist/html-page.js',
      'dist/inter-400.ttf',
      'dist/inter-600.ttf',
      'dist/library.d.ts',
      'dist/library.js',
      'dist/rasteriser.wasm',
      'dist/sop-diagram.js',
      'package.json',
    ]);
    expect(packed.filter((path) => path.startsWith('docs/rules/')).length).toBeGreaterThan(60);
    expect(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).contributes).toBeDefined();
  });

  it('brings no other package with it', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['escalation-sop']);
  });

  it(
    'does what the example of the README shows',
    () => {
      const example = /^```js\n([\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
      writeFileSync(join(project, 'example.js'), example);
      const done = call(process.execPath, ['example.js'], project);
      expect(done.err).toBe('');
      expect(done.status).toBe(0);
      expect(done.out).toMatch(/^\d+: .* \([a-z-]+\/[a-z-]+\)$/m);
      expect(done.out).toContain("[ 'Help', 'Note it' ]");
      expect(done.out.trimEnd().endsWith('<svg')).toBe(true);
    },
    slow,
  );

  it(
    'has types that hold what it does to what it says',
    () => {
      writeFileSync(
        join(project, 'typed.ts'),
        `import { type CheckResult, check, compile, type Procedure, render, SopError } from 'escalation-sop';
const found: CheckResult = await check('', { today: '2026-11-23', path: 'a.sop' });
const level: 'error' | 'warning' | 'info' | 'hint' | undefined = found.findings[0]?.level;
const procedure: Procedure = await compile('', { variant: 'small' });
const picture: string = await render('', { theme: 'dark', transparent: true });
const wrong: Error = new SopError('x');
// @ts-expect-error There is no such theme.
await render('', { theme: 'blue' });
console.log(level, procedure.steps[0]?.kind, picture, wrong);
`,
      );
      const compiler = join(process.cwd(), 'node_modules', '.bin', 'tsc');
      for (const resolution of ['bundler', 'nodenext']) {
        const module = resolution === 'nodenext' ? 'nodenext' : 'preserve';
        const line = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022', '--types', '', '--module', module];
        const done = call(
          compiler,
          [...line, '--moduleResolution', resolution, '--declaration', '--skipLibCheck', 'false', 'typed.ts'],
          project,
        );
        // `console` is not among the types asked for.
        expect(done.out.replace(/^.*Cannot find name 'console'.*\n/m, ''), resolution).toBe('');
      }
    },
    slow,
  );

  it(
    'throws what it says, in words',
    () => {
      writeFileSync(
        join(project, 'throws.js'),
        `import { render, compile, check, SopError } from 'escalation-sop';
for (const attempt of [
  () => render('level {'),
  () => render('role a "A"'),
  () => compile('sop a "A" {}', { variant: 'b' }),
  () => check('', { today: 'tomorrow' }),
]) await attempt().catch((error) => console.log(error instanceof SopError, error.message));
`,
      );
      const { out, err } = call(process.execPath, ['throws.js'], project);
      expect(err).toBe('');
      const [syntax, ...others] = out.trimEnd().split('\n');
      expect(syntax).toMatch(/^true Line 1: /);
      expect(others).toEqual([
        "true The text is a library: it has no 'sop' in it, so there is no procedure to draw.",
        "true There is no variant 'b'. It has no variants.",
        "true 'tomorrow' is no day. Write one such as 2026-11-23.",
      ]);
    },
    slow,
  );

  it(
    'has the command, with the pages of the rules',
    () => {
      writeFileSync(join(project, 'a.sop'), 'sop a "A" {}\n');
      const checked = call('npx', ['--no-install', 'sop', 'check', 'a.sop'], project);
      expect(checked.status).toBe(1);
      expect(checked.out).toContain('flow/start');
      expect(call('npx', ['--no-install', 'sop', 'explain', 'time/budget'], project).out).toContain('# time/budget');
      cpSync('examples', join(project, 'examples'), { recursive: true });
      for (const name of ['a.svg', 'a.png', 'a.pdf', 'a.bpmn', 'a.md', 'a.html']) {
        const drawn = call('npx', ['--no-install', 'sop', 'export', 'examples/saas-enterprise.sop', '-o', name], project);
        expect(drawn.err, name).toBe('');
        expect(readFileSync(join(project, name)).byteLength).toBeGreaterThan(1000);
      }
    },
    slow,
  );
});

describe('the extension', () => {
  const shipped =
    /^(?:package\.json|package\.nls(?:\.\w+)?\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md|syntaxes\/[\w.-]+\.json|l10n\/bundle\.l10n\.\w+\.json|media\/(?:[\w-]+\/)?[\w-]+\.(?:png|svg)|docs\/schema\/sop-config\.schema\.json|dist\/[\w.-]+\.(?:cjs|js|css|ttf|html))$/;
  const kept = new Set(['dist/cli.js', 'dist/library.js', 'dist/library.d.ts', 'dist/bundled.json']);

  it(
    'holds nothing superfluous, and all that it names',
    () => {
      const done = call('npx', ['--no-install', 'vsce', 'ls', '--no-dependencies'], process.cwd());
      expect(done.status, done.err).toBe(0);
      const files = done.out.split('\n').filter((line) => /^[\w.-]+(?:\/[\w.-]+)*$/.test(line));
      expect(files.filter((file) => !shipped.test(file) || kept.has(file))).toEqual([]);
      const manifest = readFileSync('package.json', 'utf8');
      const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|docs|l10n)\/[\w./-]+\.\w+)"/g)].map(
        ([, file = '']) => file,
      );
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((file) => file !== 'dist/cli.js' && !file.startsWith('dist/library') && !files.includes(file))).toEqual(
        [],
      );
    },
    slow,
  );

  it(
    'lists whose work it carries',
    () => {
      const done = call(process.execPath, ['scripts/notices.mjs', '--check'], process.cwd());
      expect(done.err).toBe('');
      expect(done.status).toBe(0);
    },
    slow,
  );
});
