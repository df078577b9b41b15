/**
 * What the rules (and everything before them) find in a text, the way the editor and the command line get it: text in,
 * findings out.
 *
 * ```ts
 * const findings = await findingsOf(`resolution done { -> closed } closure closed`, { rule: 'close/criteria' });
 * expect(findings).toMatchObject([{ at: 'done', message: '…' }]);
 * ```
 */
import { URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../../../flow/procedure.js';
import { findingDataOf, levelOf } from '../../../language-server/rules/diagnostics.js';
import type { TextEdit } from '../../../language-server/rules/rule.js';
import { createSopServices } from '../../../language-server/sop-module.js';
import { MemoryFiles } from './memory-files.js';

export interface FindingsOptions {
  /** Only these codes. */
  readonly rule?: string | readonly string[];
  /** ISO date that counts as today; 2026-11-23 unless told. */
  readonly today?: string;
  /** Other files, by path relative to the text's (`./people.sop`); also what a `see` may name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Text of a `sop.config.json` beside it. */
  readonly config?: string;
}

export interface TestFinding {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** The text under the range. */
  readonly at: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly at: string; readonly range: Range }[];
  readonly unused: boolean;
  /** The quick fix, if any, and the text after applying it (placeholders taken as they stand). */
  readonly fix: { readonly title: string; readonly safe: boolean; readonly result: string } | null;
  /** Id of the element it belongs to. */
  readonly element: string | null;
}

/** One set of services for all: building them takes longer than any check. Each text has a folder of its own. */
const memory = new MemoryFiles({});
const { shared, sop } = createSopServices({ fileSystemProvider: () => memory });
let folders = 0;

/** All findings of a text, by place. */
export async function findingsOf(text: string, options: FindingsOptions = {}): Promise<TestFinding[]> {
  const folder = `/work/${++folders}`;
  const uri = URI.parse(`file://${folder}/procedure.sop`);
  const files: Record<string, string> = { [uri.path]: text, [`${folder}/.git`]: '' };
  for (const [path, content] of Object.entries(options.files ?? {})) {
    files[decodeURIComponent(new URL(path, `file://${folder}/`).pathname)] = content;
  }
  if (options.config !== undefined) files[`${folder}/sop.config.json`] = options.config;
  memory.hold(files);
  sop.rules.RuleSettings.setToday(options.today ?? '2026-11-23');
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  for (const { uri: opened } of shared.workspace.LangiumDocuments.all.toArray()) {
    shared.workspace.LangiumDocuments.deleteDocument(opened);
  }
  const textAt = (range: Range) => document.textDocument.getText(range);
  const wanted = options.rule === undefined ? undefined : [options.rule].flat();
  return (document.diagnostics ?? [])
    .map((diagnostic): TestFinding => {
      const data = findingDataOf(diagnostic);
      return {
        code: String(diagnostic.code),
        level: levelOf(diagnostic.severity),
        message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
        at: textAt(diagnostic.range),
        range: diagnostic.range,
        related: (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
          message,
          at: location.uri === uri.toString() ? textAt(location.range) : '',
          range: location.range,
        })),
        unused: diagnostic.tags?.includes(1) ?? false,
        fix: data?.fix
          ? { title: data.fix.title, safe: data.fix.safe ?? false, result: applied(document.textDocument, data.fix.edits) }
          : null,
        element: data?.element ?? null,
      };
    })
    .filter((finding) => wanted === undefined || wanted.includes(finding.code));
}

/** The codes alone, each with the text it stands on: `close/criteria at done`. */
export async function codesOf(text: string, options: FindingsOptions = {}): Promise<string[]> {
  return (await findingsOf(text, options)).map((finding) => `${finding.code} at ${finding.at}`);
}

/** The text with the edits made; `${1:csm}` and `$0` become what they offer. */
function applied(document: TextDocument, edits: readonly TextEdit[]): string {
  const plain = edits.map(({ range, newText }) => ({
    range,
    newText: newText.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{?\d+\}?/g, ''),
  }));
  return TextDocument.applyEdits(document, plain);
}
