/**
 * Drives the server over LSP as no editor would: random edits, cuts, pastes of pieces of other files, requests out of order
 * and cancelled, files closed, imports deleted. An exception, an answer that is lost or takes more than two seconds, an
 * answer with impossible positions, or memory that grows, ends the run with what happened and the seed to repeat it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  createProtocolConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { randomEdit } from './edits.js';
import { Random } from './random.js';
import { faultOf, randomRequest } from './requests.js';

export interface FuzzOptions {
  /** The bundled server. */
  readonly server: string;
  readonly seed: number;
  readonly seconds: number;
  /** Files that the session begins with, by name. */
  readonly files: ReadonlyMap<string, string>;
}

export interface FuzzResult {
  readonly edits: number;
  readonly requests: number;
  readonly cancelled: number;
  /** Longest that the server worked until an answer came, milliseconds. */
  readonly slowest: number;
  readonly slowestMethod: string;
  /** Bytes, after 1,000 edits and at the end; null when the run was too short for either. */
  readonly heapEarly: number | null;
  readonly heapLate: number | null;
  readonly failures: readonly string[];
}

/** Milliseconds of the server's work after which an answer counts as late, and of waiting after which it counts as lost. */
const longestWait = 2000;
const lostAfter = 15_000;
const mostGrowth = 1.2;
/** Edits after which every text is put back as it was, so that files keep a size that people have. */
const editsPerRound = 100;

