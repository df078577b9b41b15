/** The server on any connection: the same on Node and in a browser worker, which only differ in how files are read. */
import { DocumentState, type FileSystemProvider } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { serveExtraRequests } from '../features/sop-language-server.js';
import { createSopServices, type SopServices } from '../sop-module.js';
import { serveStartRequests } from '../start/start-requests.js';
import { guardedConnection } from './guarded-connection.js';
import { pushResults } from './push.js';

/** Starts serving; returns at once. */
export function startServer(connection: Connection, files: FileSystemProvider): void {
  const guarded = guardedConnection(connection);
  const services = createSopServices({ connection: guarded, fileSystemProvider: () => files });
  pushResults(guarded, services);
  followSettings(services);
  followFolders(guarded, services);
  serveExtraRequests(guarded, services);
  serveStartRequests(guarded);
  // What looks at one file only must not wait for the others, nor for the rules.
  const linked = DocumentState.Linked;
  startLanguageServer(services.shared, {
    CodeActionProvider: linked,
    CodeLensProvider: linked,
    // Reads the newest text by itself.
    CompletionProvider: DocumentState.Changed,
    DocumentHighlightProvider: linked,
    DocumentLinkProvider: linked,
    ImplementationProvider: linked,
    InlayHintProvider: linked,
    SemanticTokenProvider: linked,
    SignatureHelp: linked,
  });
}

/** `sop.rules` of the editor's settings: they go before those of `sop.config.json`. `sop.today`: the day that counts as today. */
function followSettings({ shared, sop }: { shared: SopServices['shared']; sop: SopServices }): void {
  const { ConfigurationProvider } = shared.workspace;
  const read = async () => {
    sop.rules.RuleSettings.setEditorLevels(await ConfigurationProvider.getConfiguration('sop', 'rules'));
    const today: unknown = await ConfigurationProvider.getConfiguration('sop', 'today');
    if (isDate(today)) sop.rules.RuleSettings.setToday(today);
  };
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions: options }) => {
    const today: unknown = typeof options === 'object' && options !== null && 'today' in options ? options.today : undefined;
    if (isDate(today)) sop.rules.RuleSettings.setToday(today);
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    ConfigurationProvider.ready.then(read).catch((error: unknown) => console.error('Settings could not be read.', error));
  });
  ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
    if (section !== 'sop') return;
    read()
      .then(() => shared.lsp.DocumentUpdateHandler.checkAgain())
      .catch((error: unknown) => console.error('Settings could not be read.', error));
  });
}

function followFolders(connection: Connection, { shared }: { shared: SopServices['shared'] }): void {
  let mayChange = false;
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    mayChange = Boolean(capabilities.workspace?.workspaceFolders);
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    if (!mayChange) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      shared.workspace.WorkspaceManager.changeFolders(added, removed),
    );
  });
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
