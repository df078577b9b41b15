/** `--format sarif`: SARIF 2.1.0, the format of code-scanning services. */

import type { Range } from '../../flow/procedure.js';
import { allRules } from '../../language-server/rules/all-rules.js';
import { pageAddress } from '../../language-server/rules/diagnostics.js';
import type { RuleLevel } from '../../language-server/rules/rule.js';
import { version } from '../version.js';
import type { CheckFormat } from './check-format.js';

export const sarif: CheckFormat = {
  name: 'sarif',
  print: ({ findings }) => {
    const ids = [...new Set([...allRules.map(({ id }) => id), ...findings.map(({ code }) => code)])];
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'sop', semanticVersion: version, rules: ids.map(ruleOf) } },
          columnKind: 'utf16CodeUnits',
          results: findings.map(({ file, code, level, message, range, related }) => ({
            ruleId: code,
            ruleIndex: ids.indexOf(code),
            level: levels[level],
            message: { text: message },
            locations: [{ physicalLocation: place(file, range) }],
            ...(related.length === 0
              ? {}
              : {
                  relatedLocations: related.map((other, id) => ({
                    id,
                    message: { text: other.message },
                    physicalLocation: place(other.file, other.range),
                  })),
                }),
          })),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

const levels: Readonly<Record<RuleLevel, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function ruleOf(id: string) {
  const rule = allRules.find((candidate) => candidate.id === id);
  return rule
    ? { id, helpUri: pageAddress(id), defaultConfiguration: { level: levels[rule.level] } }
    : { id, helpUri: pageAddress(id), defaultConfiguration: { level: 'error' } };
}

function place(file: string, { start, end }: Range) {
  const uri = file.startsWith('/') ? `file://${encodeURI(file)}` : encodeURI(file);
  return {
    artifactLocation: { uri },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}
