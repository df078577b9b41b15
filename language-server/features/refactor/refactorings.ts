/** The refactorings as code actions: only those that are asked for, with edits that leave the text formatted. */
import { type LangiumDocument, URI } from 'langium';
import type {
  CodeAction,
  CodeActionParams,
  CreateFile,
  InitializeParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { isDocument } from '../../generated/ast.js';
import type { SopServices } from '../../sop-module.js';
import { allRefactorings } from './all-refactorings.js';
import type { Change, RefactoringPlace } from './refactoring.js';
import { formattedEdits, formattedText } from './rewrite.js';

/** What editors may ask for by name. */
export const refactoringKinds: readonly string[] = [...new Set(allRefactorings.map(({ kind }) => kind))];

export class Refactorings {
  readonly #services: SopServices;
  /** Whether the editor can make files as part of a change. */
  #makesFiles = false;

  constructor(services: SopServices) {
    this.#services = services;
    services.shared.lsp.LanguageServer?.onInitialize?.(({ capabilities }: InitializeParams) => {
      const edit = capabilities.workspace?.workspaceEdit;
      this.#makesFiles = edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true;
    });
  }

  /** `source` ones only where they are asked for by name: they are about the whole file. */
  offers(document: LangiumDocument, { context, range }: CodeActionParams): CodeAction[] {
    const root = document.parseResult.value;
    if (!isDocument(root) || !root.$cstNode || document.uri.scheme === 'sop-library') return [];
    const place: RefactoringPlace = {
      document,
      root,
      text: document.textDocument.getText(),
      from: document.textDocument.offsetAt(range.start),
      to: document.textDocument.offsetAt(range.end),
      services: this.#services,
    };
    return allRefactorings
      .filter(({ kind }) => isAsked(kind, context.only))
      .flatMap(({ kind, offers }) =>
        offers(place)
          .filter((change) => !change.created || this.#makesFiles)
          .map((change) => ({ title: change.title, kind, edit: this.#edit(document, change) })),
      );
  }

  #edit(document: LangiumDocument, change: Change): WorkspaceEdit {
    const { LangiumDocuments } = this.#services.shared.workspace;
    const changes: Record<string, TextEdit[]> = {
      [document.uri.toString()]: formattedEdits(document, change.edits, this.#services),
    };
    for (const [uri, edits] of Object.entries(change.others ?? {})) {
      const other = LangiumDocuments.getDocument(URI.parse(uri));
      if (other) changes[uri] = formattedEdits(other, edits, this.#services);
    }
    if (!change.created) return { changes };
    const created = Object.entries(change.created).flatMap(([uri, text]): [CreateFile, TextDocumentEdit] => {
      const top = { line: 0, character: 0 };
      const newText = formattedText(text, document, this.#services);
      return [
        { kind: 'create', uri },
        { textDocument: { uri, version: null }, edits: [{ range: { start: top, end: top }, newText }] },
      ];
    });
    const edited = Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
    return { documentChanges: [...created, ...edited] };
  }
}

function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  if (!only) return kind.startsWith('refactor');
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
