/** What a text means, at once: without its imports, which would have to be fetched. For blocks in Markdown. */
import { DocumentState, EmptyFileSystem, URI } from 'langium';
import type { Procedure } from '../flow/procedure.js';
import { compile } from '../language-server/compile/compile.js';
import { isDocument } from '../language-server/generated/ast.js';
import { createSopServices } from '../language-server/sop-module.js';

export interface Reading {
  readonly procedure: Procedure;
  /** The first thing that cannot be read; line counted from 1. */
  readonly problem: { readonly line: number; readonly message: string } | null;
}

let services: ReturnType<typeof createSopServices> | undefined;
let count = 0;

export function readText(text: string): Reading | null {
  services ??= createSopServices(EmptyFileSystem);
  const { LangiumDocumentFactory, LangiumDocuments } = services.shared.workspace;
  const document = LangiumDocumentFactory.fromString(text, URI.parse(`block:/${++count}.sop`));
  LangiumDocuments.addDocument(document);
  try {
    // Names are looked up when they are first asked for, which is while it is compiled.
    document.state = DocumentState.ComputedScopes;
    const root = document.parseResult.value;
    if (!isDocument(root)) return null;
    const { lexerErrors, parserErrors } = document.parseResult;
    const [first] = [
      ...lexerErrors.map(({ line, message }) => ({ line: line ?? 1, message })),
      ...parserErrors.map(({ token, message }) => ({ line: token.startLine || 1, message })),
    ];
    return { procedure: compile(root), problem: first ?? null };
  } finally {
    LangiumDocuments.deleteDocument(document.uri);
  }
}
