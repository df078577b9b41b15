/** `sop export` and `sop render`: the procedure, or one of its variants, in another form. */
import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { arrange } from '../../diagram/arrange.js';
import { allExporters } from '../../diagram/export/all-exporters.js';
import { ExportError, type Exporter, type ExportInput } from '../../diagram/export/exporter.js';
import { swimlanesOf } from '../../diagram/views/swimlanes.js';
import { nearestName } from '../../flow/nearest-name.js';
import type { Procedure } from '../../flow/procedure.js';
import { assetsBeside } from '../export-assets.js';
import { type InputFile, readInput } from '../input-files.js';
import { OpenFiles } from '../open-files.js';
import { type Terminal, UsageError } from '../terminal.js';

export interface ExportOptions {
  /** Undefined: the one that the output's name ends with. */
  readonly format: string | undefined;
  /** A file to write; undefined or `-`: standard output. */
  readonly output: string | undefined;
  readonly variant: string | undefined;
  readonly view: ExportInput['view'];
  readonly theme: ExportInput['theme'];
  readonly scale: number;
  readonly transparent: boolean;
  readonly paper: ExportInput['paper'];
  readonly today: string | undefined;
}

/** Names of all formats. */
export const exportFormats: readonly string[] = allExporters.map(({ format }) => format);

/** The exit code: 0, or 1 when the file has syntax errors, which would make the result wrong. */
export async function exportFile(path: string, options: ExportOptions, terminal: Terminal): Promise<number> {
  const exporter = exporterFor(options);
  const input = await readInput(path, terminal);
  const files = new OpenFiles(terminal.folder, options.today);
  refuseTableAsPicture(options.view, exporter);
  const broken = await firstSyntaxError(files, input);
  if (broken !== null) {
    terminal.complain(broken);
    return 1;
  }
  const procedure = await procedureOf(files, input, options.variant);
  if (procedure.header === null && exporter.format !== 'procedure') {
    throw new UsageError(`'${path}' is a library: it has no 'sop' in it, so there is no procedure to export.`);
  }
  const request: ExportInput = {
    procedure,
    variants: async () => allVariants(files, input, procedure),
    ...(options.view ? { view: options.view } : {}),
    drawing: async () => (options.view === 'swimlanes' ? swimlanesOf(procedure) : arrange(procedure)),
    theme: options.theme,
    scale: options.scale,
    transparent: options.transparent,
    paper: options.paper,
    today: options.today ?? new Date().toISOString().slice(0, 10),
    assets: assetsBeside(import.meta.url),
  };
  const result = await exporter.export(request).catch((error: unknown) => {
    throw error instanceof ExportError ? new UsageError(error.message) : error;
  });
  await write(result, options.output, terminal);
  return 0;
}

function exporterFor({ format, output }: ExportOptions): Exporter {
  const extension = extname(output ?? '')
    .slice(1)
    .toLowerCase();
  const found =
    format === undefined
      ? allExporters.find((exporter) => exporter.format === (extension || 'svg') || exporter.extension === (extension || 'svg'))
      : allExporters.find((exporter) => exporter.format === format);
  if (found) return found;
  const known = exportFormats.join(', ');
  if (format !== undefined) throw new UsageError(`There is no format '${format}'. There are: ${known}.`);
  throw new UsageError(
    extension === ''
      ? `Say which format with --format. There are: ${known}.`
      : `There is no format for '.${extension}' files. There are: ${known}.`,
  );
}

function refuseTableAsPicture(view: ExportInput['view'], { format }: Exporter): void {
  if (view !== 'responsibilities' && view !== 'communication') return;
  if (['svg', 'png', 'pdf', 'drawing'].includes(format))
    throw new UsageError(
      `The view '${view}' is a table: it can be written as csv, and is in html. Pictures are of flow or swimlanes.`,
    );
}

async function firstSyntaxError(files: OpenFiles, input: InputFile): Promise<string | null> {
  const { findings } = await files.check([input]);
  const [first, ...others] = findings.filter(({ code }) => code === 'syntax');
  if (!first) return null;
  const place = `${first.file}:${first.range.start.line + 1}:${first.range.start.character + 1}`;
  const more = others.length === 0 ? '' : ` (and ${others.length} more, see 'sop check')`;
  return `${place}: ${first.message}${more}`;
}

async function procedureOf(files: OpenFiles, input: InputFile, variant: string | undefined): Promise<Procedure> {
  const procedure = files.procedureOf(input, variant);
  if (!procedure) throw new UsageError(`'${input.path}' cannot be read.`);
  if (variant !== undefined && procedure.variant !== variant) {
    const names = procedure.variants;
    const nearest = nearestName(variant, names);
    const wayOut =
      nearest !== null
        ? `Did you mean '${nearest}'?`
        : names.length === 0
          ? 'It has no variants.'
          : `It has: ${names.join(', ')}.`;
    throw new UsageError(`'${input.path}' has no variant '${variant}'. ${wayOut}`);
  }
  return procedure;
}

/** The procedure itself, then its variants. */
function allVariants(files: OpenFiles, input: InputFile, { variants }: Procedure): Procedure[] {
  return [undefined, ...variants].flatMap((variant) => files.procedureOf(input, variant) ?? []);
}

async function write(result: string | Uint8Array, output: string | undefined, terminal: Terminal): Promise<void> {
  if (output === undefined || output === '-') {
    await terminal.print(result);
    return;
  }
  try {
    await writeFile(resolve(terminal.folder, output), result);
  } catch {
    throw new UsageError(`'${output}' cannot be written. Is its folder there, and may you write to it?`);
  }
}
