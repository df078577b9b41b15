/** Nobody may wait for ever: a wait has a limit, and a level is resolved or escalates. */
import type { Level, Procedure, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { insertInBlock } from './insert-in-block.js';
import { LikelyTimes } from './likely-times.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const timeNoWayOut: Rule = {
  id: 'time/no-way-out',
  level: 'warning',
  check: (context) => {
    const { procedure, report, textAt } = context;
    const likely = new LikelyTimes(context);
    for (const step of procedure.steps) {
      if (step.kind !== 'wait' || step.limit) continue;
      const target = elsewhere(procedure, step);
      const limit = likely.limitOf(step);
      report({
        range: step.selection,
        element: step.id,
        message: `'${stepTitle(procedure, step)}' may wait for ever. Say how long, and what happens then, such as up to ${limit} else -> ${target}.`,
        fix: {
          title: 'Say how long to wait',
          edits: [
            {
              range: { start: afterTitle(step, textAt), end: afterTitle(step, textAt) },
              newText: step.otherwise ? ` up to \${1:${limit}}` : ` up to \${1:${limit}} else -> \${2:${target}}`,
            },
          ],
        },
      });
    }
    const top = Math.max(...procedure.levels.map(({ rung }) => rung));
    for (const level of procedure.levels) {
      if (level.rung === top || hasWayOut(level) || isCoveredBySeverities(procedure, level)) continue;
      const higher = procedure.levels.find(({ rung }) => rung > level.rung);
      const time = likely.timeFor(level);
      report({
        range: level.selection,
        element: level.id,
        message: `${quoted(level)} can stay open for ever: it promises no time to resolve and never escalates. Add 'resolve within' and 'escalate after', such as resolve within ${time} and escalate after ${time} -> ${higher?.name ?? '…'}.`,
        fix: {
          title: 'Add a time to resolve, and an escalation',
          edits: insertInBlock(
            level,
            [`resolve within \${1:${time}}`, `escalate after \${2:${time}} -> \${3:${higher?.name ?? 'level'}}`],
            textAt,
          ),
        },
      });
    }
  },
};

function hasWayOut({ targets, escalations }: Pick<Level, 'targets' | 'escalations'>): boolean {
  return escalations.length > 0 || targets.some(({ kind }) => kind === 'resolve');
}

/** Each severity has a `for` block that says it. */
function isCoveredBySeverities(procedure: Procedure, level: Level): boolean {
  const covered = new Set(level.bySeverity.filter(hasWayOut).flatMap(({ severities }) => severities));
  return procedure.severities.length > 0 && procedure.severities.every(({ name }) => name !== null && covered.has(name));
}

/** Where a wait that is over may lead: the next level, else the resolution. */
function elsewhere(procedure: Procedure, step: Step): string {
  const level = procedure.levels.find(({ id }) => id === step.parent);
  const higher = procedure.levels.find(({ rung }) => level && rung > level.rung);
  return higher?.name ?? procedure.resolutions[0]?.name ?? 'level';
}

/** Behind what is waited for. */
function afterTitle(step: Step, textAt: (range: Step['range']) => string): Step['range']['end'] {
  const title = step.texts?.find(({ kind }) => kind === 'title');
  if (title) return title.range.end;
  const text = /^wait\s+(?:[\w-]+\s+)?"(?:\\.|[^"\\])*"/.exec(textAt(step.range))?.[0] ?? '';
  return text.includes('\n') || text === ''
    ? step.selection.end
    : { line: step.range.start.line, character: step.range.start.character + text.length };
}
