/**
 * `sop lsp --stdio` as another editor uses it: a session recorded from the messages that Neovim sends, played by a client
 * that is not ours (vscode-languageserver-protocol), against the bundled command in a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Location,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { neovimInitialize } from './neovim-initialize.js';

const bundle = mkdtempSync(join(tmpdir(), 'sop-stdio-'));
beforeAll(async () => {
  await build({
    entryPoints: ['language-server/server/main-node.ts'],
    outfile: join(bundle, 'server.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.sop': 'text' },
    logLevel: 'error',
  });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

let server: ChildProcess;
let connection: ProtocolConnection;
let folder: string;
let told: string;
const diagnostics = new Map<string, readonly Diagnostic[]>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sop-session-'));
  told = '';
  diagnostics.clear();
  const child = spawn(process.execPath, [join(bundle, 'server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  server = child;
  child.stderr.on('data', (data: Buffer) => {
    told += data.toString();
  });
  connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onNotification('textDocument/publishDiagnostics', (push: { uri: string; diagnostics: Diagnostic[] }) => {
    diagnostics.set(push.uri, push.diagnostics);
  });
  // Neovim answers these so.
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
});
afterEach(() => {
  connection.dispose();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = <T>(method: string, params?: object): Promise<T> => connection.sendRequest(method, params);
const tell = (method: string, params: object): Promise<void> => connection.sendNotification(method, params);
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();

/** A text in the editor: every change goes to the server as the editor sends it. */
class EditorText {
  readonly document: TextDocument;

  constructor(name: string, text: string) {
    this.document = TextDocument.create(uriOf(name), 'sop', 0, text);
  }

  async open(): Promise<void> {
    const { uri, version } = this.document;
    await tell('textDocument/didOpen', { textDocument: { uri, version, languageId: 'sop', text: this.document.getText() } });
  }

  /** Types at the end of what stands there, a key at a time. */
  async type(after: string, text: string): Promise<void> {
    for (const [i, key] of [...text].entries()) {
      const at = this.position(after, i);
      const change = { range: { start: at, end: at }, text: key };
      const version = this.document.version + 1;
      TextDocument.update(this.document, [change], version);
      await tell('textDocument/didChange', { textDocument: { uri: this.document.uri, version }, contentChanges: [change] });
    }
  }

  async apply(edits: readonly TextEdit[]): Promise<void> {
    const text = TextDocument.applyEdits(this.document, [...edits]);
    const version = this.document.version + 1;
    TextDocument.update(this.document, [{ text }], version);
    await tell('textDocument/didChange', { textDocument: { uri: this.document.uri, version }, contentChanges: [{ text }] });
  }

  position(after: string, further = 0) {
    return this.document.positionAt(this.document.getText().indexOf(after) + after.length + further);
  }

  at(after: string) {
    return { textDocument: { uri: this.document.uri }, position: this.position(after) };
  }
}

