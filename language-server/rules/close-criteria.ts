/** A resolution must say what has to be true before the case may be called resolved. */
import { insertInBlock } from './insert-in-block.js';
import type { Rule } from './rule.js';

export const closeCriteria: Rule = {
  id: 'close/criteria',
  level: 'error',
  check: ({ procedure, report, textAt }) => {
    for (const resolution of procedure.resolutions) {
      if (resolution.requirements.length > 0) continue;
      const judge = procedure.header?.owner ?? procedure.roles.find((role) => !role.external)?.name ?? 'csm';
      report({
        range: resolution.selection,
        element: resolution.id,
        message: `'${resolution.title ?? resolution.name}' does not say what must be true to call a case resolved. Add a 'require', such as require "Customer confirms the fix" judged by ${judge}.`,
        fix: {
          title: "Add a 'require'",
          edits: insertInBlock(resolution, [`require "\${1:Customer confirms the fix}" judged by \${2:${judge}}`], textAt),
        },
      });
    }
  },
};
