/** Reads, links and checks files with the same services as the editor: what it shows, the command prints. */
import { type LangiumDocument, TextDocument, URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Procedure, Range } from '../flow/procedure.js';
import { formatText } from '../language-server/features/format/formatter.js';
import { isDocument } from '../language-server/generated/ast.js';
import { levelOf } from '../language-server/rules/diagnostics.js';
import type { RuleLevel } from '../language-server/rules/rule.js';
import { createSopServices } from '../language-server/sop-module.js';
import { decodeInput } from './decode-input.js';
import type { InputFile } from './input-files.js';
import { pathFrom } from './path-from.js';

/** One finding as the formats print it. */
export interface PrintedFinding {
  readonly file: string;
  readonly code: string;
  readonly level: RuleLevel;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
}

export interface CheckedFiles {
  /** Paths as given. */
  readonly files: readonly string[];
  readonly findings: readonly PrintedFinding[];
  /** Lines of the files that findings stand in, by path. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

export class OpenFiles {
  readonly #services = createSopServices({ ...NodeFileSystem });
  readonly #folder: string;
  readonly #given = new Map<string, string>();

  /** `today`: ISO date that counts as today; undefined for the clock's. */
  constructor(folder: string, today: string | undefined) {
    this.#folder = folder;
    this.#services.sop.rules.RuleSettings.setToday(today);
  }

  /** Checks all of them at once, so that files that import each other are read once. */
  async check(inputs: readonly InputFile[]): Promise<CheckedFiles> {
    const findings: PrintedFinding[] = [];
    const lines = new Map<string, readonly string[]>();
    const opened = inputs.map((input) => ({ input, ...this.#open(input) }));
    const documents = opened.filter(({ unreadable }) => unreadable === null).map(({ document }) => document);
    await this.#services.shared.workspace.DocumentBuilder.build(documents, { validation: true });
    for (const { input, document, unreadable } of opened) {
      lines.set(input.path, document.textDocument.getText().split(/\r\n|\r|\n/));
      if (unreadable) findings.push({ file: input.path, code: 'syntax', level: 'error', ...unreadable, related: [] });
      else
        findings.push(...(document.diagnostics ?? []).map((diagnostic) => this.#printed(diagnostic, input.path)).sort(byPlace));
    }
    findings.push(...(await this.#configProblems(documents, lines)));
    return { files: inputs.map(({ path }) => path), findings, lines };
  }

  /** What a file that was checked means; of one of its variants when named. Undefined for one that is no text. */
  procedureOf(input: InputFile, variant?: string): Procedure | undefined {
    const root = this.#services.shared.workspace.LangiumDocuments.getDocument(addressOf(input))?.parseResult.value;
    return isDocument(root) ? this.#services.sop.compile.Procedures.of(root, variant) : undefined;
  }

  /** The text in canonical layout, or the first thing that keeps it from being read. */
  format(
    input: InputFile,
  ):
    | { readonly formatted: string; readonly fault: null }
    | { readonly formatted: null; readonly fault: { readonly line: number; readonly message: string } } {
    const { document } = this.#open(input);
    const { lexerErrors, parserErrors } = document.parseResult;
    const [first] = [
      ...lexerErrors.map(({ line, message }) => ({ line: (line ?? 1) - 1, message })),
      ...parserErrors.map(({ token, message }) => ({ line: (token.startLine || 1) - 1, message })),
    ];
    if (first) return { formatted: null, fault: first };
    return { formatted: TextDocument.applyEdits(document.textDocument, formatText(document)), fault: null };
  }

  #open(input: InputFile): { document: LangiumDocument; unreadable: { message: string; range: Range } | null } {
    const { workspace } = this.#services.shared;
    const uri = addressOf(input);
    this.#given.set(uri.toString(), input.path);
    const { text, problem } = decodeInput(input.bytes);
    const document = workspace.LangiumDocumentFactory.fromString(text, uri);
    if (!problem && !workspace.LangiumDocuments.hasDocument(uri)) workspace.LangiumDocuments.addDocument(document);
    return { document, unreadable: problem };
  }

  #printed(diagnostic: Diagnostic, path: string): PrintedFinding {
    return {
      file: path,
      code: String(diagnostic.code ?? 'syntax'),
      level: levelOf(diagnostic.severity),
      message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
      range: diagnostic.range,
      related: (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
        file: this.#pathOf(location.uri),
        message,
        range: location.range,
      })),
    };
  }

  /** As given on the command line, else from the folder the command runs in. */
  #pathOf(uri: string): string {
    return this.#given.get(uri) ?? pathFrom(this.#folder, uri);
  }

  /** What is wrong in the `sop.config.json` of these files, once each. */
  async #configProblems(documents: readonly LangiumDocument[], lines: Map<string, readonly string[]>): Promise<PrintedFinding[]> {
    const found = new Map<string, PrintedFinding[]>();
    for (const { uri } of documents) {
      const config = await this.#services.sop.rules.RuleSettings.configFor(uri);
      if (!config || found.has(config.uri.toString())) continue;
      const file = this.#pathOf(config.uri.toString());
      lines.set(file, config.text.split(/\r\n|\r|\n/));
      found.set(
        config.uri.toString(),
        config.problems.map(({ code, level, message, range }) => ({ file, code, level, message, range, related: [] })),
      );
    }
    return [...found.values()].flat();
  }
}

/** What is not named so is read as a procedure all the same: standard input, a file of another name. */
function addressOf({ location }: InputFile): URI {
  return URI.file(location.endsWith('.sop') ? location : `${location}.sop`);
}

function byPlace(one: PrintedFinding, other: PrintedFinding): number {
  return (
    one.range.start.line - other.range.start.line ||
    one.range.start.character - other.range.start.character ||
    one.code.localeCompare(other.code)
  );
}
