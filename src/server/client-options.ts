/** How the language client works on every host: which documents it tells the server of, and what else the server hears. */
import { type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';

/** Earlier versions of a file and the standard library are shown, but they are not files of the workspace. */
const notOurs = new Set(['git', 'gitfs', 'sop-library', 'vscode-scm', 'review', 'pr', 'timeline-diff']);

export function clientOptions(output: LogOutputChannel, errorHandler: ErrorHandler): LanguageClientOptions {
  const ours = (document: TextDocument) => !notOurs.has(document.uri.scheme);
  return {
    documentSelector: [{ language: 'sop' }],
    outputChannel: output,
    errorHandler,
    synchronize: {
      configurationSection: 'sop',
      fileEvents: [workspace.createFileSystemWatcher('**/*.sop'), workspace.createFileSystemWatcher('**/sop.config.json')],
    },
    middleware: {
      didOpen: async (document, next) => (ours(document) ? next(document) : undefined),
      didChange: async (event, next) => (ours(event.document) ? next(event) : undefined),
      didClose: async (document, next) => (ours(document) ? next(document) : undefined),
      didSave: async (document, next) => (ours(document) ? next(document) : undefined),
    },
  };
}
