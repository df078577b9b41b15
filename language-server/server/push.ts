/**
 * What the server tells without being asked: `sop/procedure` `{ uri, version, procedure, complete }` as soon as an open
 * file is linked, before the rules run, and `sop/findings` `{ uri, version, findings }` once they have run. Asked, it
 * answers `sop/procedure` `{ uri, variant? }` with the same, or null, and `sop/library` `{ uri }` with the library's text.
 */
import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Procedure, Range } from '../../flow/procedure.js';
import { isDocument } from '../generated/ast.js';
import { isLibrary, libraryText } from '../library/standard-library.js';
import { findingDataOf, levelOf } from '../rules/diagnostics.js';
import type { Related, RuleLevel } from '../rules/rule.js';
import type { SopServices } from '../sop-module.js';
import { UnreadableFile } from '../workspace/unreadable-file.js';
import { StaleProcedures } from './stale-procedures.js';

export interface ProcedureMessage {
  readonly uri: string;
  /** Of the text it was made from; 0 for a file that is not open. */
  readonly version: number;
  readonly procedure: Procedure;
  readonly complete: boolean;
}

export interface FindingsMessage {
  readonly uri: string;
  readonly version: number;
  readonly findings: readonly FindingMessage[];
}

export interface FindingMessage {
  readonly uri: string;
  readonly code: string;
  readonly level: RuleLevel;
  readonly message: string;
  readonly range: Range;
  readonly element?: string;
  readonly related: readonly Related[];
}

export function pushResults(connection: Connection, { shared, sop }: { shared: SopServices['shared']; sop: SopServices }): void {
  const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments, TextDocuments } = shared.workspace;
  const stale = new StaleProcedures(sop.compile.Procedures);

  const message = (document: LangiumDocument, variant?: string): ProcedureMessage | null => {
    const shown = stale.show(document, variant);
    return shown ? { uri: document.uri.toString(), version: LangiumDocumentFactory.versionOf(document), ...shown } : null;
  };

  DocumentBuilder.onDocumentPhase(DocumentState.Linked, async (document) => {
    if (!TextDocuments.get(document.uri) || isLibrary(document.uri)) return;
    try {
      const push = message(document);
      // Waited for, since nothing leaves while the rules are busy.
      if (push) await connection.sendNotification('sop/procedure', push);
    } catch (error) {
      console.error(`${document.uri} could not be shown.`, error);
    }
  });

  DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    if (!TextDocuments.get(document.uri) || isLibrary(document.uri)) return;
    const uri = document.uri.toString();
    const findings = (document.diagnostics ?? []).map((diagnostic) => toMessage(diagnostic, uri));
    const push: FindingsMessage = { uri, version: LangiumDocumentFactory.versionOf(document), findings };
    connection.sendNotification('sop/findings', push).catch((error: unknown) => console.error(`${uri} was not told.`, error));
  });

  TextDocuments.onDidClose(({ document }) => stale.forget(URI.parse(document.uri).toString()));

  connection.onRequest('sop/procedure', async (asked: { uri: string; variant?: string }, cancelToken) => {
    const uri = URI.parse(asked.uri);
    if (!LangiumDocuments.hasDocument(uri) && !TextDocuments.get(uri)) {
      try {
        await DocumentBuilder.build([await LangiumDocuments.getOrCreateDocument(uri)], { validation: false });
      } catch (error) {
        if (error instanceof UnreadableFile) return null;
        throw error;
      }
    }
    await DocumentBuilder.waitUntil(DocumentState.Linked, uri, cancelToken);
    const document = LangiumDocuments.getDocument(uri);
    return document && isDocument(document.parseResult.value) ? message(document, asked.variant) : null;
  });

  connection.onRequest('sop/library', ({ uri }: { uri: string }) => libraryText(uri) ?? null);
}

function toMessage(diagnostic: Diagnostic, uri: string): FindingMessage {
  const element = findingDataOf(diagnostic)?.element;
  return {
    uri,
    code: String(diagnostic.code ?? ''),
    level: levelOf(diagnostic.severity),
    message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
    range: diagnostic.range,
    ...(element !== undefined && { element }),
    related: (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
      message,
      uri: location.uri,
      range: location.range,
    })),
  };
}
