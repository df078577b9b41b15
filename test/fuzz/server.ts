/** The server of the fuzz run: the one that is shipped, and one request more that says how much memory it holds. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../../language-server/server/start-server.js';
import { NodeFiles } from '../../language-server/workspace/node-files.js';

// Standard output belongs to the protocol; whatever is written elsewhere fails the run.
console.log = console.error;
console.info = console.error;
console.debug = console.error;
process.on('uncaughtException', (error) => console.error('uncaught', error));
process.on('unhandledRejection', (error) => console.error('unhandled', error));

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
connection.onRequest('fuzz/heap', () => {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
});
startServer(connection, new NodeFiles());
