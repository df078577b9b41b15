/** Files on disk, where the server or the command runs on Node. Texts must be UTF-8; what fails says how. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';
import { decodeText, largestFile, UnreadableFile } from './unreadable-file.js';

interface Status {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

export class NodeFiles implements FileSystemProvider {
  async stat(uri: URI): Promise<FileSystemNode> {
    return toNode(uri, await stat(uri.fsPath));
  }

  statSync(uri: URI): FileSystemNode {
    return toNode(uri, statSync(uri.fsPath));
  }

  async exists(uri: URI): Promise<boolean> {
    return this.existsSync(uri);
  }

  existsSync(uri: URI): boolean {
    return uri.scheme === 'file' && existsSync(uri.fsPath);
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    try {
      checkReadable(uri, await stat(uri.fsPath));
      return await readFile(uri.fsPath);
    } catch (error) {
      throw unreadable(uri, error);
    }
  }

  readBinarySync(uri: URI): Uint8Array {
    try {
      checkReadable(uri, statSync(uri.fsPath));
      return readFileSync(uri.fsPath);
    } catch (error) {
      throw unreadable(uri, error);
    }
  }

  /** @throws `UnreadableFile` */
  async readFile(uri: URI): Promise<string> {
    return decodeText(await this.readBinary(uri), uri.fsPath);
  }

  /** @throws `UnreadableFile` */
  readFileSync(uri: URI): string {
    return decodeText(this.readBinarySync(uri), uri.fsPath);
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    const entries = await readdir(uri.fsPath, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry) => {
        const child = UriUtils.joinPath(uri, entry.name);
        return entry.isSymbolicLink() ? followed(child) : toNode(child, entry);
      }),
    );
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    return readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => toNode(UriUtils.joinPath(uri, entry.name), entry));
  }
}

/** A link counts as the file it leads to; a linked folder is left out, since it may lead back to where it stands. */
async function followed(uri: URI): Promise<FileSystemNode> {
  try {
    return { uri, isFile: (await stat(uri.fsPath)).isFile(), isDirectory: false };
  } catch {
    return { uri, isFile: false, isDirectory: false };
  }
}

function toNode(uri: URI, status: Pick<Status, 'isFile' | 'isDirectory'>): FileSystemNode {
  return { uri, isFile: status.isFile(), isDirectory: status.isDirectory() };
}

function checkReadable(uri: URI, status: Status): void {
  if (status.isDirectory()) throw new UnreadableFile('folder', uri.fsPath);
  // Pipes and devices may never end.
  if (!status.isFile()) throw new UnreadableFile('unreadable', uri.fsPath);
  if (status.size > largestFile) throw new UnreadableFile('too-large', uri.fsPath);
}

function unreadable(uri: URI, error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new UnreadableFile(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', uri.fsPath);
}
