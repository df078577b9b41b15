/** Exports from the page: loads the exporters when they are first needed, runs one, and tells the extension how it goes. */
import type { Drawing } from '../diagram/drawing.js';
import type { Procedure } from '../flow/procedure.js';
import type { ExportOptions, ToPage } from '../src/preview-messages.js';
import type { RunExport } from './export-contract.js';
import { post } from './host.js';

export interface Shown {
  readonly procedure: Procedure;
  readonly drawing: () => Drawing;
}

/** Where this very script comes from; asked at once, because later there is no current script. */
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
const folder = own ? own.src.slice(0, own.src.lastIndexOf('/')) : '';
const nonce = own?.nonce ?? '';

export class Exporting {
  readonly #shown: () => Shown | null;
  readonly #cancelled = new Set<number>();
  #loading: Promise<RunExport> | null = null;

  constructor(shown: () => Shown | null) {
    this.#shown = shown;
  }

  async make({ id, format, options, variants }: ToPage & { readonly type: 'export' }): Promise<void> {
    try {
      const shown = this.#shown();
      if (!shown) throw new Error('There is no picture yet.');
      const run = await this.#load();
      const content = await run({
        ...shown,
        format,
        options,
        variants,
        folder,
        cancelled: () => this.#cancelled.has(id),
        progress: (share) => post({ type: 'export-progress', id, share }),
      });
      post({ type: 'exported', id, content });
    } catch (error) {
      post({ type: 'export-failed', id, message: error instanceof Error ? error.message : String(error) });
    }
    this.#cancelled.delete(id);
  }

  cancel(id: number): void {
    this.#cancelled.add(id);
  }

  /** Puts the picture as it is shown into the clipboard. */
  async copy(format: 'svg' | 'png'): Promise<void> {
    try {
      const shown = this.#shown();
      if (!shown) return;
      const run = await this.#load();
      const options: ExportOptions = { theme: themeOf(document.body), scale: 2, transparent: false, paper: 'fit', today: '' };
      const rest = { folder, variants: [], options, cancelled: () => false, progress: () => undefined };
      const content = await run({ ...shown, ...rest, format });
      if (typeof content === 'string') await navigator.clipboard.writeText(content);
      else if (content)
        await navigator.clipboard.write([
          new ClipboardItem({ 'image/png': new Blob([Uint8Array.from(content)], { type: 'image/png' }) }),
        ]);
      post({ type: 'copied', format });
    } catch (error) {
      post({ type: 'trouble', message: `Copying failed: ${String(error)}`, show: true });
    }
  }

  #load(): Promise<RunExport> {
    this.#loading ??= new Promise<RunExport>((resolve, reject) => {
      const failed = (): void => {
        this.#loading = null;
        reject(new Error('The exporters could not be loaded. Reload the window and try again.'));
      };
      const script = document.createElement('script');
      script.nonce = nonce;
      script.src = `${folder}/exports.js`;
      script.addEventListener('error', failed);
      script.addEventListener('load', () => (window.runSopExport ? resolve(window.runSopExport) : failed()));
      document.head.append(script);
    });
    return this.#loading;
  }
}

/** The theme of a file that looks like the editor. */
export function themeOf({ classList }: HTMLElement): 'light' | 'dark' {
  const dark = classList.contains('vscode-dark') || classList.contains('vscode-high-contrast');
  return dark && !classList.contains('vscode-high-contrast-light') ? 'dark' : 'light';
}
