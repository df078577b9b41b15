/** The extension where VS Code runs on Node: the server is a process of its own on VS Code's own Node. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.js';

export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const run = { run: server, debug: { ...server, options: { execArgv: ['--inspect=6009'] } } };
  activateWith(context, async (options) => new LanguageClient('sop', 'Escalation SOP', run, options));
}
