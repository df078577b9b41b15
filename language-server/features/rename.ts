/** Rename of names, across files; says why where a thing has no name of yours, or the new one is taken. */
import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument, URI, UriUtils } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { type Document, isChoice, isDocument, isStep } from '../generated/ast.js';
import { wordFor } from '../references/reader-words.js';
import { kindOf, type Named, symbolsOf } from '../references/symbols.js';
import type { SopServices } from '../sop-module.js';
import { elementAt, placeOf, usagesOf } from './usages.js';

const nameShape = /^[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*$/;

export class SopRename implements RenameProvider {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range {
    return this.#find(document, params).word.range;
  }

  rename(document: LangiumDocument, params: RenameParams): WorkspaceEdit {
    const { node } = this.#find(document, params);
    const name = params.newName.trim();
    if (!nameShape.test(name)) {
      throw refusal(
        `'${params.newName}' cannot be a name: use letters, digits, _ and single hyphens, beginning with a letter, such as customer-lead.`,
      );
    }
    const taken = holderOf(node, name);
    if (taken && taken !== node)
      throw refusal(
        `There is already ${wordFor(taken) === wordFor(node) ? 'another' : 'a'} ${wordFor(taken)} '${name}' here. Choose another name.`,
      );
    const changes: Record<string, TextEdit[]> = {};
    for (const usage of usagesOf(
      node,
      this.#services.shared.workspace.LangiumDocuments,
      this.#services.references.ScopeProvider,
    )) {
      const uri = usage.document.uri.toString();
      changes[uri] ??= [];
      changes[uri].push({ range: usage.range, newText: name });
    }
    return { changes };
  }

  #find(document: LangiumDocument, params: TextDocumentPositionParams): { node: AstNode; word: { range: Range } } {
    const found = elementAt(document, document.textDocument.offsetAt(params.position), this.#services.references.References);
    if (!found)
      throw refusal(
        'Only names can be renamed: put the cursor on the name of a role, level, step or the like. Titles are text: just change them.',
      );
    const root = AstUtils.findRootNode(found.node);
    if (root.$document?.uri.scheme === 'sop-library') {
      throw refusal(
        `'${found.word.text}' belongs to the standard library, which is the same everywhere. Declare a ${wordFor(found.node)} of your own to give it another name.`,
      );
    }
    return found;
  }
}

/** What already has this name where the element stands. */
function holderOf(node: AstNode, name: string): AstNode | undefined {
  const root = AstUtils.findRootNode(node);
  if (!isDocument(root)) return undefined;
  if (isChoice(node)) return node.$container.values.find((value) => value.name === name);
  const { body, variants } = symbolsOf(root);
  const bodies = [body, ...variants.values()];
  if (isStep(node)) {
    const place = placeOf(node);
    const steps = bodies.flatMap((each) => [...each.steps].filter(([owner]) => owner === place).map(([, names]) => names));
    return first(steps, name);
  }
  const kind = kindOf(node);
  return kind
    ? first(
        bodies.flatMap((each) => each.names.get(kind) ?? []),
        name,
      )
    : undefined;
}

function first(tiers: readonly ReadonlyMap<string, Named>[], name: string): AstNode | undefined {
  for (const names of tiers) {
    const node = names.get(name);
    if (node) return node;
  }
  return undefined;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/**
 * The edits of `import` paths when a file moves: in the files that import it, and in the moved file itself. `moves` are
 * pairs of old and new addresses; a folder moves all that is in it.
 */
export function importEdits(
  documents: Iterable<LangiumDocument>,
  moves: readonly { readonly oldUri: string; readonly newUri: string }[],
): WorkspaceEdit {
  const movedTo = (uri: URI): URI => {
    const text = uri.toString();
    for (const { oldUri, newUri } of moves) {
      if (text === oldUri) return URI.parse(newUri);
      if (text.startsWith(`${oldUri.replace(/\/$/, '')}/`)) return URI.parse(newUri + text.slice(oldUri.length));
    }
    return uri;
  };
  const changes: Record<string, TextEdit[]> = {};
  for (const document of documents) {
    const root = document.parseResult.value;
    if (!isDocument(root)) continue;
    const newHome = movedTo(document.uri);
    for (const edit of editsOf(root, document, newHome, movedTo)) {
      const uri = document.uri.toString();
      changes[uri] ??= [];
      changes[uri].push(edit);
    }
  }
  return { changes };
}

function editsOf(root: Document, document: LangiumDocument, newHome: URI, movedTo: (uri: URI) => URI): TextEdit[] {
  const oldFolder = UriUtils.dirname(document.uri);
  const newFolder = UriUtils.dirname(newHome);
  return root.imports.flatMap((statement) => {
    const place = GrammarUtils.findNodeForProperty(statement.$cstNode, 'path');
    if (!place || !statement.path || !/^\.{0,2}[^:]*$/.test(statement.path)) return [];
    const target = UriUtils.resolvePath(oldFolder, statement.path);
    const path = UriUtils.relative(newFolder, movedTo(target));
    const written = path.startsWith('.') ? path : `./${path}`;
    if (UriUtils.resolvePath(newFolder, statement.path).toString() === movedTo(target).toString()) return [];
    return [{ range: place.range, newText: `"${written}"` }];
  });
}