describe('a session of another editor', () => {
  it('goes from initialize to exit: open, type, complete, hover, go there, rename, fix, format, close', async () => {
    writeFileSync(join(folder, 'people.sop'), 'role csm "Success" { note "Owns the relationship" }\nrole lead\n');
    const initialized = await ask<InitializeResult>('initialize', neovimInitialize(pathToFileURL(folder).toString()));
    expect(initialized.serverInfo?.name).toBe('Escalation SOP');
    // Offered UTF-8 first; where nothing is said, UTF-16 counts.
    expect(initialized.capabilities.positionEncoding ?? 'utf-16').toBe('utf-16');
    await tell('initialized', {});

    const main = new EditorText(
      'main.sop',
      'import "./people.sop"\n\nlevel first "🙂 First" {\n  owner csm\n}\n\nresolution done {}\n',
    );
    await main.open();
    await main.type('owner csm\n', '  action "x" by ');
    const completion = await ask<CompletionList | CompletionItem[]>('textDocument/completion', {
      ...main.at('action "x" by '),
      context: { triggerKind: 1 },
    });
    const items = Array.isArray(completion) ? completion : completion.items;
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['csm', 'lead']));
    await main.type('action "x" by ', 'csm ->done\n');

    const hover = await ask<Hover>('textDocument/hover', main.at('action "x" by c'));
    expect(JSON.stringify(hover.contents)).toContain('Owns the relationship');
    const definition = await ask<Location[] | { targetUri: string }[]>('textDocument/definition', main.at('action "x" by c'));
    expect(JSON.stringify(definition)).toContain(uriOf('people.sop'));

    const renamed = await ask<WorkspaceEdit>('textDocument/rename', { ...main.at('resolution d'), newName: 'fixed' });
    await main.apply(renamed.changes?.[main.document.uri] ?? []);
    expect(main.document.getText()).toContain('->fixed');

    const options = { tabSize: 2, insertSpaces: true };
    const formatted = await ask<TextEdit[]>('textDocument/formatting', { textDocument: { uri: main.document.uri }, options });
    await main.apply(formatted);
    expect(main.document.getText()).toBe(
      'import "./people.sop"\n\nlevel first "🙂 First" {\n  owner csm\n  action "x" by csm -> fixed\n}\n\nresolution fixed {}\n',
    );

    await main.type('by cs', 'n');
    await expect
      .poll(() => diagnostics.get(main.document.uri)?.map(({ code }) => code), { timeout: 10_000 })
      .toContain('link/unknown');
    const wrong = diagnostics.get(main.document.uri)?.find(({ code }) => code === 'link/unknown');
    if (!wrong) throw new Error('Nothing is wrong.');
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: main.document.uri },
      range: wrong.range,
      context: { diagnostics: [wrong], triggerKind: 1 },
    });
    const fix = actions.find(({ title }) => title === "Change to 'csm'");
    await main.apply(fix?.edit?.changes?.[main.document.uri] ?? []);
    expect(main.document.getText()).toContain('by csm ->');

    await tell('textDocument/didClose', { textDocument: { uri: main.document.uri } });
    await ask('shutdown');
    await tell('exit', {});
    await expect.poll(() => server.exitCode, { timeout: 5000 }).toBe(0);
    expect(told).toBe('');
  });

  it('never lets an answer wait for the end of fast typing', async () => {
    await ask('initialize', neovimInitialize(pathToFileURL(folder).toString()));
    await tell('initialized', {});
    const main = new EditorText('main.sop', 'role csm\nlevel first {\n  owner csm\n}\n');
    await main.open();
    let typing = true;
    const keys = (async () => {
      for (let i = 0; typing && i < 2000; i++) {
        await main.type('level first {\n', i % 2 === 0 ? '// x' : '\n');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/references',
      'textDocument/prepareRename',
    ]) {
      const answer = ask(method, { ...main.at('role c'), context: { includeDeclaration: true, triggerKind: 1 } });
      await expect(Promise.race([answer, late(5000)])).resolves.not.toBe('late');
    }
    typing = false;
    await keys;
    expect(told).toBe('');
  });

  it('answers when the editor closes a file it has just asked about', async () => {
    await ask('initialize', neovimInitialize(pathToFileURL(folder).toString()));
    await tell('initialized', {});
    const never = new EditorText('never-saved.sop', 'role csm\n');
    await never.open();
    const symbols = ask('textDocument/documentSymbol', { textDocument: { uri: never.document.uri } }).catch(() => 'refused');
    const hover = ask('textDocument/hover', never.at('role c')).catch(() => 'refused');
    await tell('textDocument/didClose', { textDocument: { uri: never.document.uri } });
    await expect(Promise.race([Promise.all([symbols, hover]), late(5000)])).resolves.not.toBe('late');
    expect(told).toBe('');
  });
});

function late(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('late'), milliseconds));
}
