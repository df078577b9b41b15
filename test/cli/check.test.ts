import { describe, expect, it } from 'vitest';
import { changed, clean } from '../language-server/rules/clean.js';
import { sop } from './terminal-in-memory.js';

const require = '  require "Customer confirms the fix" judged by support-lead\n';
const faulty = changed([require, '']);
const today = ['--today', '2026-11-23'];

describe('sop check', () => {
  it('prints JSON with zero-based positions', async () => {
    const { exitCode, printed, complaints } = await sop(['check', 'a.sop', '--format', 'json', ...today], { 'a.sop': faulty });
    expect(JSON.parse(printed)).toEqual({
      version: 1,
      findings: [
        {
          file: 'a.sop',
          code: 'close/criteria',
          level: 'error',
          message:
            "'Resolved' does not say what must be true to call a case resolved. Add a 'require', such as require \"Customer confirms the fix\" judged by support-lead.",
          range: { start: { line: 28, character: 11 }, end: { line: 28, character: 19 } },
          related: [],
        },
      ],
      files: 1,
    });
    expect([exitCode, complaints]).toEqual([1, []]);
  });

  it('shows the line with a caret, and counts', async () => {
    const { printed } = await sop(['check', 'a.sop', ...today], { 'a.sop': faulty });
    const lines = printed.split('\n');
    expect(lines[0]).toMatch(/^a\.sop:29:12 {2}error {2}'Resolved' does not say .* {2}close\/criteria$/);
    expect(lines.slice(1)).toEqual([
      '  29 | resolution resolved "Resolved" {',
      '     |            ^^^^^^^^',
      '',
      '1 error in 1 file.',
      '',
    ]);
  });

  it('says that nothing was found', async () => {
    expect(await sop(['check', '.', ...today], { 'a.sop': clean, 'b/c.sop': 'role csm "CSM"' })).toMatchObject({
      exitCode: 0,
      printed: '2 files checked, nothing found.\n',
      complaints: [],
    });
  });

  it('searches folders, but not what others wrote, and reads each file once', async () => {
    const files = { 'b/x.sop': faulty, 'b/c/y.sop': faulty, 'b/z.txt': 'x', 'b/node_modules/n.sop': faulty, 'a.sop': faulty };
    const { printed } = await sop(['check', 'b', 'a.sop', './b/x.sop', '--format', 'json', ...today], files);
    const { findings, files: count } = JSON.parse(printed);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual(['b/c/y.sop', 'b/x.sop', 'a.sop']);
    expect(count).toBe(3);
  });

  it('reads standard input, and what it imports from the folder it runs in', async () => {
    const text = `import "./people.sop"\n${clean.replace('role vp-support "VP Support"', '')}`;
    expect(await sop(['check', '-', ...today], { 'people.sop': 'role vp-support "VP Support"' }, text)).toMatchObject({
      exitCode: 0,
      printed: '1 file checked, nothing found.\n',
    });
    const { printed } = await sop(['check', '-', '--format', 'json', ...today], {}, text);
    expect(JSON.parse(printed).findings[0]).toMatchObject({ file: '-', code: 'import/missing' });
  });

  it('reads a file of another name when it is named', async () => {
    const { printed } = await sop(['check', 'a.txt', '--format', 'json', ...today], { 'a.txt': faulty });
    expect(JSON.parse(printed).findings).toMatchObject([{ file: 'a.txt', code: 'close/criteria' }]);
  });

  it.each([
    ['error', 0],
    ['warning', 1],
    ['info', 1],
  ])('fails on %s with exit code %i where there is a warning', async (level, code) => {
    const { exitCode } = await sop(['check', 'a.sop', '--fail-on', level, ...today], {
      'a.sop': changed(['  version "1.0"\n', '']),
    });
    expect(exitCode).toBe(code);
  });

  it('takes the day that is given', async () => {
    const { printed } = await sop(['check', 'a.sop', '--today', '2027-03-01'], { 'a.sop': clean });
    expect(printed).toContain("The review of 'Outage' is overdue by 30 days");
  });

  it('reads the sop.config.json above a file, and tells what is wrong in it once', async () => {
    const files = {
      'p/a.sop': faulty,
      'p/b.sop': faulty,
      'sop.config.json': '{\n  "rules": { "close/criteria": "off", "close/lern": "off" }\n}',
    };
    const { printed, exitCode } = await sop(['check', 'p', '--format', 'json', ...today], files);
    expect(JSON.parse(printed)).toMatchObject({
      findings: [
        {
          file: 'sop.config.json',
          code: 'config/unknown',
          message: "There is no rule 'close/lern'. Did you mean 'close/learn'?",
          range: { start: { line: 1, character: 38 } },
        },
      ],
      files: 2,
    });
    expect(exitCode).toBe(1);
  });

  it('says where a file stops being text', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('role a "A"\nrole b "é'), 0xff, 0x22]);
    const { printed } = await sop(['check', 'a.sop', '--format', 'json'], { 'a.sop': bytes });
    expect(JSON.parse(printed).findings).toMatchObject([
      {
        code: 'syntax',
        message: 'This file is no UTF-8 text: the byte 0xff here belongs to no character. Save it as UTF-8.',
        range: { start: { line: 1, character: 9 } },
      },
    ]);
  });

  it('keeps signs that would drive the terminal out of its output', async () => {
    const { printed } = await sop(['check', 'a.sop', ...today], {
      'a.sop': faulty.replace('"Resolved"', '"Res\u001b[31molved"'),
    });
    expect(printed).toContain('"Res\ufffd[31molved"');
    expect(printed).not.toContain('\u001b');
  });

  it('cuts a very long line around the place', async () => {
    const { printed } = await sop(['check', 'a.sop'], { 'a.sop': `${'role csm "x" '.repeat(20_000)}role oops` });
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(400);
  });

  it('prints annotations for GitHub', async () => {
    const { printed } = await sop(['check', 'a.sop', '--format', 'github', ...today], { 'a.sop': faulty });
    expect(printed).toMatch(
      /^::error file=a\.sop,line=29,col=12,endLine=29,endColumn=20,title=close\/criteria::'Resolved' does not/,
    );
  });

  it('prints SARIF with one-based places and the rules', async () => {
    const { printed } = await sop(['check', 'a.sop', '--format', 'sarif', ...today], { 'a.sop': faulty });
    const [run] = JSON.parse(printed).runs;
    const [result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('close/criteria');
    expect(result).toMatchObject({
      ruleId: 'close/criteria',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.sop' },
            region: { startLine: 29, startColumn: 12, endLine: 29, endColumn: 20 },
          },
        },
      ],
    });
  });

  it('prints JUnit, where only what fails is a failure', async () => {
    const files = { 'a.sop': changed([require, ''], ['  version "1.0"\n', '']), 'b & c.sop': clean };
    const { printed } = await sop(['check', '.', '--format', 'junit', ...today], files);
    expect(printed).toContain('<testsuites name="sop check" tests="3" failures="1">');
    expect(printed).toContain('<testcase name="no findings" classname="b &amp; c.sop"/>');
    expect(printed).toMatch(/<testcase name="document\/owner at 1:5" classname="a\.sop">\n\s+<system-out>/);
    expect(printed).toMatch(
      /<failure type="close\/criteria" message="&apos;|<failure type="close\/criteria" message="'Resolved'/,
    );
  });
});