export async function fuzz({ server, seed, seconds, files }: FuzzOptions): Promise<FuzzResult> {
  const random = new Random(seed);
  const folder = mkdtempSync(join(tmpdir(), 'sop-fuzz-'));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const child = spawn(process.execPath, ['--expose-gc', server], { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const failures: string[] = [];
  const recent: string[] = [];
  const told = (what: string): void => {
    recent.push(what);
    if (recent.length > 12) recent.shift();
  };
  const fail = (what: string): void => {
    if (failures.length < 20) failures.push(`${what}\n    after: ${recent.join(' · ')}`);
  };
  child.stderr.on('data', (data: Buffer) => fail(`The server said: ${data.toString().slice(0, 2000)}`));
  let ended = false;
  child.on('exit', (code) => {
    if (!ended) fail(`The server ended with ${code}.`);
    ended = true;
  });
  connection.onError(([error]) => fail(`The connection broke: ${error.message}`));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    workspaceFolders: [{ uri: uriOf(''), name: 'fuzz' }],
  });
  await connection.sendNotification('initialized', {});

  const open = new Map<string, TextDocument>();
  let version = 0;
  let edits = 0;
  let requests = 0;
  let cancelled = 0;
  let slowest = 0;
  let slowestMethod = '';
  let inFlight = 0;
  const names = [...files.keys()];
  const originals = [...files.values()];

  const openFile = async (name: string): Promise<void> => {
    const document = TextDocument.create(uriOf(name), 'sop', ++version, files.get(name) ?? '');
    open.set(name, document);
    const textDocument = { uri: document.uri, languageId: 'sop', version, text: document.getText() };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
  };
  const closeFile = async (name: string): Promise<void> => {
    open.delete(name);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
  };
  const replaceAll = async (document: TextDocument, text: string): Promise<void> => {
    TextDocument.update(document, [{ text }], ++version);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ text }],
    });
  };
  const edit = async (document: TextDocument): Promise<void> => {
    const changes = [];
    for (let count = random.chance(0.1) ? 3 : 1; count > 0; count--) {
      const text = document.getText();
      const change = randomEdit(text, originals, random);
      const range = { start: document.positionAt(change.from), end: document.positionAt(change.to) };
      changes.push({ range, text: change.text });
      TextDocument.update(document, [{ range, text: change.text }], ++version);
      told(JSON.stringify(change).slice(0, 60));
      edits++;
    }
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges: changes,
    });
  };

  const ask = async (method: string, params: object, cancel: boolean): Promise<unknown> => {
    const source = new CancellationTokenSource();
    const start = performance.now();
    const worked = secondsWorked(child.pid);
    let late = false;
    const look = (): void => {
      // On a busy machine the server may simply not have had its turn: what counts is how long it worked.
      const waited = performance.now() - start;
      const work = (secondsWorked(child.pid) - worked) * 1000;
      if (waited > longestWait && (work > longestWait || waited > lostAfter)) {
        late = true;
        fail(`${method} had no answer after ${Math.round(waited)} ms, of which the server worked ${Math.round(work)}.`);
      } else timer = setTimeout(look, 500);
    };
    let timer = setTimeout(look, longestWait);
    inFlight++;
    requests++;
    try {
      const pending = connection.sendRequest(method, params, source.token);
      if (cancel) {
        cancelled++;
        setTimeout(() => source.cancel(), random.below(5));
      }
      const answer: unknown = await pending;
      const fault = faultOf(answer);
      if (fault) fail(`${method} answered what cannot be: ${fault}`);
      return answer;
    } catch (error) {
      // -32800 cancelled, -32801 changed meanwhile, -32802 cancelled by the server, -32803 refused with a reason.
      const fine = error instanceof ResponseError && [-32800, -32801, -32802, -32803].includes(error.code);
      if (!fine && !ended) fail(`${method} failed: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    } finally {
      clearTimeout(timer);
      inFlight--;
      const took = (secondsWorked(child.pid) - worked) * 1000;
      if (!late && took > slowest) {
        slowest = took;
        slowestMethod = method;
      }
    }
  };

  const settle = async (): Promise<void> => {
    for (const [name, text] of files) {
      writeFileSync(join(folder, name), text);
      const document = open.get(name);
      if (document) await replaceAll(document, text);
      else await openFile(name);
    }
    while (inFlight > 0 && !ended) await pause(10);
    for (const name of names) await ask('sop/procedure', { uri: uriOf(name) }, false);
    await ask('workspace/symbol', { query: '' }, false);
    await pause(300);
  };
  const heap = async (): Promise<number> => {
    await settle();
    return connection.sendRequest<number>('fuzz/heap');
  };

  let heapEarly: number | null = null;
  let nextRound = editsPerRound;
  const until = Date.now() + seconds * 1000;
  for (const name of names) await openFile(name);
  await settle();
  slowest = 0;
  while (Date.now() < until && failures.length === 0 && !ended) {
    if (heapEarly === null && edits >= 1000) heapEarly = await heap();
    const name = random.pick(names);
    const document = open.get(name);
    const dice = random.next();
    if (edits >= nextRound) {
      nextRound += editsPerRound;
      for (const [each, text] of files) {
        const present = open.get(each);
        if (present) await replaceAll(present, text);
      }
    } else if (!document) {
      if (random.chance(0.6)) await openFile(name);
      else void ask(...spread(randomRequest({ uri: uriOf(name), position: { line: 3, character: 5 } }, random)), false);
    } else if (dice < 0.7) {
      await edit(document);
    } else if (dice < 0.94) {
      const position =
        random.chance(0.05) && !document.getText().includes('\r')
          ? { line: random.below(2000), character: random.below(500) }
          : document.positionAt(random.below(document.getText().length + 1));
      void ask(...spread(randomRequest({ uri: document.uri, position }, random)), random.chance(0.15));
    } else if (dice < 0.96) {
      told(`close ${name}`);
      await closeFile(name);
    } else if (dice < 0.97) {
      await replaceAll(document, document.getText().replaceAll(/\r?\n/g, random.chance(0.5) ? '\r\n' : '\n'));
    } else {
      const type = 1 + random.below(3);
      const path = join(folder, name);
      if (type === 3) rmSync(path, { force: true });
      else writeFileSync(path, random.pick(originals));
      told(`${['created', 'changed', 'deleted'][type - 1]} ${name}`);
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
    }
    // Bursts, as people type, but never so many that waiting in line alone is slow.
    if (random.chance(0.3)) await pause(random.below(8));
    while (inFlight > 16 && !ended) await pause(2);
  }
  const heapLate = ended ? null : await heap();
  if (heapEarly !== null && heapLate !== null && edits >= 10_000 && heapLate > heapEarly * mostGrowth)
    fail(`Memory grew from ${heapEarly} bytes after 1,000 edits to ${heapLate} after ${edits}.`);
  ended = true;
  await Promise.race([connection.sendRequest('shutdown').then(() => connection.sendNotification('exit')), pause(2000)]);
  connection.dispose();
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  return { edits, requests, cancelled, slowest: Math.round(slowest), slowestMethod, heapEarly, heapLate, failures };
}

function spread({ method, params }: { method: string; params: object }): [string, object] {
  return [method, params];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Processor time that a process used so far. Where the system does not tell, the clock stands for it. */
function secondsWorked(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

/** The examples, and a file with every construct. */
export function startFiles(): Map<string, string> {
  const files = new Map(readdirSync('examples').map((name) => [name, readFileSync(join('examples', name), 'utf8')]));
  files.set('everything.sop', readFileSync('test/language-server/compile/everything.sop', 'utf8'));
  return files;
}
