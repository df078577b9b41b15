/** A file system in memory: what a test needs of one. Paths are absolute (`/work/people.sop`). */
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';

export class MemoryFiles implements FileSystemProvider {
  #files: ReadonlyMap<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
  }

  /** From now on there are these files and no others. */
  hold(files: Readonly<Record<string, string>>): void {
    this.#files = new Map(Object.entries(files));
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    return this.statSync(uri);
  }

  statSync(uri: URI): FileSystemNode {
    if (!this.existsSync(uri)) throw new Error(`There is no file ${uri.path}.`);
    const isFile = this.#files.has(uri.path);
    return { uri, isFile, isDirectory: !isFile };
  }

  async exists(uri: URI): Promise<boolean> {
    return this.existsSync(uri);
  }

  existsSync(uri: URI): boolean {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return this.#files.has(uri.path) || [...this.#files.keys()].some((path) => path.startsWith(folder));
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return this.readBinarySync(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    return new TextEncoder().encode(this.readFileSync(uri));
  }

  async readFile(uri: URI): Promise<string> {
    return this.readFileSync(uri);
  }

  readFileSync(uri: URI): string {
    const text = this.#files.get(uri.path);
    if (text === undefined) throw new Error(`There is no file ${uri.path}.`);
    return text;
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return this.readDirectorySync(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const names = new Set<string>();
    for (const path of this.#files.keys()) {
      const name = path.startsWith(folder) ? path.slice(folder.length).split('/')[0] : undefined;
      if (name) names.add(name);
    }
    return [...names].map((name) => this.statSync(uri.with({ path: `${folder}${name}` })));
  }
}
