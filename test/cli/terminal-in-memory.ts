/** A terminal for tests: a folder of its own with files in it, and what was printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../cli/program.js';

export interface Result {
  readonly exitCode: number;
  readonly printed: string;
  readonly complaints: readonly string[];
  /** The folder it ran in. */
  readonly folder: string;
}

/** Runs a command line in a folder with these files; the folder goes when the test ends. */
export async function sop(
  line: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  input: string | Uint8Array = '',
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.git'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const printed: string[] = [];
  const complaints: string[] = [];
  const exitCode = await run(line, {
    folder,
    standardInput: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : input),
    print: async (text) => {
      printed.push(typeof text === 'string' ? text : `${text.byteLength} bytes`);
    },
    complain: (complaint) => complaints.push(complaint),
    colours: false,
  });
  return { exitCode, printed: printed.join(''), complaints, folder };
}
