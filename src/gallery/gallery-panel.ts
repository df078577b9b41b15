/** The template gallery: a page with a card for each template; choosing one opens it as a new file. */
import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { FromGallery, ToGallery } from '../gallery-messages.js';
import type { PreviewManager } from '../preview/preview-manager.js';
import type { ServerConnection } from '../server/server-connection.js';
import { openNew } from '../start/open-new.js';
import { galleryPage } from './gallery-page.js';

let shown: { readonly panel: WebviewPanel; target: Uri | undefined } | undefined;

/** Shows the gallery, the one that is open where there is one. `target`: an empty file to write into. */
export function showGallery(
  extensionUri: Uri,
  target: Uri | undefined,
  previews: PreviewManager,
  server: Promise<ServerConnection>,
): void {
  if (shown) {
    shown.target = target;
    shown.panel.reveal();
    return;
  }
  const panel = window.createWebviewPanel('sop.gallery', l10n.t('SOP Templates'), ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
  });
  const gallery = { panel, target };
  shown = gallery;
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
    dark: Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
  };
  const post = (message: ToGallery) => panel.webview.postMessage(message);
  const listeners: Disposable[] = [
    panel.webview.onDidReceiveMessage(async (message: FromGallery) => {
      switch (message.type) {
        case 'ready': {
          const templates = await (await server).templates();
          await post(templates ? { type: 'templates', templates } : { type: 'nothing' });
          return;
        }
        case 'choose': {
          const made = await (await server).newProcedure({ template: message.name });
          if (!made || 'problem' in made) {
            void window.showErrorMessage(made?.problem.message ?? l10n.t('The language server did not answer.'));
            return;
          }
          panel.dispose();
          await openNew(made.text, gallery.target, previews);
          return;
        }
        case 'questions':
          await commands.executeCommand('sop.newProcedure', gallery.target);
          return;
        case 'import':
          await commands.executeCommand('sop.import');
      }
    }),
    panel.onDidDispose(() => {
      shown = undefined;
      for (const listener of listeners) listener.dispose();
    }),
  ];
  panel.webview.html = galleryPage(panel.webview, extensionUri);
}
