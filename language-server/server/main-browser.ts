/** The server as a web worker of the browser; the files of the workspace come through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { ClientFiles } from './client-files.js';
import { startServer } from './start-server.js';

// The compiler knows this file's global as a window, since page and worker share one set of types.
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, new ClientFiles(connection));
