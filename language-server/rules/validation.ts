/**
 * Runs the rules as the last part of validating a file, after its picture was pushed, and makes diagnostics of what they
 * find. A newer text cancels it between two rules.
 */
import type { AstNode, Cancellation, LangiumDocument, ValidationAcceptor } from 'langium';
import { isOperationCancelled, UriUtils } from 'langium';
import { type Document, isDocument } from '../generated/ast.js';
import { isLibrary } from '../library/standard-library.js';
import { omittedJumps } from '../references/omitted-jumps.js';
import type { SopServices } from '../sop-module.js';
import { toDiagnostic } from './diagnostics.js';
import type { Finding } from './finding.js';
import { ignoreCommentsOf } from './ignore-comments.js';
import { movedFindings } from './moved-findings.js';
import type { Rule } from './rule.js';
import type { ConfigFile, RuleSettings } from './rule-settings.js';
import { runRules } from './run-rules.js';

/** Puts the rules behind Langium's own checks. */
export function registerRules(services: SopServices): void {
  const validation = new RuleValidation(services);
  services.validation.ValidationRegistry.registerAfterDocument((root, accept, _categories, cancelToken) =>
    validation.validate(root, accept, cancelToken),
  );
}

class RuleValidation {
  readonly #services: SopServices;
  readonly #settings: RuleSettings;
  /** What was found in the last whole text of each file, for as long as its text cannot be read as a whole. */
  readonly #lastWhole = new Map<string, { text: string; findings: readonly Finding[] }>();
  readonly #toldOfConfigs = new Map<string, string>();

  constructor(services: SopServices) {
    this.#services = services;
    this.#settings = services.rules.RuleSettings;
    services.shared.workspace.DocumentBuilder.onUpdate((_changed, deleted) => {
      for (const uri of deleted) this.#lastWhole.delete(uri.toString());
    });
  }

  async validate(root: AstNode, accept: ValidationAcceptor, cancelToken: Cancellation.CancellationToken): Promise<void> {
    const document = root.$document;
    if (!document || !isSop(document) || isLibrary(document.uri)) return;
    for (const finding of await this.#findingsOrFailure(document, cancelToken)) {
      const { message, severity: _severity, source: _source, ...info } = toDiagnostic(finding);
      accept(finding.level, String(message), { node: root, ...info });
    }
  }

  /** A failure of ours must not look like a file without faults. */
  async #findingsOrFailure(
    document: LangiumDocument<Document>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<readonly Finding[]> {
    try {
      return await this.#findingsOf(document, cancelToken);
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      console.error(error);
      const start = { line: 0, character: 0 };
      const reason = error instanceof Error ? error.message : String(error);
      return [
        {
          uri: document.uri.toString(),
          code: 'sop/failed',
          level: 'error',
          message: `The rules could not be checked (${reason}). This is a fault of the checker: please report it with this file.`,
          range: { start, end: start },
          related: [],
        },
      ];
    }
  }

  async #findingsOf(
    document: LangiumDocument<Document>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<readonly Finding[]> {
    const root = document.parseResult.value;
    const uri = document.uri.toString();
    const text = document.textDocument.getText();
    if (hasSyntaxErrors(document)) {
      const last = this.#lastWhole.get(uri);
      return last ? movedFindings(last.findings, uri, last.text, text) : [];
    }
    const { levels, config } = await this.#settings.levelsFor(document.uri);
    if (config) this.#tellConfigProblems(config);
    const procedures = this.#services.compile.Procedures;
    const procedure = procedures.of(root);
    const variants = procedure.variants.map((variant) => procedures.of(root, variant));
    const lostJumps = this.#hasLostJumps(document);
    const omitting = new Set(omittedJumps(document).flatMap((finding) => finding.variants ?? []));
    const findings = await runRules(procedure, variants, {
      today: this.#settings.today,
      levels,
      ignores: ignoreCommentsOf(document),
      textAt: (range) => document.textDocument.getText(range),
      metricNames: this.#metricNames(root),
      fileExists: (path) => this.#fileExists(document, path),
      leaveOut: (rule, { variant }) => followsJumps(rule) && (lostJumps || (variant !== null && omitting.has(variant))),
      log: (message) => console.error(message),
      cancelToken,
    });
    this.#lastWhole.set(uri, { text, findings });
    return findings;
  }

  /** Shows in the editor what is wrong in a `sop.config.json`; again only when that changed. */
  #tellConfigProblems({ uri, problems }: ConfigFile): void {
    const diagnostics = problems.map(toDiagnostic);
    const key = uri.toString();
    const told = JSON.stringify(diagnostics);
    if ((this.#toldOfConfigs.get(key) ?? '[]') === told) return;
    this.#toldOfConfigs.set(key, told);
    const sent = this.#services.shared.lsp.Connection?.sendDiagnostics({ uri: key, diagnostics });
    sent?.catch((error: unknown) => console.error(error));
  }

  /** Its own, the imported ones and the library's. */
  #metricNames(root: Document): string[] {
    const { own, imported, standard } = this.#services.references.VisibleFiles.visibleFrom(root);
    return [own, ...imported, standard].flatMap(({ body }) => [...(body.names.get('metric')?.keys() ?? [])]);
  }

  /** Whether a jump leads to a name that is not there: what follows jumps would report the same fault once more. */
  #hasLostJumps(document: LangiumDocument): boolean {
    return document.references.some(
      ({ error }) => error && jumpTypes.includes(this.#services.shared.AstReflection.getReferenceType(error.info)),
    );
  }

  /** Undefined where files cannot be looked up: a file not saved yet, a browser. */
  #fileExists(document: LangiumDocument, path: string): boolean | undefined {
    const files = this.#services.shared.workspace.FileSystemProvider;
    try {
      if (!files.existsSync(document.uri)) return undefined;
      return files.existsSync(UriUtils.resolvePath(UriUtils.dirname(document.uri), path));
    } catch {
      return undefined;
    }
  }
}

const jumpTypes: readonly string[] = ['FlowTarget', 'Omittable', 'Header'];

/** Rules whose answer depends on where jumps lead. */
function followsJumps(rule: Rule): boolean {
  return rule.id.startsWith('flow/') || jumpFollowers.has(rule.id);
}

const jumpFollowers: ReadonlySet<string> = new Set([
  'time/budget',
  'time/deadline',
  'time/no-way-out',
  'people/unfilled',
  'people/four-eyes',
  'people/unused',
  'talk/silent',
  'close/learn',
]);

function hasSyntaxErrors(document: LangiumDocument): boolean {
  return document.parseResult.lexerErrors.length > 0 || document.parseResult.parserErrors.length > 0;
}

function isSop(document: LangiumDocument): document is LangiumDocument<Document> {
  return isDocument(document.parseResult.value);
}
