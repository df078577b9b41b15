/** The `sop` command. Everything it does is in `program.ts`; this file ties it to the process. */
import './node-20.js';
import { run } from './program.js';
import type { Terminal } from './terminal.js';

const terminal: Terminal = {
  folder: process.cwd(),
  standardInput: async () => {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.isBuffer(part) ? part : Buffer.from(part));
    return Buffer.concat(parts);
  },
  print: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    }),
  complain: (line) => process.stderr.write(`${line}\n`),
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  screen: process.stdout.isTTY === true && process.env.TERM !== 'dumb',
};

// Whoever reads the output may have read enough (`sop check . | head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), terminal);
