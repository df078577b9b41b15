/** A procedure has something that starts it, and says what "resolved" means. */
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const flowStart: Rule = {
  id: 'flow/start',
  level: 'error',
  check: ({ procedure, report }) => {
    const { header, triggers, resolutions, levels } = procedure;
    if (!header) return;
    if (triggers.length === 0) {
      report({
        range: header.selection,
        element: header.id,
        message: `Nothing starts ${quoted(header)}: it has no trigger. Add one, such as trigger complaint "Complaint received" { when "The customer complains" judged by … -> ${levels[0]?.name ?? '…'} }.`,
      });
    }
    if (resolutions.length === 0) {
      report({
        range: header.selection,
        element: header.id,
        message: `${quoted(header)} never says what resolved means: it has no resolution. Add one, such as resolution resolved "Resolved" { require "Customer confirms the fix" judged by … }, and lead to it with -> resolved.`,
      });
    }
  },
};
