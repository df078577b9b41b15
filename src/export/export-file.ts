/** Saves what a preview shows in another form: asks where to, lets the page make it, writes it. */
import { commands, env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { ExportFormat, ExportOptions } from '../preview-messages.js';
import { chosenFormat, chosenOptions, extensions } from './export-formats.js';

/** What is exported from: a preview. */
export interface ExportSource {
  readonly uri: Uri;
  readonly variant: string | null;
  /** Kept with null when it was called off. @throws where it cannot be made, saying why. */
  make(format: ExportFormat, options: ExportOptions, watch: ExportWatch): Promise<string | Uint8Array | null>;
}

export interface ExportWatch {
  /** 0 to 1. */
  readonly progress: (share: number) => void;
  readonly onCancel: (listener: () => void) => void;
}

/** `format` undefined: the reader chooses. */
export async function exportFile(source: ExportSource, format: ExportFormat | undefined, theme: 'light' | 'dark'): Promise<void> {
  const chosen = format ?? (await chosenFormat());
  const options = chosen && (await chosenOptions(chosen, theme));
  const target = options && (await window.showSaveDialog({ defaultUri: proposed(source, chosen), saveLabel: l10n.t('Export') }));
  if (!target) return;
  const name = target.path.split('/').at(-1) ?? target.path;
  try {
    const written = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Exporting {0}', name), cancellable: true },
      async (progress, cancel) => {
        let done = 0;
        const content = await source.make(chosen, options, {
          progress: (share) => {
            progress.report({ increment: (share - done) * 100 });
            done = share;
          },
          onCancel: (listener) => cancel.onCancellationRequested(listener),
        });
        if (content === null || cancel.isCancellationRequested) return false;
        await workspace.fs.writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : bytesOf(content));
        return true;
      },
    );
    if (written) await offerToOpen(target, name);
  } catch (error) {
    void window.showErrorMessage(
      l10n.t('{0} was not exported. {1}', name, error instanceof Error ? error.message : String(error)),
    );
  }
}

/** A message may bring bytes as a plain object of them. */
function bytesOf(content: Uint8Array): Uint8Array {
  return content instanceof Uint8Array ? content : Uint8Array.from(Object.values(content));
}

async function offerToOpen(target: Uri, name: string): Promise<void> {
  const open = l10n.t('Open');
  if ((await window.showInformationMessage(l10n.t('{0} was exported.', name), open)) !== open) return;
  // A page or a PDF is for other programs; in a browser's editor there are none.
  if (/\.(html|pdf)$/.test(target.path) && (await env.openExternal(target))) return;
  await commands.executeCommand('vscode.open', target);
}

/** Beside the file, with its name and its variant's. */
function proposed({ uri, variant }: ExportSource, format: ExportFormat): Uri {
  const name = (uri.path.split('/').at(-1) ?? 'procedure').replace(/\.sop$/i, '');
  const file = `${[name, ...(variant === null ? [] : [variant])].join('.')}.${extensions[format]}`;
  if (uri.scheme === 'untitled') {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    return folder ? Uri.joinPath(folder, file) : Uri.file(`/${file}`);
  }
  return Uri.joinPath(uri, '..', file);
}
