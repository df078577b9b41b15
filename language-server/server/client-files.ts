/**
 * Files of the workspace where the server runs in a browser worker, which has none of its own: it asks the client.
 * Requests, server to client: `sop/readFile` `{ uri }` → text or null, `sop/stat` `{ uri }` → `{ uri, isFile, isDirectory }`
 * or null, `sop/readDirectory` `{ uri }` → a list of such entries.
 */
import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { largestFile, UnreadableFile } from '../workspace/unreadable-file.js';

interface Entry {
  readonly uri: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

export class ClientFiles implements FileSystemProvider {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @throws `UnreadableFile` */
  async stat(uri: URI): Promise<FileSystemNode> {
    const entry = await this.#connection.sendRequest<Entry | null>('sop/stat', { uri: uri.toString() });
    if (!entry) throw new UnreadableFile('missing', uri.path);
    return toNode(entry);
  }

  async exists(uri: URI): Promise<boolean> {
    return (await this.#connection.sendRequest<Entry | null>('sop/stat', { uri: uri.toString() })) !== null;
  }

  /** @throws `UnreadableFile` */
  async readFile(uri: URI): Promise<string> {
    const text = await this.#connection.sendRequest<string | null>('sop/readFile', { uri: uri.toString() });
    if (text === null) throw new UnreadableFile('missing', uri.path);
    if (text.length > largestFile) throw new UnreadableFile('too-large', uri.path);
    return text;
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.readFile(uri));
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return (await this.#connection.sendRequest<Entry[]>('sop/readDirectory', { uri: uri.toString() })).map(toNode);
  }

  statSync(uri: URI): FileSystemNode {
    throw notAtOnce(uri);
  }

  existsSync(uri: URI): boolean {
    throw notAtOnce(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    throw notAtOnce(uri);
  }

  readFileSync(uri: URI): string {
    throw notAtOnce(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    throw notAtOnce(uri);
  }
}

function toNode({ uri, isFile, isDirectory }: Entry): FileSystemNode {
  return { uri: URI.parse(uri), isFile, isDirectory };
}

function notAtOnce(uri: URI): Error {
  return new Error(`In a browser, files can only be asked for: ${uri.path}`);
}
