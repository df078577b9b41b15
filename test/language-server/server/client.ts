/** A language client in the same process: what an editor would send, and what it would get, over a file system in memory. */
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { FindingsMessage, ProcedureMessage } from '../../../language-server/server/push.js';
import { startServer } from '../../../language-server/server/start-server.js';
import { MemoryFiles } from '../memory-files.js';
import { fileUri } from '../workspace-helper.js';

export class Client {
  readonly files = new MemoryFiles();
  readonly connection: ProtocolConnection;
  /** All pushes so far, in order. */
  readonly procedures: ProcedureMessage[] = [];
  readonly findings: FindingsMessage[] = [];
  /** The last diagnostics of each file. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** Names of the notifications, in the order they came. */
  readonly order: string[] = [];
  #version = 0;
  readonly #waiting = new Set<() => void>();

  constructor() {
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), this.files);
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification('sop/procedure', (push: ProcedureMessage) => {
      this.procedures.push(push);
      this.#heard('procedure');
    });
    this.connection.onNotification('sop/findings', (push: FindingsMessage) => {
      this.findings.push(push);
      this.#heard('findings');
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (push: { uri: string; diagnostics: Diagnostic[] }) => {
      this.diagnostics.set(push.uri, push.diagnostics);
      this.#heard('diagnostics');
    });
    // What an editor is asked at the start.
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.listen();
  }

  /** Starts the session in these folders (paths below the workspace's root; the root itself where not said). */
  async start(contents: Record<string, string | Uint8Array> = {}, folders: readonly string[] = ['']): Promise<void> {
    for (const [path, content] of Object.entries(contents)) this.write(path, content);
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: folders.map((path) => ({ uri: fileUri(path).toString().replace(/\/$/, ''), name: path })),
    });
    await this.connection.sendNotification('initialized', {});
  }

  write(path: string, content: string | Uint8Array): void {
    this.files.files.set(fileUri(path).toString(), content);
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri: uriOf(uri), languageId: 'sop', version: ++this.#version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text; returns its version. */
  async change(uri: string, text: string): Promise<number> {
    const textDocument = { uri: uriOf(uri), version: ++this.#version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    return this.#version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(uri) } });
  }

  /** Tells of files changed on disk: `{ 'people.sop': 'deleted' }`. */
  async watched(changes: Record<string, 'created' | 'changed' | 'deleted'>): Promise<void> {
    const types = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([path, kind]) => ({ uri: uriOf(path), type: types[kind] })),
    });
  }

  ask<T>(method: string, parameters: object): Promise<T> {
    return this.connection.sendRequest(method, parameters);
  }

  /** Waits until this holds; fails after four seconds. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error('It did not happen in four seconds.')), 4000);
      this.#waiting.add(look);
      look();
    });
  }

  /** Waits for diagnostics of this file with exactly these messages of this code. */
  async untilMessages(path: string, code: string, expected: readonly string[]): Promise<void> {
    const found = () => {
      const all = this.diagnostics.get(uriOf(path));
      return all?.filter((each) => each.code === code).map(({ message }) => message);
    };
    await this.until(() => JSON.stringify(found()) === JSON.stringify(expected)).catch(() => {
      throw new Error(`Expected ${JSON.stringify(expected)}, but there is ${JSON.stringify(found())}.`);
    });
  }

  stop(): void {
    this.connection.dispose();
  }

  #heard(what: string): void {
    this.order.push(what);
    for (const look of this.#waiting) look();
  }
}

/** A path below the workspace's root, or a whole address. */
function uriOf(uri: string): string {
  return /^[a-z-]+:/.test(uri) ? uri : fileUri(uri).toString();
}
