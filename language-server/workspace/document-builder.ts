/**
 * Builds files so that a key pressed costs what the open files need and no more: these are parsed, linked and handed on
 * first, then checked; files that nobody looks at follow in the background. Only importers follow a change.
 */
import {
  type AstNode,
  type BuildOptions,
  Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  delayNextTick,
  interruptAndCheck,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  OperationCancelled,
  type URI,
} from 'langium';
import { BackgroundWork } from './background-work.js';
import type { SopDocumentFactory } from './document-factory.js';
import { importersOf, withImports } from './import-graph.js';
import type { ImportLoader } from './import-loader.js';

export class SopDocumentBuilder extends DefaultDocumentBuilder {
  readonly #imports: () => ImportLoader;
  readonly #factory: SopDocumentFactory;
  readonly #background = new BackgroundWork((document, token) => this.#buildUnseen(document, token));
  #found: Promise<void> = Promise.resolve();
  /** When the first of the changes came that are not linked yet, milliseconds; undefined when all are. */
  #behindSince: number | undefined;

  constructor(
    services: LangiumSharedCoreServices & { readonly workspace: { readonly LangiumDocumentFactory: SopDocumentFactory } },
    imports: () => ImportLoader,
  ) {
    super(services);
    this.#factory = services.workspace.LangiumDocumentFactory;
    this.#imports = imports;
    this.updateBuildOptions = { validation: true };
  }

  /** Files are being looked for until this resolves. */
  lookingFor(files: Promise<void>): void {
    this.#found = files;
  }

  /** Loads and checks these files when nothing else is to be done; those already loaded are left as they are. */
  later(uris: readonly URI[]): void {
    const unknown = uris.filter((uri) => !this.langiumDocuments.hasDocument(uri));
    this.#background.add(unknown.map((uri) => this.#documentAt(uri)));
  }

  /** Checks every loaded file again, though no text changed: what is checked may depend on settings. */
  async checkAgain(cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    for (const document of this.langiumDocuments.all) this.resetToState(document, DocumentState.IndexedReferences);
    await this.update([], [], cancelToken);
  }

  /** Resolves once every loaded file is checked. */
  allBuilt(): Promise<void> {
    return this.#background.done();
  }

  override async build<T extends AstNode>(
    documents: LangiumDocument<T>[],
    options: BuildOptions = {},
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    await this.#background.hold();
    try {
      await super.build(documents, options, cancelToken);
    } finally {
      this.#background.release();
    }
  }

  override async update(changed: URI[], deleted: URI[], cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    await this.#background.hold();
    try {
      await this.#update(changed, deleted, cancelToken);
    } finally {
      this.#background.release();
    }
  }

  async #update(changed: URI[], deleted: URI[], cancelToken: Cancellation.CancellationToken): Promise<void> {
    this.currentState = DocumentState.Changed;
    this.#behindSince ??= Date.now();
    for (const uri of [...changed, ...deleted]) this.#imports().retry(uri);
    const gone = this.#remove(deleted);
    // What is still open in an editor goes on, though its file is gone.
    const stillOpen = deleted.filter((uri) => this.langiumDocuments.hasDocument(uri));
    const changedUris = (await Promise.all(changed.map((uri) => this.findChangedUris(uri)))).flat().concat(stillOpen);
    for (const uri of changedUris) this.resetToState(this.#documentAt(uri), DocumentState.Changed);
    // An import that was not there may be there now, so deleted and new addresses count like changed ones.
    const addresses = new Set([...changedUris, ...deleted, ...gone].map(String));
    for (const importer of importersOf(addresses, this.langiumDocuments))
      this.resetToState(importer, DocumentState.ComputedScopes);
    await this.emitUpdate(changedUris, gone);

    const waiting = this.langiumDocuments.all.filter((document) => document.state < DocumentState.Validated).toArray();
    const seen = this.#seen(waiting, addresses);
    const seenSet = new Set(seen);
    this.#background.add(waiting.filter((document) => !seenSet.has(document)));
    // Only from here on may a newer change take over: all that has to be done again is marked as such. One that comes
    // after many others has to wait for its turn, or nothing would ever be shown to those who never stop typing.
    const mayBeTakenOver = Date.now() - this.#behindSince < longestBehind;
    if (mayBeTakenOver) {
      // The next message is read before anything is built: of many that wait only the newest is.
      await delayNextTick();
      await interruptAndCheck(cancelToken);
    }
    const added = await this.#linkSeen(seen, mayBeTakenOver ? cancelToken : Cancellation.CancellationToken.None);
    this.#background.add(added);
    this.#behindSince = undefined;
    await this.#check(seen, cancelToken);
  }