describe('a wrong command line', () => {
  it.each([
    [
      [],
      "sop: Say what to do: check, render, export, explain, rules, lsp, new, import, fmt, watch or completion. 'sop --help' tells more.",
    ],
    [['chek', 'a.sop'], "sop: Unknown command 'chek'. Did you mean check?"],
    [['check'], "sop: Name files or folders, or '-' for standard input. 'sop --help' tells what can be written."],
    [['check', 'none.sop'], "sop: There is no file or folder 'none.sop'."],
    [['check', 'a.sop', '--colour'], "sop: Unknown option '--colour'. 'sop --help' tells what can be written."],
    [
      ['check', 'a.sop', '--format', 'xml'],
      "sop: --format cannot be 'xml'; it can be pretty, json, sarif, github, junit. 'sop --help' tells what can be written.",
    ],
    [
      ['check', 'a.sop', '--fail-on', 'never'],
      "sop: --fail-on cannot be 'never'; it can be error, warning, info. 'sop --help' tells what can be written.",
    ],
    [
      ['check', 'a.sop', '--today', '2026-02-30'],
      "sop: --today cannot be '2026-02-30': Write a date such as 2026-11-23. 'sop --help' tells what can be written.",
    ],
    [['explain', 'time/bugdet'], "sop: There is no rule 'time/bugdet'. Did you mean 'time/budget'?"],
    [['render', 'a.sop', '-o', 'a.bmp'], /^sop: There is no format for '\.bmp' files\. There are: svg, /],
    [['export', 'a.sop'], /^sop: Say which format with --format\. There are: svg, /],
    [['render', 'a.sop', '--variant', 'smb'], "sop: 'a.sop' has no variant 'smb'. It has no variants."],
    [['render', 'a.sop', '-o', 'none/a.svg'], /^sop: 'none\/a\.svg' cannot be written\./],
  ])('%j is answered in one line, exit code 2', async (line, complaint) => {
    const { exitCode, complaints, printed } = await sop(line, { 'a.sop': clean });
    expect(exitCode).toBe(2);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).not.toContain('\n');
    if (typeof complaint === 'string') expect(complaints[0]).toBe(complaint);
    else expect(complaints[0]).toMatch(complaint);
    expect(printed).toBe('');
  });
});
