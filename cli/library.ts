/** The npm package `escalation-sop`: checking, compiling and drawing a text, with what the command line runs on. */
import './node-20.js';
import { join, resolve } from 'node:path';
import { arrange } from '../diagram/arrange.js';
import { svgExporter } from '../diagram/export/svg.js';
import type { Procedure } from '../flow/procedure.js';
import { assetsBeside } from './export-assets.js';
import type { InputFile } from './input-files.js';
import type * as Library from './library-types.js';
import { type CheckedFiles, OpenFiles } from './open-files.js';

export class SopError extends Error implements Library.SopError {
  override readonly name = 'SopError';
}

export const check: typeof Library.check = async (text, options = {}) => {
  const { checked } = await read(text, options);
  return { version: 1, findings: checked.findings, files: checked.files.length };
};

export const compile: typeof Library.compile = async (text, options = {}) => {
  const { files, input } = await read(text, options);
  return procedureOf(files, input, options.variant);
};

export const render: typeof Library.render = async (text, options = {}) => {
  const { files, input, checked } = await read(text, options);
  const broken = checked.findings.find(({ code }) => code === 'syntax');
  if (broken) throw new SopError(`Line ${broken.range.start.line + 1}: ${broken.message}`);
  const procedure = procedureOf(files, input, options.variant);
  if (procedure.header === null) {
    throw new SopError("The text is a library: it has no 'sop' in it, so there is no procedure to draw.");
  }
  const svg = await svgExporter.export({
    procedure,
    drawing: async () => arrange(procedure),
    theme: options.theme ?? 'light',
    scale: 1,
    transparent: options.transparent ?? false,
    paper: 'fit',
    today: options.today ?? new Date().toISOString().slice(0, 10),
    assets: assetsBeside(import.meta.url),
  });
  return typeof svg === 'string' ? svg : new TextDecoder().decode(svg);
};

async function read(
  text: string,
  { path, today }: Library.TextOptions,
): Promise<{ files: OpenFiles; input: InputFile; checked: CheckedFiles }> {
  if (typeof text !== 'string') throw new TypeError('The text must be a string.');
  if (today !== undefined && !isDate(today)) throw new SopError(`'${today}' is no day. Write one such as 2026-11-23.`);
  const folder = process.cwd();
  const files = new OpenFiles(folder, today);
  const bytes = new TextEncoder().encode(text);
  // Without a path, a name that no file has: imports are looked for in the present folder.
  const input = { path: path ?? '-', location: path === undefined ? join(folder, '-') : resolve(folder, path), bytes };
  return { files, input, checked: await files.check([input]) };
}

function procedureOf(files: OpenFiles, input: InputFile, variant: string | undefined): Procedure {
  const procedure = files.procedureOf(input, variant);
  if (!procedure) throw new SopError('The text cannot be read.');
  if (variant !== undefined && procedure.variant !== variant) {
    const known = procedure.variants.length === 0 ? 'It has no variants.' : `It has: ${procedure.variants.join(', ')}.`;
    throw new SopError(`There is no variant '${variant}'. ${known}`);
  }
  return procedure;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
