import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../language-server/rules/all-rules.js';
import { clean } from '../language-server/rules/clean.js';
import { sop } from './terminal-in-memory.js';

const withVariant = `${clean}variant smb "SMB" when segment is smb { override level desk { resolve within 2 days } }\n`;

describe('sop export', () => {
  it('writes what a file means', async () => {
    const { exitCode, printed } = await sop(['export', 'a.sop', '--format', 'procedure'], { 'a.sop': withVariant });
    expect(JSON.parse(printed)).toMatchObject({ version: 1, name: 'outage', variant: null, variants: ['smb'] });
    expect(exitCode).toBe(0);
  });

  it('writes a variant', async () => {
    const { printed } = await sop(['export', 'a.sop', '--format', 'procedure', '--variant', 'smb'], { 'a.sop': withVariant });
    expect(JSON.parse(printed)).toMatchObject({ variant: 'smb', levels: [{ targets: [{ within: { text: '2 days' } }] }] });
  });

  it('writes the positions of the picture', async () => {
    const { printed } = await sop(['export', '-', '--format', 'drawing'], {}, clean);
    const drawing = JSON.parse(printed);
    expect(drawing.version).toBe(1);
    expect(drawing.boxes.map(({ id }: { id: string }) => id)).toContain('desk.repair');
  });
});

describe('sop render', () => {
  it('draws into a file, its format that of the name', async () => {
    const { exitCode, printed, folder } = await sop(['render', 'a.sop', '-o', 'a.svg', '--theme', 'dark'], { 'a.sop': clean });
    expect([exitCode, printed]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toMatch(/^<svg /);
  });

  it('draws to standard output', async () => {
    expect((await sop(['render', 'a.sop'], { 'a.sop': clean })).printed).toMatch(/^<svg /);
  });

  it('draws nothing from a broken text', async () => {
    const { exitCode, complaints, printed } = await sop(['render', 'a.sop'], { 'a.sop': 'sop a "A" {' });
    expect([exitCode, printed, complaints.length]).toEqual([1, '', 1]);
    expect(complaints[0]).toMatch(/^a\.sop:1:\d+: /);
  });

  it('says that a library has nothing to draw', async () => {
    expect(await sop(['render', 'a.sop'], { 'a.sop': 'role a "A"' })).toMatchObject({
      exitCode: 2,
      complaints: ["sop: 'a.sop' is a library: it has no 'sop' in it, so there is no procedure to export."],
    });
  });
});

describe('sop rules and explain', () => {
  it('lists every rule with its level', async () => {
    const { printed } = await sop(['rules']);
    for (const { id, level } of allRules) expect(printed).toMatch(new RegExp(`^${id} +${level} `, 'm'));
  });

  it("prints a rule's page", async () => {
    const { printed } = await sop(['explain', 'talk/silent']);
    expect(printed).toBe(readFileSync('docs/rules/talk-silent.md', 'utf8'));
  });

  it('helps by examples', async () => {
    const { exitCode, printed } = await sop(['check', '--help']);
    expect(exitCode).toBe(0);
    expect(printed).toContain('Examples:\n  sop check outage.sop people.sop');
    expect((await sop(['--help'])).printed).toContain('Exit codes: 0 all is well');
  });
});
