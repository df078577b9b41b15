/** The comment of a pull request: what was found, and what changed in which procedure. */

/** How comments of this action are known again. */
export const marker = '<!-- escalation-sop -->';

const most = 20;

/** Markdown. `changes` is null when there was nothing to compare with. */
export function reportOf({ findings, files, changes, artifact }) {
  const parts = [marker, `### Escalation procedures: ${summary(findings, files)}`];
  if (changes && changes.length > 0) {
    const rows = changes.map((change) => {
      const found = findings.filter(({ file }) => file === change.file || file === `./${change.file}`);
      return `| ${titleOf(change)} | ${change.change} | ${numbers(change, 'levels')} | ${numbers(change, 'steps')} | ${counts(found)} |`;
    });
    parts.push(
      ['| Procedure | Change | Levels | Steps | Found |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
      changes.some(({ before, after }) => before?.picture || after?.picture)
        ? `Pictures before and after are among the files of this run${artifact ? `: [${artifact.name}](${artifact.address})` : '.'}`
        : '',
    );
  } else if (changes) parts.push('No procedure is changed here.');
  const grave = findings.filter(({ level }) => level === 'error' || level === 'warning');
  if (grave.length > 0) {
    const lines = grave
      .slice(0, most)
      .map(
        ({ file, range, level, message, code }) =>
          `- ${level}, ${inCode(`${file}:${range.start.line + 1}`)}: ${plain(message)} ${inCode(code)}`,
      );
    if (grave.length > most) lines.push(`- … and ${grave.length - most} more.`);
    parts.push(`<details><summary>What was found</summary>\n\n${lines.join('\n')}\n\n</details>`);
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function summary(findings, files) {
  return `${counts(findings)} in ${count(files, 'file')}`;
}

function counts(findings) {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const told = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(
    (text) => text !== '',
  );
  return told.length > 0 ? told.join(', ') : 'nothing wrong';
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function titleOf({ file, from, before, after }) {
  const title = after?.title || before?.title;
  const name = from === file ? inCode(file) : `${inCode(from)} → ${inCode(file)}`;
  return title ? `${plain(title)} (${name})` : name;
}

/** "3 → 4", or one number where it is the same. */
function numbers({ before, after }, kind) {
  if (!before && !after) return '–';
  if (!before || !after || before[kind] === after[kind]) return `${(after ?? before)[kind]}`;
  return `${before[kind]} → ${after[kind]}`;
}

/** Text of a file as text: no mark-up, no mentions, no new cells or lines. */
function plain(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200B');
}

function inCode(text) {
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
