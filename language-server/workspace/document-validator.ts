/** Checks one file, what is cheap first: its syntax, its names, then the rules. Langium's own words never get out. */
import {
  type AstNode,
  Cancellation,
  DefaultDocumentValidator,
  type LangiumDocument,
  type ParseResult,
  type ValidationAcceptor,
  type ValidationOptions,
} from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { isLibrary } from '../library/standard-library.js';
import { syntaxFindings } from '../parser/syntax-findings.js';
import { linkFindings } from '../references/link-findings.js';
import { toDiagnostic } from '../rules/diagnostics.js';
import type { SopServices } from '../sop-module.js';

export class SopDocumentValidator extends DefaultDocumentValidator {
  readonly #services: SopServices;

  constructor(services: SopServices) {
    super(services);
    this.#services = services;
  }

  override async validateDocument(
    document: LangiumDocument,
    options: ValidationOptions = {},
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<Diagnostic[]> {
    if (isLibrary(document.uri)) return [];
    return super.validateDocument(document, options, cancelToken);
  }

  /** The parser tells all mistakes of the text, those of single characters too. */
  protected override processParsingErrors(parseResult: ParseResult, diagnostics: Diagnostic[]): void {
    const document = parseResult.value.$document;
    if (document) diagnostics.push(...syntaxFindings(document).map(toDiagnostic));
  }

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    const { shared, references } = this.#services;
    const findings = linkFindings(document, {
      reflection: shared.AstReflection,
      scopes: references.ScopeProvider,
      files: references.VisibleFiles,
      documents: shared.workspace.LangiumDocuments,
      imports: shared.workspace.ImportLoader,
    });
    diagnostics.push(...findings.map(toDiagnostic));
  }

  /** No check of ours looks at single elements: the whole file is checked at once, after this. */
  protected override async validateAstNodes(
    _root: AstNode,
    _options: ValidationOptions,
    _accept: ValidationAcceptor,
  ): Promise<void> {}
}
