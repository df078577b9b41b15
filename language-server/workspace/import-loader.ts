/** Loads imported files, and remembers those that cannot be. */
import {
  type FileSystemProvider,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumDocumentFactory,
  type LangiumDocuments,
  type TextDocumentProvider,
  type URI,
  UriUtils,
} from 'langium';
import { nearestName } from '../../flow/nearest-name.js';
import { UnreadableFile, type UnreadableReason } from './unreadable-file.js';

/** Why an imported file is not there. */
export interface ImportProblem {
  readonly reason: UnreadableReason;
  /** Path, relative to the folder looked in, of a file with a similar name; undefined without one. */
  readonly similar: string | undefined;
}

interface Attempt extends ImportProblem {
  readonly at: number;
}

export class ImportLoader {
  readonly #files: FileSystemProvider;
  readonly #open: TextDocumentProvider | undefined;
  readonly #documents: () => LangiumDocuments;
  readonly #factory: () => LangiumDocumentFactory;
  readonly #failed = new Map<string, Attempt>();
  readonly #found = new Set<string>();

  constructor(
    files: FileSystemProvider,
    open: TextDocumentProvider | undefined,
    documents: () => LangiumDocuments,
    factory: () => LangiumDocumentFactory,
  ) {
    this.#files = files;
    this.#open = open;
    this.#documents = documents;
    this.#factory = factory;
  }

  /** Why the file at this address could not be loaded at the last attempt; undefined when it was, or never asked for. */
  problem(uri: URI): ImportProblem | undefined {
    return this.#failed.get(uri.toString());
  }

  /** Whether the file, loaded now, could not be loaded before; tells so once. */
  wasMissing(uri: URI): boolean {
    return this.#found.delete(uri.toString());
  }

  /** Forgets failures at and below this address, so that the next build tries again. */
  retry(uri: URI): void {
    const changed = uri.toString();
    for (const failed of this.#failed.keys()) {
      if (failed === changed || failed.startsWith(`${changed}/`)) this.#failed.delete(failed);
    }
  }

  /** Loads the files at these addresses; returns those that could be, parsed. */
  async load(uris: readonly URI[]): Promise<LangiumDocument[]> {
    const wanted = uris.filter((uri) => !this.#documents().hasDocument(uri) && this.#mayTry(uri));
    const loaded = await Promise.all(wanted.map((uri) => this.#loadOne(uri)));
    return loaded.filter((document) => document !== undefined);
  }

  /** A file that was not there is looked for again after a while: not every editor tells when files appear. */
  #mayTry(uri: URI): boolean {
    const attempt = this.#failed.get(uri.toString());
    return !attempt || Date.now() - attempt.at > retryAfter;
  }

  async #loadOne(uri: URI): Promise<LangiumDocument | undefined> {
    const key = uri.toString();
    try {
      if (UriUtils.extname(uri).toLowerCase() !== '.sop') throw new UnreadableFile('no-sop', uri.fsPath);
      const text = this.#open?.get(key)?.getText() ?? (await this.#files.readFile(uri));
      // Somebody else may have loaded it while we waited.
      const present = this.#documents().getDocument(uri);
      if (present) return undefined;
      const open = this.#open?.get(key);
      const document = open ? this.#factory().fromTextDocument(open, uri) : this.#factory().fromString(text, uri);
      this.#documents().addDocument(document);
      if (this.#failed.delete(key)) this.#found.add(key);
      return document;
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      await this.failed(uri, error);
      return undefined;
    }
  }

  /** Remembers that the file at this address could not be read, and why. */
  async failed(uri: URI, error: unknown): Promise<void> {
    this.#failed.set(uri.toString(), { ...(await this.#explain(uri, error)), at: Date.now() });
  }

  async #explain(uri: URI, error: unknown): Promise<ImportProblem> {
    let reason: UnreadableReason = 'missing';
    try {
      const entry = await this.#files.stat(uri);
      if (entry.isDirectory) reason = 'folder';
      else if (entry.isFile) reason = error instanceof UnreadableFile && error.reason !== 'missing' ? error.reason : 'unreadable';
    } catch {
      // Not there.
    }
    return { reason, similar: reason === 'missing' || reason === 'folder' ? await this.#similar(uri) : undefined };
  }

  async #similar(uri: URI): Promise<string | undefined> {
    try {
      const entries = await this.#files.readDirectory(UriUtils.dirname(uri));
      const names = entries.map((entry) => UriUtils.basename(entry.uri)).filter((name) => name.toLowerCase().endsWith('.sop'));
      const wanted = UriUtils.basename(uri);
      return names.find((name) => name === `${wanted}.sop`) ?? nearestName(wanted, names) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

const retryAfter = 2000;
