/** A rule may be silenced, but never without saying why. */
import type { Rule } from './rule.js';

export const ignoreReason: Rule = {
  id: 'ignore/reason',
  level: 'warning',
  check: ({ ignores, report }) => {
    for (const { rule, reason, range } of ignores) {
      if (rule === '' || reason !== '') continue;
      report({
        range,
        message: `'${rule}' is silenced without a reason. Write it after a colon, such as '// sop-ignore ${rule}: agreed with Legal'.`,
      });
    }
  },
};
