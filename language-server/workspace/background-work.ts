/** Documents nobody looks at, checked one by one while nothing else is to be done. */
import { Cancellation, isOperationCancelled, type LangiumDocument } from 'langium';

type Build = (document: LangiumDocument, cancelToken: Cancellation.CancellationToken) => Promise<void>;

export class BackgroundWork {
  readonly #build: Build;
  readonly #queue = new Set<LangiumDocument>();
  readonly #whenDone: (() => void)[] = [];
  #holds = 0;
  #running: { readonly source: Cancellation.CancellationTokenSource; readonly stopped: Promise<void> } | undefined;

  constructor(build: Build) {
    this.#build = build;
  }

  add(documents: Iterable<LangiumDocument>): void {
    for (const document of documents) this.#queue.add(document);
    this.#start();
  }

  remove(document: LangiumDocument): void {
    this.#queue.delete(document);
  }

  /** Resolves once nothing waits any more. */
  done(): Promise<void> {
    if (this.#queue.size === 0 && this.#holds === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenDone.push(resolve));
  }

  /** Stops as soon as it can, until `release` is called as often as this. */
  async hold(): Promise<void> {
    this.#holds++;
    this.#running?.source.cancel();
    await this.#running?.stopped;
  }

  release(): void {
    this.#holds--;
    this.#start();
  }

  #start(): void {
    if (this.#running || this.#holds > 0) return;
    if (this.#queue.size === 0) {
      for (const resolve of this.#whenDone.splice(0)) resolve();
      return;
    }
    const source = new Cancellation.CancellationTokenSource();
    const stopped = this.#work(source.token).finally(() => {
      this.#running = undefined;
      this.#start();
    });
    this.#running = { source, stopped };
  }

  async #work(cancelToken: Cancellation.CancellationToken): Promise<void> {
    for (const document of this.#queue) {
      await nextTurn();
      if (cancelToken.isCancellationRequested) return;
      try {
        await this.#build(document, cancelToken);
      } catch (error) {
        if (isOperationCancelled(error)) return;
        console.error(`${document.uri} could not be checked.`, error);
      }
      this.#queue.delete(document);
    }
  }
}

/** Lets requests and changes that came in meanwhile go first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // A browser has no `setImmediate`.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
