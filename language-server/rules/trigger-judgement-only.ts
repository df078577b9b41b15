/** A trigger that only a human can judge needs an example at least. */
import type { Condition } from '../../flow/procedure.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const triggerJudgementOnly: Rule = {
  id: 'trigger/judgement-only',
  level: 'info',
  check: ({ procedure, report }) => {
    for (const trigger of procedure.triggers) {
      if (trigger.examples.length > 0 || (trigger.condition && isMeasured(trigger.condition))) continue;
      const fault = trigger.condition
        ? 'rests on judgement alone, with nothing to measure and no example'
        : 'says neither when it fires nor gives an example';
      report({
        range: trigger.selection,
        element: trigger.id,
        message: `${quoted(trigger)} ${fault}. Add a test, such as 'first-response-time > 4 h', or an 'example "…"' of a case.`,
      });
    }
  },
};

function isMeasured(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.some(isMeasured);
    case 'not':
    case 'group':
      return isMeasured(condition.operand);
    case 'judgement':
      return false;
    case 'test':
      return true;
  }
}
