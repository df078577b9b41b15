/** The extension in a browser: the server runs in a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.js';

export function activate(context: ExtensionContext): void {
  activateWith(context, async (options) => {
    // Extensions may lie on another origin, from which no worker may start; a copy of the text may.
    const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js'));
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
    return new LanguageClient('sop', 'Escalation SOP', new Worker(address), options);
  });
}
