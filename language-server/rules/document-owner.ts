/** A procedure says who answers for it and which version it is. */
import { insertInBlock } from './insert-in-block.js';
import type { Rule } from './rule.js';

export const documentOwner: Rule = {
  id: 'document/owner',
  level: 'warning',
  check: ({ procedure, report, textAt }) => {
    const { header, roles } = procedure;
    if (!header) return;
    const withoutOwner = header.owner === null;
    const withoutVersion = header.versionText === null;
    if (!withoutOwner && !withoutVersion) return;
    const role = roles.find(({ external }) => !external)?.name ?? 'csm';
    const lines = [
      ...(withoutVersion ? [`version "\${1:1.0}"`] : []),
      ...(withoutOwner ? [`owner \${${withoutVersion ? 2 : 1}:${role}}`] : []),
    ];
    report({
      range: header.selection,
      element: header.id,
      message: messageFor(header.title ?? header.name ?? '', withoutOwner, withoutVersion, role),
      fix: {
        title: `Add ${[...(withoutVersion ? ["'version'"] : []), ...(withoutOwner ? ["'owner'"] : [])].join(' and ')}`,
        edits: insertInBlock(header, lines, textAt),
      },
    });
  },
};

function messageFor(title: string, withoutOwner: boolean, withoutVersion: boolean, role: string): string {
  if (withoutOwner && withoutVersion) {
    return `'${title}' has no owner and no version: nobody answers for it, and readers cannot tell which one they hold. Add owner ${role} and version "1.0".`;
  }
  return withoutOwner
    ? `'${title}' has no owner: nobody answers for it. Add the role that keeps it true, such as owner ${role}.`
    : `'${title}' has no version: readers cannot tell which one they hold. Add version "1.0".`;
}
