/** Findings as the editor shows them: LSP diagnostics with a link to the rule's page and the fix for the light bulb. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding } from './finding.js';
import type { Fix, RuleLevel } from './rule.js';

/** Shown before the code, as in `sop(time/budget)`. */
export const diagnosticSource = 'sop';

/** Where the pages of the rules can be read. */
const pages = 'https://github.com/escalation-sop/escalation-sop/blob/main/docs/rules';

/** The address of a rule's page. */
export function pageAddress(ruleId: string): string {
  return `${pages}/${pageFile(ruleId)}`;
}

/** The file of a rule's page in `docs/rules`. */
export function pageFile(ruleId: string): string {
  return `${ruleId.replace('/', '-')}.md`;
}

/** What a diagnostic carries for the light bulb and the picture; it comes back with the request for code actions. */
export interface FindingData {
  readonly code: string;
  readonly fix?: Fix;
  readonly element?: string;
}

const severities: Readonly<Record<RuleLevel, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding of the file at `uri` as its diagnostic. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const data: FindingData = {
    code: finding.code,
    ...(finding.fix ? { fix: finding.fix } : {}),
    ...(finding.element === undefined ? {} : { element: finding.element }),
  };
  return {
    source: diagnosticSource,
    code: finding.code,
    codeDescription: { href: pageAddress(finding.code) },
    severity: severities[finding.level],
    message: finding.message,
    range: finding.range,
    ...(finding.unused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: finding.related.map(({ message, range, uri }) => ({
      message,
      location: { uri: uri ?? finding.uri, range },
    })),
    data,
  };
}

/** The level of a diagnostic. */
export function levelOf(severity: DiagnosticSeverity | undefined): RuleLevel {
  switch (severity) {
    case DiagnosticSeverity.Warning:
      return 'warning';
    case DiagnosticSeverity.Information:
      return 'info';
    case DiagnosticSeverity.Hint:
      return 'hint';
    default:
      return 'error';
  }
}

/** What one of our diagnostics carries; undefined for one of someone else's. */
export function findingDataOf(diagnostic: Diagnostic): FindingData | undefined {
  return isFindingData(diagnostic.data) ? diagnostic.data : undefined;
}

function isFindingData(data: unknown): data is FindingData {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string';
}
