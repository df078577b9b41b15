/** The light bulb: what a rule suggests, silencing it with a reason, and everything that is safe at once. */
import { AstUtils, DocumentState, type DocumentValidator, type LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type {
  CodeAction,
  CodeActionParams,
  Diagnostic,
  TextEdit as PlainEdit,
  SnippetTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isDeclaration, isDocument, isHeader, isOverride, isStep } from '../generated/ast.js';
import { allRules } from '../rules/all-rules.js';
import { diagnosticSource, findingDataOf } from '../rules/diagnostics.js';
import type { TextEdit } from '../rules/rule.js';
import type { SopServices } from '../sop-module.js';
import { filesDeclaring } from './refactor/declared-elsewhere.js';
import { importEdit } from './refactor/imports.js';
import { Refactorings } from './refactor/refactorings.js';

export class SopQuickFixes implements CodeActionProvider {
  /** Whether the editor lets people fill in placeholders; else they get what the placeholders offer. */
  #placeholders = false;
  readonly #services: SopServices;
  readonly #validator: DocumentValidator;
  readonly #refactorings: Refactorings;

  constructor(services: SopServices) {
    this.#services = services;
    this.#refactorings = new Refactorings(services);
    this.#validator = services.validation.DocumentValidator;
    services.shared.lsp.LanguageServer?.onInitialize?.(({ capabilities }) => {
      this.#placeholders = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    });
  }

  async getCodeActions(document: LangiumDocument, params: CodeActionParams): Promise<CodeAction[]> {
    const { context } = params;
    const wanted = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
    return [
      ...(wanted(CodeActionKind.QuickFix) ? ours.flatMap((each) => this.#fixes(document, each)) : []),
      ...(wanted(CodeActionKind.QuickFix) ? ours.flatMap((each) => this.#silence(document, each)) : []),
      ...(wanted(CodeActionKind.SourceFixAll) ? await this.#fixAll(document) : []),
      ...(wanted(CodeActionKind.QuickFix) ? ours.flatMap((each) => this.#imports(document, each)) : []),
      ...this.#refactorings.offers(document, params),
    ];
  }

  #fixes(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const fix = findingDataOf(diagnostic)?.fix;
    if (!fix) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: this.#edit(document, fix.edits),
      },
    ];
  }

  /** A name that other files declare: each of them may be imported. */
  #imports(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const root = document.parseResult.value;
    if (diagnostic.code !== 'link/unknown' || !isDocument(root)) return [];
    const reference = document.references.find(({ $refNode }) => {
      const start = $refNode?.range.start;
      return start?.line === diagnostic.range.start.line && start.character === diagnostic.range.start.character;
    });
    if (!reference || !('ref' in reference) || !reference.error) return [];
    const type = this.#services.shared.AstReflection.getReferenceType(reference.error.info);
    const present = findingDataOf(diagnostic)?.fix?.title;
    return filesDeclaring(reference.$refText, type, document, this.#services).flatMap((path) => {
      const title = `Import '${path}'`;
      const edit = title === present ? undefined : importEdit(document, root, path);
      const changes = edit && { [document.uri.toString()]: [edit] };
      return changes ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: { changes } }] : [];
    });
  }

  #silence(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const code = String(diagnostic.code);
    if (!allRules.some(({ id }) => id === code) || code.startsWith('ignore/')) return [];
    const line = lineToSilence(document, diagnostic.range.start.line);
    const start = { line, character: 0 };
    const text = document.textDocument.getText({ start, end: { line: line + 1, character: 0 } });
    const indent = /^[^\S\r\n]*/.exec(text)?.[0] ?? '';
    const at = { line, character: indent.length };
    const newText = `// sop-ignore ${code}: \${1:why this is meant to be so}\n${indent}`;
    return [
      {
        title: `Silence '${code}' here with a reason…`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: this.#edit(document, [{ range: { start: at, end: at }, newText }]),
      },
    ];
  }

  /** Fixes that leave nothing to choose, those apart that would touch one another. */
  async #fixAll(document: LangiumDocument): Promise<CodeAction[]> {
    // The rules may not have come to this text yet; what they said of the one before stands elsewhere in it.
    const checked = document.state >= DocumentState.Validated ? document.diagnostics : undefined;
    const fixes = (checked ?? (await this.#validator.validateDocument(document))).flatMap((diagnostic) => {
      const fix = findingDataOf(diagnostic)?.fix;
      return fix?.safe ? [fix] : [];
    });
    const edits: TextEdit[] = [];
    for (const fix of fixes) {
      if (!fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) edits.push(...fix.edits);
    }
    if (edits.length === 0) return [];
    return [
      {
        title: 'Fix all that leaves nothing to choose',
        kind: CodeActionKind.SourceFixAll,
        edit: { changes: { [document.uri.toString()]: edits.map(plainEdit) } },
      },
    ];
  }

  #edit(document: LangiumDocument, edits: readonly TextEdit[]): WorkspaceEdit {
    const uri = document.uri.toString();
    const chooses = edits.some(({ newText }) => newText.includes('$'));
    if (!this.#placeholders || !chooses) return { changes: { [uri]: edits.map(plainEdit) } };
    const version = document.textDocument.version;
    const snippets = edits.map((edit) => snippetEdit(document, edit));
    return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
  }
}

/** The line that a comment has to stand above: the first of the innermost declaration or step that begins a line. */
function lineToSilence(document: LangiumDocument, line: number): number {
  const starts = AstUtils.streamAst(document.parseResult.value)
    .filter((node) => isDeclaration(node) || isHeader(node) || isOverride(node) || isStep(node))
    .flatMap((node) => (node.$cstNode ? [node.$cstNode.range] : []))
    .filter(({ start, end }) => start.line <= line && line <= end.line)
    .filter(({ start }) => {
      const before = document.textDocument.getText({ start: { line: start.line, character: 0 }, end: start });
      return before.trim() === '';
    })
    .map(({ start }) => start.line)
    .toArray();
  return starts.length === 0 ? line : Math.max(...starts);
}

/** With what its placeholders offer. */
function plainEdit({ range, newText }: TextEdit): PlainEdit {
  return { range, newText: newText.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{?\d+\}?/g, '') };
}

/** Editors indent the further lines of a snippet like the line that it is put into: what comes twice is taken out. */
function snippetEdit(document: LangiumDocument, { range, newText }: TextEdit): SnippetTextEdit {
  const start = { line: range.start.line, character: 0 };
  const indent = /^[^\S\r\n]*/.exec(document.textDocument.getText({ start, end: range.start }))?.[0] ?? '';
  return { range, snippet: { kind: 'snippet', value: newText.replaceAll(`\n${indent}`, '\n') } };
}

function touch({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  const isBefore = (a: TextEdit['range'], b: TextEdit['range']) =>
    a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
  return !isBefore(one, other) && !isBefore(other, one);
}
