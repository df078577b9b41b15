/** Hears of texts that change in an editor and files that change on disk, and has built what follows from it. */
import { type Disposable, Emitter, URI, UriUtils, type WorkspaceLock } from 'langium';
import type { DocumentUpdateHandler } from 'langium/lsp';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type FileEvent,
  type TextDocumentChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName } from '../rules/rule-config.js';
import type { SopSharedServices } from '../sop-module.js';
import type { SopDocumentBuilder } from './document-builder.js';
import { importersOf } from './import-graph.js';

export class SopDocumentUpdateHandler implements DocumentUpdateHandler {
  readonly #services: SopSharedServices;
  readonly #builder: SopDocumentBuilder;
  readonly #lock: WorkspaceLock;
  readonly #watched = new Emitter<DidChangeWatchedFilesParams>();

  constructor(services: SopSharedServices) {
    this.#services = services;
    this.#builder = services.workspace.DocumentBuilder;
    this.#lock = services.workspace.WorkspaceLock;
    let mayRegister = false;
    services.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      mayRegister = Boolean(capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration);
    });
    services.lsp.LanguageServer.onInitialized(() => {
      const connection = services.lsp.Connection;
      if (mayRegister && connection) watchFiles(connection);
    });
  }

  /** A text was opened, or changed. */
  didChangeContent({ document }: TextDocumentChangeEvent<TextDocument>): void {
    this.#update([URI.parse(document.uri)], []);
  }

  /** What is on disk counts again; a file of nobody's is forgotten. */
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    this.#isKept(uri).then(
      (kept) => this.#update(kept ? [uri] : [], kept ? [] : [uri]),
      (error: unknown) => console.error(error),
    );
  }

  didChangeWatchedFiles(params: DidChangeWatchedFilesParams): void {
    this.#watched.fire(params);
    const uris = (ours: (event: FileEvent) => boolean) => [...new Set(params.changes.filter(ours).map(({ uri }) => uri))];
    const deleted = uris(({ type, uri }) => type === FileChangeType.Deleted && mayHoldFiles(uri));
    // A text that is open in an editor is told by the editor.
    const changed = uris(({ type, uri }) => type !== FileChangeType.Deleted && mayHoldFiles(uri)).filter(
      (uri) => !this.#services.workspace.TextDocuments.get(uri),
    );
    if (changed.length > 0 || deleted.length > 0) this.#update(changed.map(parse), deleted.map(parse));
    if (params.changes.some(({ uri }) => UriUtils.basename(parse(uri)) === configFileName)) this.checkAgain();
  }

  /** The rules' settings changed. */
  checkAgain(): void {
    this.#write((token) => this.#builder.checkAgain(token));
  }

  onWatchedFilesChange(callback: (params: DidChangeWatchedFilesParams) => void): Disposable {
    return this.#watched.event(callback);
  }

  #update(changed: URI[], deleted: URI[]): void {
    this.#write((token) => this.#builder.update(changed, deleted, token));
  }

  #write(action: Parameters<WorkspaceLock['write']>[0]): void {
    this.#lock.write(action).catch((error: unknown) => console.error('Files could not be checked.', error));
  }

  async #isKept(uri: URI): Promise<boolean> {
    const { FileSystemProvider, LangiumDocuments, WorkspaceManager } = this.#services.workspace;
    const isImported = importersOf(new Set([uri.toString()]), LangiumDocuments).length > 0;
    if (!isImported && !WorkspaceManager.contains(uri)) return false;
    return FileSystemProvider.exists(uri);
  }
}

function parse(uri: string): URI {
  return URI.parse(uri);
}

/** Whether it is a file of ours, or could be a folder. */
function mayHoldFiles(uri: string): boolean {
  const name = UriUtils.basename(URI.parse(uri));
  return name.toLowerCase().endsWith('.sop') || !name.includes('.');
}

/** Folders too: an editor tells of a folder moved, but not of the files in it. */
function watchFiles(connection: Connection): void {
  const watchers = [{ globPattern: '**/*' }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
    console.error('Files on disk cannot be watched.', error);
  });
}
