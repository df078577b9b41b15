/** A procedure in force should say who put it in force. */
import type { Rule } from './rule.js';

export const documentApproval: Rule = {
  id: 'document/approval',
  level: 'info',
  check: ({ procedure, report }) => {
    const { header } = procedure;
    if (header?.status !== 'active' || header.approvals.length > 0) return;
    const status = header.places?.status?.[0];
    report({
      range: header.selection,
      element: header.id,
      message: `'${header.title ?? header.name}' is active, but nobody has approved it. Add who did and when, such as approved by ${header.owner ?? 'vp-cs'} on 2026-09-01.`,
      ...(status ? { related: [{ message: 'It is made active here.', range: status }] } : {}),
    });
  },
};
