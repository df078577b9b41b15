/**
 * The list of pages (`docs/rules/README.md`) and the schema of `sop.config.json`, made from the rules and their pages. A test
 * holds the files against them; `SOP_UPDATE=1 npx vitest run test/language-server/rules/pages.test.ts` writes them anew.
 */
import { existsSync, readFileSync } from 'node:fs';
import { allRules } from '../../../language-server/rules/all-rules.js';
import { pageFile } from '../../../language-server/rules/diagnostics.js';
import { settableLevels } from '../../../language-server/rules/rule-config.js';

/** What a page says first. */
export function firstSentence(id: string): string {
  const path = `docs/rules/${pageFile(id)}`;
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const paragraphs = page.split(/\n\s*\n/).slice(1);
  const first = paragraphs.find((paragraph) => !paragraph.startsWith('#') && !/^\*?\*?Level/i.test(paragraph));
  const text = first?.replace(/\s+/g, ' ').trim() ?? '';
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

export function listOfPages(): string {
  const families = [...new Set(allRules.map(({ id }) => id.split('/')[0] ?? ''))];
  const tables = families.map((family) => {
    const rows = allRules
      .filter(({ id }) => id.startsWith(`${family}/`))
      .map(({ id, level }) => `| [${id}](${pageFile(id)}) | ${level} | ${firstSentence(id).replaceAll('|', '\\|')} |`);
    return `## ${family}\n\n| rule | level | in short |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${introduction}\n${tables.join('\n')}`;
}

const introduction = `# Rules

What is checked beyond syntax and names. Each rule has an id, a level, and a page of its own: why it exists, an example on which
it fires, one on which it does not, how to fix what it finds, and how to silence it. In the editor, the id beside a message leads to
the page; on the command line, \`sop explain time/budget\` prints it.

**Another level** for all files: \`sop.config.json\` at the root of the workspace (or in a folder, for the files below it), read by the
editor and the command line alike. A level is \`error\`, \`warning\`, \`info\`, \`hint\` or \`off\`.

\`\`\`json
{ "rules": { "time/budget": "warning", "document/twins": "off" } }
\`\`\`

**One place**: a comment above a declaration or step silences a rule for it, and says why.

\`\`\`text
// sop-ignore talk/silent: the account team calls
trigger churn-signal "Usage falls" { … }
\`\`\`

**Variants**: a procedure with variants is checked as itself and as each of them. What only a variant gets wrong names it: *"In the
variant 'SMB accounts' (smb): …"*. It stands on the line of the variant that
brings it about: the step, the promise or the name that it overrides, puts in or omits.

Before the rules come faults that are always errors: [syntax](syntax.md), [link/unknown](link-unknown.md), [link/omitted](link-omitted.md),
[import/missing](import-missing.md), [name/twice](name-twice.md), [value/date](value-date.md), [value/time](value-time.md),
[value/zone](value-zone.md); and, in \`sop.config.json\`, [config/json](config-json.md), [config/unknown](config-unknown.md),
[config/level](config-level.md). While a text has syntax errors, the rules keep what they found before.
`;

export function configSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Escalation SOP configuration',
    description: 'sop.config.json: levels of the rules, for the editor and the command line alike.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: "Levels that differ from the rules' own.",
        type: 'object',
        properties: Object.fromEntries(
          allRules.map(({ id, level }) => [
            id,
            { $ref: '#/$defs/level', description: `${firstSentence(id)} Its own level: ${level}.`, default: level },
          ]),
        ),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
    $defs: {
      level: { description: 'How much it matters; "off" leaves the rule out.', enum: [...settableLevels] },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
