/** Every level has exactly one owner: with none nobody answers for it, with two each waits for the other. */
import { type MergedLevel, mergedLevels } from '../../flow/merged-level.js';
import type { Level, Procedure } from '../../flow/procedure.js';
import { roleTitle } from '../../flow/titles.js';
import { insertInBlock } from './insert-in-block.js';
import type { Report, Rule, RuleContext } from './rule.js';
import { forSeverities, listed, quoted } from './words.js';

export const peopleOwner: Rule = {
  id: 'people/owner',
  level: 'error',
  check: (context) => {
    for (const level of context.procedure.levels) {
      for (const merged of mergedLevels(level)) {
        const report = problem(context, level, merged);
        if (report) context.report({ element: level.id, ...report });
      }
    }
  },
};

/** A `for` block is only at fault when it names more than one owner itself. */
function problem({ procedure, textAt }: RuleContext, level: Level, { block }: MergedLevel): Report | null {
  const written = (block ?? level).places?.owner ?? [];
  const owners = (block ?? level).owners;
  if (written.length > 1) {
    const names = owners.map((name) => `'${roleTitle(procedure, name)}'`);
    return {
      range: written[1] ?? level.selection,
      message: `${forSeverities(procedure, block)}${quoted(level)} has ${written.length} owners${names.length > 1 ? ` (${listed(names)})` : ''}, so that each may wait for the other. Keep one as 'owner', and name the others after 'consulted' or 'informed'.`,
      related: written[0] ? [{ message: 'The first owner.', range: written[0] }] : [],
    };
  }
  if (block || written.length === 1 || owners.length === 1) return null;
  const likely = likelyOwner(procedure, level);
  return {
    range: level.selection,
    message: `${quoted(level)} has no owner, so that nobody answers for it. Write 'owner' and one role in it${likely ? `, such as owner ${likely}` : ''}.`,
    fix: { title: 'Give it an owner', edits: insertInBlock(level, [`owner \${1:${likely ?? 'role'}}`], textAt) },
  };
}

/** Who does most of its steps, else any role of the company. */
function likelyOwner(procedure: Procedure, level: Level): string | null {
  const counts = new Map<string, number>();
  for (const step of procedure.steps) {
    if (step.parent !== level.id) continue;
    for (const role of step.by) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? procedure.roles.find((role) => !role.external)?.name ?? null;
}
