/** A promise must not hang on one person being there. */
import { mergedLevels } from '../../flow/merged-level.js';
import type { Procedure, Role } from '../../flow/procedure.js';
import { roleTitle } from '../../flow/titles.js';
import { insertInBlock } from './insert-in-block.js';
import type { Fix, Rule, RuleContext } from './rule.js';
import { quoted } from './words.js';

export const peopleBackup: Rule = {
  id: 'people/backup',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    for (const own of procedure.levels) {
      const told = new Set<string>();
      for (const { level, block } of mergedLevels(own)) {
        const role = procedure.roles.find(({ name }) => name === level.owner);
        if (!role?.name || level.targets.length === 0 || told.has(role.name)) continue;
        told.add(role.name);
        if (role.backup.length > 0 || role.oneOf.length > 0) continue;
        const title = roleTitle(procedure, role.name);
        const fix = fixFor(context, role);
        report({
          range: (block?.owners.length ? block : own).places?.owner?.[0] ?? own.selection,
          element: own.id,
          message: `${quoted(own)} makes a promise, but its owner '${title}' has no backup: on a day off nobody keeps it. Add 'backup' and a role to '${title}'${likelyBackup(procedure, role) ? `, such as backup ${likelyBackup(procedure, role)}` : ''}.`,
          related: role.uri === undefined ? [{ message: `'${title}' is here.`, range: role.selection }] : [],
          ...(fix ? { fix } : {}),
        });
      }
    }
  },
};

/** Not for a role of another file, which is changed there. */
function fixFor({ procedure, textAt }: RuleContext, role: Role): Fix | null {
  if (role.uri !== undefined) return null;
  const edits = insertInBlock(role, [`backup \${1:${likelyBackup(procedure, role) ?? 'role'}}`], textAt);
  return { title: `Give '${role.title ?? role.name}' a backup`, edits };
}

function likelyBackup(procedure: Procedure, role: Role): string | null {
  const others = procedure.roles.filter(({ name, external, oneOf, backup }) => {
    return name !== role.name && !external && oneOf.length === 0 && !backup.includes(role.name ?? '');
  });
  return role.reportsTo ?? others.find(({ team }) => team !== null && team === role.team)?.name ?? others[0]?.name ?? null;
}
