/** A file system in memory: what tests of several files stand on. */
import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import { decodeText, UnreadableFile } from '../../language-server/workspace/unreadable-file.js';

export class MemoryFiles implements FileSystemProvider {
  /** Content by address; bytes stand for what is no text. */
  readonly files = new Map<string, string | Uint8Array>();
  /** Addresses read so far, in order. */
  readonly reads: string[] = [];

  async stat(uri: URI): Promise<FileSystemNode> {
    return this.statSync(uri);
  }

  statSync(uri: URI): FileSystemNode {
    const key = uri.toString();
    if (this.files.has(key)) return { isFile: true, isDirectory: false, uri };
    if ([...this.files.keys()].some((file) => file.startsWith(`${key}/`))) return { isFile: false, isDirectory: true, uri };
    throw new UnreadableFile('missing', uri.path);
  }

  async exists(uri: URI): Promise<boolean> {
    return this.files.has(uri.toString());
  }

  existsSync(uri: URI): boolean {
    return this.files.has(uri.toString());
  }

  async readFile(uri: URI): Promise<string> {
    return this.readFileSync(uri);
  }

  readFileSync(uri: URI): string {
    this.reads.push(uri.toString());
    const content = this.files.get(uri.toString());
    if (content === undefined) throw new UnreadableFile('missing', uri.path);
    return typeof content === 'string' ? content : decodeText(content, uri.path);
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return this.readBinarySync(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    const content = this.files.get(uri.toString());
    if (content === undefined) throw new UnreadableFile('missing', uri.path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return this.readDirectorySync(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    const folder = uri.toString().replace(/\/$/, '');
    const names = new Map<string, boolean>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${folder}/`)) continue;
      const [name, ...below] = file.slice(folder.length + 1).split('/');
      if (name) names.set(name, below.length > 0);
    }
    return [...names].map(([name, isDirectory]) => ({ isFile: !isDirectory, isDirectory, uri: URI.parse(`${folder}/${name}`) }));
  }
}
