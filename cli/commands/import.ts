/** `sop import`: a flowchart, a process or a spreadsheet of somebody else's as a procedure. */
import { importerFor, importers } from '../../language-server/start/all-importers.js';
import { ImportError } from '../../language-server/start/import-error.js';
import { decodeInput } from '../decode-input.js';
import { readInput } from '../input-files.js';
import { type Terminal, UsageError } from '../terminal.js';
import { writeNewFile } from '../write-new-file.js';

export interface ImportOptions {
  /** Undefined: by the file's name, else by what is in it. */
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly today: string | undefined;
}

/** Names of what can be imported. */
export const importFormats: readonly string[] = importers.map(({ format }) => format);

/** The exit code: 0, or 1 when the file cannot be understood: then nothing is written. */
export async function importFile(path: string, options: ImportOptions, terminal: Terminal): Promise<number> {
  const input = await readInput(path, terminal);
  const { text, problem } = decodeInput(input.bytes);
  if (problem) {
    terminal.complain(`${path}:${problem.range.start.line + 1}: ${problem.message}`);
    return 1;
  }
  const importer =
    options.format === undefined ? importerFor(path, text) : importers.find(({ format }) => format === options.format);
  if (!importer) {
    throw new UsageError(`It is not plain what '${path}' is. Say so with --format: ${importFormats.join(', ')}.`);
  }
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  try {
    const result = await importer.import(text, { fileName: path === '-' ? '' : path, today });
    await writeNewFile(options.output ?? '-', result, options.force, terminal);
    const open = result.match(/\/\/ todo/g)?.length ?? 0;
    terminal.complain(
      `Imported ${path === '-' ? 'the text' : path} as ${importer.title}. ${open === 0 ? 'Nothing is left open.' : `${open} '// todo' ${open === 1 ? 'says' : 'comments say'} what could not be known.`}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    terminal.complain(`${path}${error.line === null ? '' : `:${error.line}`}: ${error.message}`);
    return 1;
  }
}
