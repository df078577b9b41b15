/** `sop check`: tells what is wrong in files and folders. */

import type { RuleLevel } from '../../language-server/rules/rule.js';
import { checkFormats } from '../formats/all-check-formats.js';
import { isAtLeast } from '../formats/check-format.js';
import { readInputs } from '../input-files.js';
import { OpenFiles } from '../open-files.js';
import { type Terminal, UsageError } from '../terminal.js';

export interface CheckOptions {
  readonly format: string;
  readonly failOn: RuleLevel;
  readonly today: string | undefined;
}

/** The exit code: 0, or 1 with a finding at `failOn` or above. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const format = checkFormats.find(({ name }) => name === options.format);
  if (!format) throw new UsageError(`There is no format '${options.format}'.`);
  const inputs = await readInputs(paths, terminal);
  const checked = await new OpenFiles(terminal.folder, options.today).check(inputs);
  await terminal.print(format.print(checked, { colours: terminal.colours, failOn: options.failOn }));
  return checked.findings.some(({ level }) => isAtLeast(level, options.failOn)) ? 1 : 0;
}
