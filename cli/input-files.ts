/** Which files a command line means: files as they are, folders with all `.sop` files below, `-` for standard input. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { largestFile } from '../language-server/workspace/unreadable-file.js';
import { type Terminal, UsageError } from './terminal.js';

export interface InputFile {
  /** As given on the command line; for one found in a folder, the folder as given and the way from there. */
  readonly path: string;
  /** Absolute. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

/** What folders are not searched: what others wrote, and what tools keep for themselves. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files, each once, in the order given and by name within a folder.
 * @throws `UsageError` for one that is not there or cannot be read.
 */
export async function readInputs(given: readonly string[], terminal: Terminal): Promise<InputFile[]> {
  const files = new Map<string, InputFile>();
  for (const path of given) {
    if (path === '-') {
      const bytes = await terminal.standardInput();
      if (bytes.byteLength > largestFile) throw new UsageError('The text on standard input is larger than 16 MB.');
      // A name that no file has: imports are looked for in the folder the command runs in.
      files.set('-', { path, location: join(terminal.folder, '-'), bytes });
      continue;
    }
    const location = resolve(terminal.folder, path);
    const isFolder = await kindOf(path, location);
    const found = isFolder ? await filesBelow(path, location) : [{ path, location }];
    if (isFolder && found.length === 0) terminal.complain(`There is no .sop file in '${path}'.`);
    for (const file of found) {
      if (!files.has(file.location)) files.set(file.location, { ...file, bytes: await read(file.path, file.location) });
    }
  }
  return [...files.values()];
}

/** One file, or `-`. @throws `UsageError` when it is not there, cannot be read or is a folder. */
export async function readInput(path: string, terminal: Terminal): Promise<InputFile> {
  if (path !== '-' && (await kindOf(path, resolve(terminal.folder, path)))) {
    throw new UsageError(`'${path}' is a folder. Name one file.`);
  }
  const [file] = await readInputs([path], terminal);
  if (!file) throw new UsageError(`'${path}' cannot be read.`);
  return file;
}

/** Whether it is a folder. */
async function kindOf(path: string, location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory();
  } catch (error) {
    throw new UsageError(isMissing(error) ? `There is no file or folder '${path}'.` : `'${path}' cannot be read.`);
  }
}

async function filesBelow(path: string, location: string): Promise<{ path: string; location: string }[]> {
  let entries: Awaited<ReturnType<typeof entriesOf>>;
  try {
    entries = await entriesOf(location);
  } catch {
    throw new UsageError(`The folder '${path}' cannot be read.`);
  }
  const found: { path: string; location: string }[] = [];
  for (const entry of entries) {
    const inside = { path: withSlashes(join(path, entry.name)), location: join(location, entry.name) };
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) found.push(...(await filesBelow(inside.path, inside.location)));
    } else if (entry.name.endsWith('.sop') && (entry.isFile() || (await isFileBehindLink(inside.location)))) {
      found.push(inside);
    }
  }
  return found;
}

async function entriesOf(location: string) {
  const entries = await readdir(location, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** Links to folders are not followed: they could lead round in a circle. */
async function isFileBehindLink(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isFile();
  } catch {
    return false;
  }
}

async function read(path: string, location: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(location);
    if (size > largestFile) throw new UsageError(`'${path}' is larger than 16 MB. No procedure is that long.`);
    return await readFile(location);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`'${path}' cannot be read${isDenied(error) ? ': its permissions do not allow it' : ''}.`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
