/**
 * All that can be said about a text before its names are looked up: what the parser met, what an element lacks, what stands
 * twice or at the wrong place, dates and times that do not exist. Where the text is broken, nothing else is said.
 */
import { AstUtils, type LangiumDocument } from 'langium';
import { isDocument } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import type { Fault } from './fault.js';
import { impossibleValues } from './impossible-values.js';
import { misplacedParts } from './misplaced-parts.js';
import { missingParts } from './missing-parts.js';
import { repeatedParts } from './repeated-parts.js';

/** Codes `syntax`, `value/date` and `value/time`, in the order of the text. */
export function syntaxFindings(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const { value, parserErrors } = document.parseResult;
  const finding = (code: string, { message, range }: Pick<Fault, 'message' | 'range'>): Finding => ({
    uri,
    code,
    level: 'error',
    message,
    range,
    related: [],
  });
  const findings = parserErrors.map(({ message, token }) =>
    finding('syntax', {
      message,
      range: {
        start: { line: (token.startLine ?? 1) - 1, character: (token.startColumn ?? 1) - 1 },
        end: { line: (token.endLine ?? 1) - 1, character: token.endColumn ?? 1 },
      },
    }),
  );
  if (!isDocument(value)) return findings;
  const faults: Fault[] = misplacedParts(value);
  for (const node of AstUtils.streamAst(value)) {
    faults.push(...impossibleValues(node), ...repeatedParts(node));
    // Something may be missing only because it is broken, and that was told.
    if (parserErrors.length === 0) faults.push(...missingParts(node));
  }
  findings.push(...faults.map((fault) => finding(fault.code ?? 'syntax', fault)));
  return findings.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
}
