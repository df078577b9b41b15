/** Files that a page fetches by their addresses: what a `.sop` file on a web server imports lies beside it. */
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';

export class FetchedFiles implements FileSystemProvider {
  /** @throws where there is no such file. */
  async readFile(uri: URI): Promise<string> {
    // The address as it was written: encoded once, by those who wrote it.
    const answer = await fetch(uri.toString(true));
    if (!answer.ok) throw new Error(`${uri.toString(true)} answers ${answer.status}.`);
    return answer.text();
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.readFile(uri));
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    await this.readFile(uri);
    return { uri, isFile: true, isDirectory: false };
  }

  async exists(uri: URI): Promise<boolean> {
    return this.stat(uri).then(
      () => true,
      () => false,
    );
  }

  async readDirectory(): Promise<FileSystemNode[]> {
    return [];
  }

  statSync(uri: URI): FileSystemNode {
    throw notAtOnce(uri);
  }

  existsSync(uri: URI): boolean {
    throw notAtOnce(uri);
  }

  readFileSync(uri: URI): string {
    throw notAtOnce(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    throw notAtOnce(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    throw notAtOnce(uri);
  }
}

function notAtOnce(uri: URI): Error {
  return new Error(`In a page, files can only be fetched: ${uri.path}`);
}