  /** Those that an editor shows, the changed ones first; all of them where there is no editor. */
  #seen(waiting: readonly LangiumDocument[], changed: ReadonlySet<string>): LangiumDocument[] {
    const open = waiting.filter((document) => this.#isOpen(document));
    const seen = open.length > 0 || this.langiumDocuments.all.some((document) => this.#isOpen(document)) ? open : waiting;
    const rank = (document: LangiumDocument) => (changed.has(document.uri.toString()) ? 0 : 1);
    return [...seen].sort((a, b) => rank(a) - rank(b));
  }

  #isOpen(document: LangiumDocument): boolean {
    return this.textDocuments?.get(document.uri) !== undefined;
  }

  #documentAt(uri: URI): LangiumDocument {
    const present = this.langiumDocuments.getDocument(uri);
    if (present) return present;
    // Parsed in the first phase of its build.
    const document = this.langiumDocumentFactory.fromModel({ $type: announced }, uri);
    document.state = DocumentState.Changed;
    this.langiumDocuments.addDocument(document);
    return document;
  }

  /** Forgets the documents at and below these addresses; returns the addresses of those forgotten. */
  #remove(deleted: readonly URI[]): URI[] {
    const gone: URI[] = [];
    for (const document of deleted.flatMap((uri) => this.langiumDocuments.getDocuments(uri))) {
      if (this.#isOpen(document)) continue;
      this.langiumDocuments.deleteDocument(document.uri);
      this.cleanUpDeleted(document);
      this.#background.remove(document);
      gone.push(document.uri);
    }
    return gone;
  }

  async #linkSeen(documents: LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<LangiumDocument[]> {
    for (const document of documents) this.#background.remove(document);
    this.prepareBuild(documents, this.updateBuildOptions);
    return this.#link(documents, cancelToken);
  }

  async #buildUnseen(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<void> {
    if (this.langiumDocuments.getDocument(document.uri) !== document || document.state >= DocumentState.Validated) return;
    this.prepareBuild([document], this.updateBuildOptions);
    this.#background.add(await this.#link([document], cancelToken));
    await this.#check([document], cancelToken);
  }

  /** For the command line and tests, which say which documents count: their imports are loaded, but not checked. */
  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    this.prepareBuild(documents, options);
    await this.#link(documents, cancelToken);
    await this.#check(documents, cancelToken);
  }

  /** Brings documents, with all they import, to the point where every reference is resolved; returns the files loaded for it. */
  async #link(documents: LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<LangiumDocument[]> {
    const added: LangiumDocument[] = [];
    // What is parsed may import more.
    for (let needed = new Set(documents), size = -1; needed.size > size; ) {
      size = needed.size;
      await this.#parse([...needed], cancelToken);
      const unloaded = new Map<string, URI>();
      withImports(documents, this.langiumDocuments, unloaded);
      added.push(...(await this.#imports().load([...unloaded.values()])));
      needed = withImports(documents, this.langiumDocuments);
    }
    this.#relinkImportersOf(added, documents);
    const present = documents.filter((document) => document.state >= DocumentState.Parsed);
    for (const phase of [DocumentState.IndexedContent, DocumentState.ComputedScopes]) {
      await this.runCancelable(present, phase, cancelToken, () => undefined);
    }
    const linked = present.filter((document) => this.shouldLink(document));
    await this.runCancelable(linked, DocumentState.Linked, cancelToken, (document) =>
      this.serviceRegistry.getServices(document.uri).references.Linker.link(document, cancelToken),
    );
    await this.runCancelable(linked, DocumentState.IndexedReferences, cancelToken, () => undefined);
    return added;
  }

  /** What was missing so far may have been missed by others, too. */
  #relinkImportersOf(added: readonly LangiumDocument[], documents: readonly LangiumDocument[]): void {
    const missed = added.filter((document) => this.#imports().wasMissing(document.uri));
    if (missed.length === 0) return;
    const importers = importersOf(new Set(missed.map(({ uri }) => uri.toString())), this.langiumDocuments);
    const others = importers.filter((each) => each.state >= DocumentState.Linked && !documents.includes(each));
    for (const each of others) this.resetToState(each, DocumentState.ComputedScopes);
    this.#background.add(others);
  }

  /** A file that was there and cannot be read any more is forgotten, and its importers say so. */
  async #parse(documents: readonly LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<void> {
    const readable = documents.filter((document) => document.state < DocumentState.Parsed);
    await this.runCancelable(readable, DocumentState.Parsed, cancelToken, async (document) => {
      try {
        await this.#factory.update(document, cancelToken);
      } catch (error) {
        if (error === OperationCancelled || this.#isOpen(document)) throw error;
        await this.#imports().failed(document.uri, error);
        this.langiumDocuments.deleteDocument(document.uri);
        this.cleanUpDeleted(document);
      }
    });
  }

  async #check(documents: LangiumDocument[], cancelToken: Cancellation.CancellationToken): Promise<void> {
    const present = documents.filter((document) => document.state >= DocumentState.IndexedReferences);
    const checked = present.filter((document) => this.shouldValidate(document));
    for (const document of present) if (!checked.includes(document)) this.markAsCompleted(document);
    await this.runCancelable(checked, DocumentState.Validated, cancelToken, async (document) => {
      await this.validate(document, cancelToken);
      this.markAsCompleted(document);
    });
  }

  /**
   * Waits until the document has come this far with the text its editor has now, or a later one. `Changed` asks for no
   * more than a document that was read once: its newest text is linked if that does not take long.
   */
  protected override awaitDocumentState(
    state: DocumentState,
    uri: URI,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<URI> {
    if (!this.langiumDocuments.hasDocument(uri) && !this.textDocuments?.get(uri)) {
      return super.awaitDocumentState(state, uri, cancelToken);
    }
    return (state === DocumentState.Changed ? this.#soon(uri, cancelToken) : this.#reached(state, uri, cancelToken)).then(
      () => uri,
    );
  }

  /** For what looks at all files: waits until each has been read, and those in editors are linked. */
  protected override async awaitBuilderState(_state: DocumentState, cancelToken: Cancellation.CancellationToken): Promise<void> {
    const open = this.langiumDocuments.all.filter((document) => this.#isOpen(document)).toArray();
    await Promise.all(open.map(({ uri }) => this.#reached(DocumentState.Linked, uri, cancelToken)));
    await this.#found;
    const allRead = () => this.langiumDocuments.all.every(wasRead);
    await this.#waitFor(DocumentState.Parsed, allRead, cancelToken);
  }

  #reached(state: DocumentState, uri: URI, cancelToken: Cancellation.CancellationToken): Promise<void> {
    const asked = this.textDocuments?.get(uri);
    const version = asked?.version ?? 0;
    return this.#waitFor(
      state,
      () => {
        const document = this.langiumDocuments.getDocument(uri);
        const open = this.textDocuments?.get(uri);
        // Closed and forgotten meanwhile.
        if (!document) return open === undefined;
        if (document.state < state) return false;
        return open && open === asked ? this.#factory.versionOf(document) >= version : this.#factory.isNewest(document);
      },
      cancelToken,
    );
  }

  async #soon(uri: URI, cancelToken: Cancellation.CancellationToken): Promise<void> {
    const source = new Cancellation.CancellationTokenSource();
    const both = cancelToken.onCancellationRequested(() => source.cancel());
    const timer = setTimeout(() => source.cancel(), longestForNewest);
    try {
      await this.#reached(DocumentState.Linked, uri, source.token);
    } catch (error) {
      if (!isOperationCancelled(error) || cancelToken.isCancellationRequested) throw error;
      const document = this.langiumDocuments.getDocument(uri);
      if (!document || !wasRead(document)) await this.#reached(DocumentState.Parsed, uri, cancelToken);
    } finally {
      clearTimeout(timer);
      both.dispose();
    }
  }

  #waitFor(state: DocumentState, isThere: () => boolean, cancelToken: Cancellation.CancellationToken): Promise<void> {
    if (isThere()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        for (const listener of listeners) listener.dispose();
      };
      const look = () => {
        if (!isThere()) return;
        stop();
        resolve();
      };
      const listeners = [
        this.onDocumentPhase(state, look),
        // A file that is forgotten comes into no state any more.
        this.onUpdate(look),
        cancelToken.onCancellationRequested(() => {
          stop();
          reject(OperationCancelled);
        }),
      ];
    });
  }
}

/** Milliseconds that changes may take over from one another before one is seen through. */
const longestBehind = 150;
/** Milliseconds that an answer may wait for the newest text to be linked, where one from the text before will do. */
const longestForNewest = 50;

/** Type of the root of a document that was only announced so far, and has no text. */
const announced = 'INVALID';

function wasRead(document: LangiumDocument): boolean {
  return document.parseResult.value.$type !== announced;
}
