import { expect, it } from 'vitest';
import { createSopServices } from '../../../language-server/sop-module.js';
import { MemoryFiles } from '../memory-files.js';
import { fileUri } from '../workspace-helper.js';

it('loads a file once, however many ask for it at the same time', async () => {
  const files = new MemoryFiles();
  files.files.set(fileUri('a.sop').toString(), 'role a');
  const { LangiumDocuments } = createSopServices({ fileSystemProvider: () => files }).shared.workspace;
  const asked = [1, 2, 3].map(() => LangiumDocuments.getOrCreateDocument(fileUri('a.sop')));
  const [first, ...others] = await Promise.all(asked);
  expect(others).toEqual([first, first]);
  expect(LangiumDocuments.all.count()).toBe(1);
});
