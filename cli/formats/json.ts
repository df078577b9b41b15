/** `--format json`: for programs. Positions are LSP's, zero-based. */
import type { CheckFormat } from './check-format.js';

export const json: CheckFormat = {
  name: 'json',
  print: ({ files, findings }) => `${JSON.stringify({ version: 1, findings, files: files.length }, null, 2)}\n`,
};
