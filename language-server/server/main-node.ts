/** The server as a process of Node: over VS Code's channel (`--node-ipc`), a socket, or standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NodeFiles } from '../workspace/node-files.js';
import { startServer } from './start-server.js';

// Standard output belongs to the protocol, so nothing else may write there.
console.log = console.error;
console.info = console.error;
console.debug = console.error;

process.on('uncaughtException', (error) => console.error('Something went wrong; the server goes on.', error));
process.on('unhandledRejection', (error) => console.error('Something went wrong; the server goes on.', error));

const channels = ['--node-ipc', '--stdio', '--socket', '--pipe'];
const hasChannel = process.argv.some((argument) => channels.some((channel) => argument.startsWith(channel)));
const connection = hasChannel
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

startServer(connection, new NodeFiles());
