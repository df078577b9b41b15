import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'langium';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NodeFiles } from '../../../language-server/workspace/node-files.js';
import { UnreadableFile } from '../../../language-server/workspace/unreadable-file.js';

const files = new NodeFiles();
let folder: string;
const at = (name: string) => URI.file(join(folder, name));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sop-files-'));
  writeFileSync(join(folder, 'ä.sop'), '\uFEFFrole csm');
  writeFileSync(join(folder, 'latin.sop'), new Uint8Array([0x72, 0xe4]));
  writeFileSync(join(folder, 'large.sop'), '');
  truncateSync(join(folder, 'large.sop'), 17 * 1024 * 1024);
  mkdirSync(join(folder, 'sub.sop'));
  symlinkSync(folder, join(folder, 'circle'));
  symlinkSync(join(folder, 'ä.sop'), join(folder, 'link.sop'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('reads UTF-8 without its byte order mark', async () => {
  expect(await files.readFile(at('ä.sop'))).toBe('role csm');
});

it.each([
  ['gone.sop', 'missing'],
  ['ä.sop/below.sop', 'missing'],
  ['sub.sop', 'folder'],
  ['latin.sop', 'not-utf8'],
  ['large.sop', 'too-large'],
])('says why %s cannot be read', async (name, reason) => {
  const failure = await files.readFile(at(name)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UnreadableFile);
  expect(failure).toMatchObject({ reason });
});

it('lists linked files, but no linked folders', async () => {
  const entries = await files.readDirectory(URI.file(folder));
  const kinds = Object.fromEntries(
    entries.map(({ uri, isFile, isDirectory }) => [
      decodeURI(uri.path.replace(/.*\//, '')),
      isFile ? 'file' : isDirectory ? 'folder' : '',
    ]),
  );
  expect(kinds).toEqual({
    'ä.sop': 'file',
    'latin.sop': 'file',
    'large.sop': 'file',
    'sub.sop': 'folder',
    circle: '',
    'link.sop': 'file',
  });
});
