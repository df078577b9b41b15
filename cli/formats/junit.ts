/** `--format junit`: a suite for each file, a case for each finding; what is below `--fail-on` passes with a note. */

import type { PrintedFinding } from '../open-files.js';
import { type CheckFormat, type CheckFormatOptions, isAtLeast } from './check-format.js';

export const junit: CheckFormat = {
  name: 'junit',
  print: ({ files, findings }, { failOn }) => {
    const named = new Set([...files, ...findings.map(({ file }) => file)]);
    const suites = [...named].map((file) =>
      suite(
        file,
        findings.filter((finding) => finding.file === file),
        failOn,
      ),
    );
    const failures = findings.filter(({ level }) => isAtLeast(level, failOn)).length;
    const tests = [...named].reduce((sum, file) => sum + Math.max(1, findings.filter((each) => each.file === file).length), 0);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sop check" tests="${tests}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
  },
};

function suite(file: string, findings: readonly PrintedFinding[], failOn: CheckFormatOptions['failOn']): string {
  const failures = findings.filter(({ level }) => isAtLeast(level, failOn)).length;
  const cases =
    findings.length === 0
      ? [`    <testcase name="no findings" classname="${xml(file)}"/>\n`]
      : findings.map((each) => testCase(each, failOn));
  return `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
}

function testCase({ file, code, level, message, range }: PrintedFinding, failOn: CheckFormatOptions['failOn']): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const text = xml(`${file}:${place} ${level} ${message}`);
  const body = isAtLeast(level, failOn)
    ? `<failure type="${xml(code)}" message="${xml(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${xml(`${code} at ${place}`)}" classname="${xml(file)}">\n      ${body}\n    </testcase>\n`;
}

/** Text for XML; signs that XML cannot hold at all are replaced. */
function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
