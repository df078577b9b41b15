/** A language client that measures: starts the bundled server as a process and speaks to it as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export class MeasuringClient {
  readonly connection: ProtocolConnection;
  readonly #child: ChildProcess;
  readonly #texts = new Map<string, TextDocument>();
  readonly #heard = new Map<string, { version: number; at: number }>();
  readonly #diagnosed = new Map<string, readonly Diagnostic[]>();
  readonly #waiting = new Set<() => void>();

  /** `server` is a bundle that speaks over standard input and output. */
  constructor(server: string) {
    this.#child = spawn(process.execPath, ['--expose-gc', server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#child;
    if (!stdin || !stdout) throw new Error('The server has no streams.');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('sop/procedure', ({ uri, version }: { uri: string; version: number }) =>
      this.#hear(`procedure ${uri}`, version),
    );
    this.connection.onNotification('sop/findings', ({ uri, version }: { uri: string; version: number }) =>
      this.#hear(`findings ${uri}`, version),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#diagnosed.set(uri, diagnostics);
        this.#hear(`diagnostics ${uri}`, Number.POSITIVE_INFINITY);
      },
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.listen();
  }

  async start(folder: string | null): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      initializationOptions: { today: '2026-11-23' },
      workspaceFolders: folder === null ? null : [{ uri: `file://${folder}`, name: 'bench' }],
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string): Promise<void> {
    this.#texts.set(uri, TextDocument.create(uri, 'sop', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'sop', version: 1, text },
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    this.#texts.delete(uri);
    for (const what of ['procedure', 'findings', 'diagnostics']) this.#heard.delete(`${what} ${uri}`);
  }

  textOf(uri: string): TextDocument {
    const text = this.#texts.get(uri);
    if (!text) throw new Error(`${uri} is not open.`);
    return text;
  }

  /** Sends what changed as an editor would, the changed stretch only; returns the new version. */
  async change(uri: string, text: string): Promise<number> {
    const document = this.textOf(uri);
    const was = document.getText();
    let start = 0;
    while (start < was.length && was[start] === text[start]) start++;
    let end = 0;
    while (end < was.length - start && end < text.length - start && was.at(-1 - end) === text.at(-1 - end)) end++;
    const range = { start: document.positionAt(start), end: document.positionAt(was.length - end) };
    const contentChanges = [{ range, text: text.slice(start, text.length - end) }];
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  /** When this was heard of the text of this version or a later one, as `performance.now()`. */
  async when(what: 'procedure' | 'findings' | 'diagnostics', uri: string, version = 1): Promise<number> {
    const key = `${what} ${uri}`;
    await this.until(() => (this.#heard.get(key)?.version ?? -1) >= version);
    return this.#heard.get(key)?.at ?? Number.NaN;
  }

  /** Files that were diagnosed at least once. */
  get diagnosed(): number {
    return this.#diagnosed.size;
  }

  diagnosticsOf(uri: string): readonly Diagnostic[] {
    return this.#diagnosed.get(uri) ?? [];
  }

  until(holds: () => boolean, longest = 60_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error(`It did not happen in ${longest / 1000} seconds.`)), longest);
      this.#waiting.add(look);
      look();
    });
  }

  /** Milliseconds until the answer. */
  async ask(method: string, parameters: object): Promise<number> {
    const start = performance.now();
    await this.connection.sendRequest(method, parameters);
    return performance.now() - start;
  }

  /** Memory of the whole process in megabytes; null where the system does not tell. */
  get memory(): number | null {
    try {
      const kilobytes = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    } catch {
      return null;
    }
  }

  stop(): void {
    this.connection.dispose();
    this.#child.kill();
  }

  #hear(key: string, version: number): void {
    this.#heard.set(key, { version, at: performance.now() });
    for (const look of this.#waiting) look();
  }
}
