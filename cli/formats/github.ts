/** `--format github`: workflow commands, which GitHub shows as annotations beside the lines of a pull request. */
import type { RuleLevel } from '../../language-server/rules/rule.js';
import type { CheckFormat } from './check-format.js';

export const github: CheckFormat = {
  name: 'github',
  print: ({ findings }) =>
    findings
      .map(({ file, code, level, message, range }) => {
        const properties = [
          `file=${property(file)}`,
          `line=${range.start.line + 1}`,
          `col=${range.start.character + 1}`,
          `endLine=${range.end.line + 1}`,
          `endColumn=${range.end.character + 1}`,
          `title=${property(code)}`,
        ];
        return `::${commands[level]} ${properties.join(',')}::${data(message)}\n`;
      })
      .join(''),
};

const commands: Readonly<Record<RuleLevel, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
