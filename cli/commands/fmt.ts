/** `sop fmt`: brings files into the one canonical layout, or tells which are not in it. */
import { writeFile } from 'node:fs/promises';
import { decodeInput } from '../decode-input.js';
import { readInputs } from '../input-files.js';
import { OpenFiles } from '../open-files.js';
import { type Terminal, UsageError } from '../terminal.js';

export interface FormatOptions {
  /** Write nothing, only tell. */
  readonly check: boolean;
}

/** The exit code: 0; 1 when a file cannot be formatted, or with `check` when one would be changed. */
export async function format(paths: readonly string[], { check }: FormatOptions, terminal: Terminal): Promise<number> {
  const inputs = await readInputs(paths, terminal);
  const files = new OpenFiles(terminal.folder, undefined);
  let changed = 0;
  let broken = 0;
  for (const input of inputs) {
    const { text, problem } = decodeInput(input.bytes);
    if (problem) {
      terminal.complain(`${input.path}:${problem.range.start.line + 1}: ${problem.message}`);
      broken++;
      continue;
    }
    const { formatted, fault } = files.format(input);
    if (fault !== null) {
      terminal.complain(`${input.path}:${fault.line + 1}: ${fault.message} It is left as it is.`);
      broken++;
    } else if (input.path === '-') {
      if (!check) await terminal.print(formatted);
      changed += formatted === text ? 0 : 1;
    } else if (formatted !== text) {
      changed++;
      await terminal.print(`${input.path}\n`);
      if (!check) await write(input.path, input.location, formatted, input.bytes);
    }
  }
  const of = `${inputs.length} ${inputs.length === 1 ? 'file' : 'files'}`;
  if (check && changed > 0) terminal.complain(`${changed} of ${of} would be changed. Run 'sop fmt' without --check.`);
  return broken > 0 || (check && changed > 0) ? 1 : 0;
}

async function write(path: string, location: string, text: string, before: Uint8Array): Promise<void> {
  const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? '\ufeff' : '';
  try {
    await writeFile(location, mark + text);
  } catch {
    throw new UsageError(`'${path}' cannot be written. May you write to it?`);
  }
}
