/** Exports that a page is at work on: what it says of them, by their number. */

import { l10n } from 'vscode';
import type { Procedure } from '../../flow/procedure.js';
import type { ExportFormat, ExportOptions, FromPage, ToPage } from '../preview-messages.js';
import type { ExportWatch } from './export-file.js';

interface Job {
  readonly watch: ExportWatch;
  readonly done: (content: string | Uint8Array | null) => void;
  readonly failed: (error: Error) => void;
}

export class ExportJobs {
  readonly #post: (message: ToPage) => void;
  readonly #jobs = new Map<number, Job>();
  #last = 0;

  constructor(post: (message: ToPage) => void) {
    this.#post = post;
  }

  /** Kept when the page has made it. */
  start(
    format: ExportFormat,
    options: ExportOptions,
    variants: readonly Procedure[],
    watch: ExportWatch,
  ): Promise<string | Uint8Array | null> {
    const id = ++this.#last;
    watch.onCancel(() => {
      this.#post({ type: 'cancel-export', id });
      this.#end(id)?.done(null);
    });
    return new Promise((done, failed) => {
      this.#jobs.set(id, { watch, done, failed });
      this.#post({ type: 'export', id, format, options, variants });
    });
  }

  take(message: FromPage): void {
    if (message.type === 'export-progress') this.#jobs.get(message.id)?.watch.progress(message.share);
    if (message.type === 'exported') this.#end(message.id)?.done(message.content);
    if (message.type === 'export-failed') this.#end(message.id)?.failed(new Error(message.message));
  }

  /** The page is gone. */
  dispose(): void {
    for (const id of [...this.#jobs.keys()]) this.#end(id)?.failed(new Error(l10n.t('The preview was closed.')));
  }

  #end(id: number): Job | undefined {
    const job = this.#jobs.get(id);
    this.#jobs.delete(id);
    return job;
  }
}
