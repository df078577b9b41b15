/** What Langium's server does not do by itself: growing selections, linked editing of a name, imports that follow moved files. */
import { DocumentState, eagerLoad, type LangiumDocument, URI } from 'langium';
import { DefaultLanguageServer, type FileOperationHandler, type LangiumCoreAndPartialLSPServices } from 'langium/lsp';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type {
  DocumentRangesFormattingParams,
  FileOperationOptions,
  InitializeParams,
  InitializeResult,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
  RenameFilesParams,
  SelectionRangeParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { SopServices, SopSharedServices } from '../sop-module.js';
import { formatRanges } from './format/formatter.js';
import { refactoringKinds } from './refactor/refactorings.js';
import { importEdits } from './rename.js';
import { selectionRanges } from './selection-ranges.js';
import { elementAt, usagesOf } from './usages.js';

export class SopLanguageServer extends DefaultLanguageServer {
  /** All but what would only make the start slow: a second parser, for a completion that is not ours. */
  protected override eagerLoadServices(): void {
    eagerLoad(this.services);
    const languages: readonly LangiumCoreAndPartialLSPServices[] = this.services.ServiceRegistry.all;
    for (const { lsp, parser, references, validation } of languages) {
      for (const each of [lsp, parser.LangiumParser, references, validation]) eagerLoad(each);
    }
  }

  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params);
    return {
      ...result,
      capabilities: {
        ...result.capabilities,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll', ...refactoringKinds] },
        documentRangeFormattingProvider: { rangesSupport: true },
        selectionRangeProvider: true,
        linkedEditingRangeProvider: true,
      },
      serverInfo: { name: 'Escalation SOP' },
    };
  }
}

/** Registers the handlers of the requests that `SopLanguageServer` promises. */
export function serveExtraRequests(
  connection: Connection,
  { shared, sop }: { shared: SopSharedServices; sop: SopServices },
): void {
  const documentAt = async (address: string, cancelToken: CancellationToken): Promise<LangiumDocument | undefined> => {
    const uri = URI.parse(address);
    await shared.workspace.WorkspaceManager.ready;
    await shared.workspace.DocumentBuilder.waitUntil(DocumentState.Linked, uri, cancelToken);
    return shared.workspace.LangiumDocuments.getDocument(uri);
  };
  connection.onDocumentRangesFormatting(async ({ textDocument, ranges }: DocumentRangesFormattingParams, cancelToken) => {
    const document = await documentAt(textDocument.uri, cancelToken);
    return document ? formatRanges(document, ranges) : null;
  });
  connection.onSelectionRanges(async ({ textDocument, positions }: SelectionRangeParams, cancelToken) => {
    const document = await documentAt(textDocument.uri, cancelToken);
    return document ? selectionRanges(document, positions) : null;
  });
  connection.languages.onLinkedEditingRange(
    async (params: LinkedEditingRangeParams, cancelToken): Promise<LinkedEditingRanges | null> => {
      const document = await documentAt(params.textDocument.uri, cancelToken);
      return document ? linkedRanges(document, params, sop) : null;
    },
  );
}

/** A name and its uses in the file; nothing where others use it too, for they would be left behind. */
export function linkedRanges(
  document: LangiumDocument,
  params: LinkedEditingRangeParams,
  sop: SopServices,
): LinkedEditingRanges | null {
  const found = elementAt(document, document.textDocument.offsetAt(params.position), sop.references.References);
  if (!found) return null;
  const usages = usagesOf(found.node, sop.shared.workspace.LangiumDocuments, sop.references.ScopeProvider);
  if (usages.length === 0 || !usages.some((usage) => usage.declaration) || usages.some((usage) => usage.document !== document))
    return null;
  return { ranges: usages.map((usage) => usage.range), wordPattern: '[A-Za-z_][A-Za-z0-9_-]*' };
}

/** Files that move take their imports along, and those that import them follow. */
export class ImportsFollowFiles implements FileOperationHandler {
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: {
      filters: [{ pattern: { glob: '**/*.sop', matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }],
    },
  };
  readonly #services: SopSharedServices;

  constructor(services: SopSharedServices) {
    this.#services = services;
  }

  async willRenameFiles(params: RenameFilesParams): Promise<WorkspaceEdit> {
    return importEdits(this.#services.workspace.LangiumDocuments.all, params.files);
  }
}
