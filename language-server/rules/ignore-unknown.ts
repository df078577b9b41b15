/** A comment that silences a rule nobody knows silences nothing. */
import type { Rule } from './rule.js';
import { unknownRule } from './rule-config.js';

export const ignoreUnknown: Rule = {
  id: 'ignore/unknown',
  level: 'warning',
  check: ({ ignores, ruleIds, report }) => {
    for (const { rule, idRange } of ignores) {
      if (ruleIds.includes(rule)) continue;
      const message =
        rule === ''
          ? "This comment names no rule. Write '// sop-ignore', the rule's id, a colon and the reason, such as '// sop-ignore talk/silent: the account team calls'."
          : unknownRule(rule, ruleIds);
      report({ range: idRange, message });
    }
  },
};
