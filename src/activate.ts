/** What both hosts have in common: the server's client, the previews, the commands and the views, put together once. */
import { commands, type ExtensionContext, l10n, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { allCommands } from './commands/all-commands.js';
import { registerHealthView } from './health/health-view.js';
import { registerLibraryDocuments } from './library-documents.js';
import { openOnStart } from './open-on-start.js';
import { PreviewManager } from './preview/preview-manager.js';
import { clientOptions } from './server/client-options.js';
import { CrashPolicy } from './server/crash-policy.js';
import { answerFileRequests } from './server/file-requests.js';
import { ServerConnection } from './server/server-connection.js';
import { registerDropImport } from './start/drop-import.js';
import { registerEmptyFileLenses } from './start/empty-file-lenses.js';
import { registerStatusItem } from './status-item.js';

/** `create` makes the client of this host; nothing waits for it: previews and commands are there at once. */
export function activateWith(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => Promise<BaseLanguageClient>,
): void {
  const output = window.createOutputChannel('Escalation SOP', { log: true });
  context.subscriptions.push(output);
  const policy = new CrashPolicy((comesBack) => {
    void server.then((connection) => {
      connection.ended(comesBack);
      if (!comesBack) void sayItStopped(connection);
    });
  });
  const server = create(clientOptions(output, policy)).then((client) => {
    const connection = new ServerConnection(client);
    answerFileRequests(client);
    context.subscriptions.push({ dispose: () => void client.dispose() });
    client.start().catch((error: unknown) => {
      output.error(String(error));
      connection.ended(false);
    });
    return connection;
  });
  const previews = new PreviewManager(context.extensionUri, server, output);
  context.subscriptions.push(
    previews,
    ...allCommands.map(({ id, run }) =>
      commands.registerCommand(id, (...given: unknown[]) => run({ previews, server, extensionUri: context.extensionUri }, given)),
    ),
    registerLibraryDocuments(server),
    registerStatusItem(),
    registerHealthView(server),
    registerEmptyFileLenses(),
    registerDropImport(server),
  );
  void commands.executeCommand('setContext', 'sop.hasFiles', true);
  void openOnStart(previews);
}

async function sayItStopped(connection: ServerConnection): Promise<void> {
  const again = l10n.t('Start Again');
  const chosen = await window.showErrorMessage(
    l10n.t('The SOP language server ended five times within three minutes and stays off. The picture shows the last state.'),
    again,
  );
  if (chosen === again) await connection.restart();
}
