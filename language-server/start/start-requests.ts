/**
 * What editors ask to begin with something: `sop/templates` lists what there is, with what it means so that it can be drawn;
 * `sop/newProcedure` gives a text, from a template or from answers; `sop/import` one from a foreign form.
 */
import { EmptyFileSystem, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { Procedure } from '../../flow/procedure.js';
import { isDocument } from '../generated/ast.js';
import { createSopServices } from '../sop-module.js';
import { allTemplates, type Template } from '../templates/all-templates.js';
import { importerFor, importers } from './all-importers.js';
import { composeProcedure, type ProcedureAnswers } from './compose-procedure.js';
import { ImportError } from './import-error.js';
import { newFromTemplate, templateNamed } from './new-from-template.js';

export interface TemplateMessage extends Omit<Template, 'text'> {
  readonly procedure: Procedure;
}

export interface NewProcedureRequest {
  /** Name of a template; without one the answers count. */
  readonly template?: string;
  readonly answers?: ProcedureAnswers;
  /** ISO date; else the clock's. */
  readonly today?: string;
}

export interface ImportRequest {
  readonly fileName: string;
  readonly text: string;
  readonly format?: string;
  readonly today?: string;
}

/** A text, or what keeps it from being made; `line` counts from 1. */
export type TextMessage =
  | { readonly text: string }
  | { readonly problem: { readonly message: string; readonly line: number | null } };

export function serveStartRequests(connection: Connection): void {
  connection.onRequest('sop/templates', () => templateMessages());
  connection.onRequest<TextMessage, void>('sop/newProcedure', (asked: NewProcedureRequest) => newProcedure(asked));
  connection.onRequest<TextMessage, void>('sop/import', (asked: ImportRequest) => importText(asked));
}

let drawn: Promise<readonly TemplateMessage[]> | undefined;

/** Compiled at the first question, once. */
export function templateMessages(): Promise<readonly TemplateMessage[]> {
  drawn ??= compileTemplates();
  return drawn;
}

async function compileTemplates(): Promise<readonly TemplateMessage[]> {
  const { shared, sop } = createSopServices(EmptyFileSystem);
  const documents = allTemplates.map(({ name, text }) =>
    shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`sop-template:/${name}/${name}.sop`)),
  );
  for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build(documents, { validation: false });
  return allTemplates.flatMap(({ text: _text, ...about }, index) => {
    const file = documents[index]?.parseResult.value;
    return isDocument(file) ? [{ ...about, procedure: sop.compile.Procedures.of(file) }] : [];
  });
}

export async function newProcedure({ template, answers, today }: NewProcedureRequest): Promise<TextMessage> {
  const date = today ?? dateOfToday();
  if (template === undefined) return { text: await composeProcedure(answers ?? {}, date) };
  const found = templateNamed(template);
  return typeof found === 'string' ? { problem: { message: found, line: null } } : { text: newFromTemplate(found, date) };
}

export async function importText({ fileName, text, format, today }: ImportRequest): Promise<TextMessage> {
  const importer = format === undefined ? importerFor(fileName, text) : importers.find((each) => each.format === format);
  if (!importer) {
    const known = importers.map(({ title }) => title).join(', ');
    return { problem: { message: `It is not plain what '${fileName}' is. What can be imported: ${known}.`, line: null } };
  }
  try {
    return { text: await importer.import(text, { fileName, today: today ?? dateOfToday() }) };
  } catch (error) {
    if (error instanceof ImportError) return { problem: { message: error.message, line: error.line } };
    throw error;
  }
}

function dateOfToday(): string {
  return new Date().toISOString().slice(0, 10);
}
