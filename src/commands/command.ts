/** What a command is: its id as in package.json, and what it does. One file each; `all-commands.ts` lists them. */
import type { Uri } from 'vscode';
import type { PreviewManager } from '../preview/preview-manager.js';
import type { ServerConnection } from '../server/server-connection.js';

export interface Command {
  readonly id: string;
  readonly run: (services: Services, given: readonly unknown[]) => unknown;
}

export interface Services {
  readonly previews: PreviewManager;
  readonly server: Promise<ServerConnection>;
  /** Where the extension's own files lie. */
  readonly extensionUri: Uri;
}
