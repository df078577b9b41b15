/** Writes a file that was not there before. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Terminal, UsageError } from './terminal.js';

/** `-` is standard output. @throws `UsageError` when the file is there already (unless `force`) or cannot be written. */
export async function writeNewFile(path: string, text: string, force: boolean, terminal: Terminal): Promise<void> {
  if (path === '-') {
    await terminal.print(text);
    return;
  }
  try {
    await writeFile(resolve(terminal.folder, path), text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(
      isThere
        ? `'${path}' is there already. Give another name with -o, or write over it with --force.`
        : `'${path}' cannot be written. Is its folder there, and may you write to it?`,
    );
  }
}
