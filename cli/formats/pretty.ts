/** `--format pretty`: for people. Each finding with its line of the file and a caret under the words it is about. */
import type { Range } from '../../flow/procedure.js';
import type { RuleLevel } from '../../language-server/rules/rule.js';
import type { PrintedFinding } from '../open-files.js';
import type { CheckFormat } from './check-format.js';

export const pretty: CheckFormat = {
  name: 'pretty',
  print: ({ files, findings, lines }, { colours }) => {
    const paint = colours ? coloured : plain;
    const blocks = findings.map((finding) => block(finding, lines.get(finding.file), paint));
    return `${[...blocks, summary(files.length, findings, paint)].join('\n')}\n`;
  },
};

type Style = RuleLevel | 'faint' | 'strong';
type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, string>> = {
  error: '31;1',
  warning: '33;1',
  info: '36;1',
  hint: '90;1',
  faint: '90',
  strong: '1',
};
const coloured: Paint = (style, text) => (text === '' ? '' : `\u001b[${codes[style]}m${text}\u001b[0m`);
const plain: Paint = (_style, text) => text;

/** How much of a long line is shown around the place. */
const widest = 120;

function block(finding: PrintedFinding, lines: readonly string[] | undefined, paint: Paint): string {
  const { file, code, level, message, range, related } = finding;
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  const head = `${paint('strong', visible(place))}  ${paint(level, level)}  ${visible(message)}  ${paint('faint', code)}`;
  const source = sourceLines(lines?.[range.start.line], range, level, paint);
  const others = related.map(
    (other) =>
      `${' '.repeat(String(range.start.line + 1).length + 2)}${paint('faint', `${visible(other.file)}:${other.range.start.line + 1}:${other.range.start.character + 1}`)}  ${visible(other.message)}`,
  );
  return `${[head, ...source, ...others].join('\n')}\n`;
}

function sourceLines(line: string | undefined, range: Range, level: RuleLevel, paint: Paint): string[] {
  if (line === undefined) return [];
  const from = Math.min(range.start.character, line.length);
  const to =
    range.end.line === range.start.line ? Math.min(Math.max(range.end.character, from + 1), line.length + 1) : line.length;
  const first = from > widest ? from - Math.floor(widest / 3) : 0;
  const last = Math.min(line.length, first + widest);
  const before = (first > 0 ? '…' : '') + visible(line.slice(first, from));
  const marked = visible(line.slice(from, Math.min(to, last)));
  const after = visible(line.slice(Math.min(to, last), last)) + (last < line.length ? '…' : '');
  const number = String(range.start.line + 1);
  const carets = '^'.repeat(Math.max(1, columns(marked)));
  return [
    `  ${paint('faint', `${number} |`)} ${before}${marked}${after}`,
    `  ${' '.repeat(number.length)} ${paint('faint', '|')} ${blank(before)}${paint(level, carets)}`,
  ];
}

/** Spaces as wide as a text, tabs kept. */
function blank(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : ' '.repeat(columns(character)))).join('');
}

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, marks none. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|[\ufe00-\ufe0f]/u.test(character)) continue;
    count +=
      /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return count;
}

/** Text of a file as a terminal may show it: it cannot move the cursor or change colours. */
function visible(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function summary(files: number, findings: readonly PrintedFinding[], paint: Paint): string {
  const count = (level: RuleLevel) => findings.filter((finding) => finding.level === level).length;
  const where = files === 1 ? '1 file' : `${files} files`;
  if (findings.length === 0) return `${where} checked, nothing found.`;
  const counts: [RuleLevel, string, string][] = [
    ['error', 'error', 'errors'],
    ['warning', 'warning', 'warnings'],
    ['info', 'note', 'notes'],
    ['hint', 'hint', 'hints'],
  ];
  const parts = counts.flatMap(([level, one, many]) => {
    const found = count(level);
    return found === 0 ? [] : [paint(level, `${found} ${found === 1 ? one : many}`)];
  });
  return `${parts.join(', ')} in ${where}.`;
}
