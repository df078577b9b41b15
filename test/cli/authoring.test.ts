import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../cli/program.js';
import { allTemplates } from '../../language-server/templates/all-templates.js';
import { clean } from '../language-server/rules/clean.js';
import { sop } from './terminal-in-memory.js';

const today = ['--today', '2027-01-31'];

describe('sop new', () => {
  it('lists the templates with what they teach', async () => {
    const { printed, exitCode } = await sop(['new', '--list']);
    expect(exitCode).toBe(0);
    for (const { name, lesson } of allTemplates) expect(printed).toMatch(new RegExp(`^${name} [^]*${lesson.slice(0, 30)}`, 'm'));
  });

  it('writes a template, reviewed today, that the check finds nothing in', async () => {
    const { folder, complaints, printed, exitCode } = await sop(['new', 'renewal-risk', '-o', 'ours.sop', ...today]);
    expect([exitCode, printed, complaints]).toEqual([0, '', ['Wrote ours.sop. Make it yours, then: sop check ours.sop']]);
    const text = readFileSync(join(folder, 'ours.sop'), 'utf8');
    expect(text).toContain('review every 6 months last 2027-01-31');
    expect(await sop(['check', 'ours.sop', ...today], { 'ours.sop': text })).toMatchObject({
      exitCode: 0,
      printed: '1 file checked, nothing found.\n',
    });
  });

  it('prints a small one to standard output', async () => {
    const { printed, complaints } = await sop(['new', '-o', '-', ...today]);
    expect(printed).toMatch(/^sop customer-escalation "Customer escalation" \{/);
    expect(complaints).toEqual([]);
  });

  it('never writes over a file', async () => {
    expect(await sop(['new', 'roles'], { 'roles.sop': 'mine' })).toMatchObject({
      exitCode: 2,
      complaints: ["sop: 'roles.sop' is there already. Give another name with -o, or write over it with --force."],
    });
    expect((await sop(['new', 'roles', '--force'], { 'roles.sop': 'mine' })).exitCode).toBe(0);
  });

  it('names the nearest template', async () => {
    expect((await sop(['new', 'renewal'])).complaints[0]).toMatch(/^sop: There is no template 'renewal'\. /);
  });
});

describe('sop import', () => {
  it('prints the procedure, and tells what is left open on the other stream', async () => {
    const { printed, complaints, exitCode } = await sop(['import', 'a.mmd'], {
      'a.mmd': 'flowchart TD\n a[Look] --> b((Over))\n',
    });
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^sop a "A" \{\n/);
    expect(complaints).toEqual([
      expect.stringMatching(/^Imported a\.mmd as a Mermaid flowchart\. \d+ '\/\/ todo' comments say what could not be known\.$/),
    ]);
  });

  it('writes nothing where something is wrong', async () => {
    const { printed, complaints, exitCode, folder } = await sop(['import', 'a.csv', '-o', 'a.sop'], { 'a.csv': 'a,b\n1,2\n' });
    expect([exitCode, printed]).toEqual([1, '']);
    expect(complaints).toEqual(["a.csv:1: No column tells the steps. The first row has: 'a', 'b'. Name one of them 'step'."]);
    expect(() => readFileSync(join(folder, 'a.sop'))).toThrow();
  });

  it('tells from the text what standard input is', async () => {
    expect((await sop(['import', '-'], {}, 'level,step\nL1,Do it\n')).printed).toContain('action do-it "Do it"');
    expect((await sop(['import', '-'], {}, 'hello')).complaints).toEqual([
      "sop: It is not plain what '-' is. Say so with --format: mermaid, bpmn, csv.",
    ]);
  });
});

describe('sop fmt', () => {
  const ragged = 'role   csm "CSM"{backup lead}\nrole lead';

  it('formats files and names those it changed', async () => {
    const { printed, folder, exitCode } = await sop(['fmt', '.'], { 'a.sop': ragged, 'b.sop': 'role csm "CSM"\n' });
    expect([exitCode, printed]).toEqual([0, 'a.sop\n']);
    expect(readFileSync(join(folder, 'a.sop'), 'utf8')).toBe('role csm "CSM" { backup lead }\nrole lead\n');
  });

  it('only tells with --check', async () => {
    const { printed, folder, exitCode, complaints } = await sop(['fmt', '--check', '.'], { 'a.sop': ragged });
    expect([exitCode, printed]).toEqual([1, 'a.sop\n']);
    expect(complaints).toEqual(["1 of 1 file would be changed. Run 'sop fmt' without --check."]);
    expect(readFileSync(join(folder, 'a.sop'), 'utf8')).toBe(ragged);
  });

  it('goes from standard input to standard output', async () => {
    expect(await sop(['fmt', '-'], {}, ragged)).toMatchObject({
      exitCode: 0,
      printed: 'role csm "CSM" { backup lead }\nrole lead\n',
    });
  });

  it('leaves a broken file as it is, and says where it is broken', async () => {
    const { complaints, exitCode, folder } = await sop(['fmt', 'a.sop'], { 'a.sop': 'role   csm {\n  backup\n' });
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([expect.stringMatching(/^a\.sop:\d+: .* It is left as it is\.$/)]);
    expect(readFileSync(join(folder, 'a.sop'), 'utf8')).toBe('role   csm {\n  backup\n');
  });

  it('keeps a byte order mark and Windows line ends', async () => {
    const { folder } = await sop(['fmt', 'a.sop'], { 'a.sop': '\ufeffrole   csm\r\nrole lead\r\n' });
    expect(readFileSync(join(folder, 'a.sop'), 'utf8')).toBe('\ufeffrole csm\r\nrole lead\r\n');
  });
});

describe('sop watch', () => {
  it('checks again when a file changes, until it is stopped', async () => {
    const { folder } = await sop(['rules']);
    const { mkdirSync, rmSync } = await import('node:fs');
    mkdirSync(folder, { recursive: true });
    await writeFile(join(folder, 'a.sop'), clean);
    const stop = new AbortController();
    const printed: string[] = [];
    const done = run(['watch', '.', '--today', '2026-11-23'], {
      folder,
      standardInput: async () => new Uint8Array(),
      print: async (text) => {
        printed.push(String(text));
      },
      complain: () => {},
      colours: false,
      stop: stop.signal,
    });
    await expect.poll(() => printed.length, { timeout: 10_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writeFile(join(folder, 'a.sop'), clean.replace('version "1.0"', ''));
    await expect.poll(() => printed.at(-1), { timeout: 10_000 }).toContain('document/owner');
    stop.abort();
    expect(await done).toBe(0);
    expect(printed[0]).toBe('1 file checked, nothing found.\n');
    expect(printed.join('')).not.toContain('\u001b');
    rmSync(folder, { recursive: true, force: true });
  });

  it('cannot watch standard input', async () => {
    expect((await sop(['watch', '-'])).complaints[0]).toMatch(/^sop: Standard input does not change/);
  });
});

describe('sop completion', () => {
  it.each(['bash', 'zsh', 'fish'])('knows every command and its options in %s', async (shell) => {
    const { printed } = await sop(['completion', shell]);
    for (const word of [
      'check',
      'render',
      'export',
      'explain',
      'rules',
      'lsp',
      'new',
      'import',
      'fmt',
      'watch',
      'completion',
      'fail-on',
    ])
      expect(printed).toContain(word);
  });

  it('has words for a shell it does not know', async () => {
    expect(await sop(['completion', 'tcsh'])).toMatchObject({
      exitCode: 2,
      complaints: ["sop: There is no completion for 'tcsh'; there is for bash, zsh, fish."],
    });
    expect((await sop(['completion'])).complaints[0]).toMatch(/^sop: Name a shell: bash, zsh or fish\./);
  });
});
