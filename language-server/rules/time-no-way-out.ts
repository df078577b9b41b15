/** Nobody may wait for ever: a wait has a limit, and a level is resolved or escalates. */
import type { Duration, Level, Procedure, Step } from '../../flow/procedure.js';
import { stepTitle } from '../../flow/titles.js';
import { insertInBlock } from './insert-in-block.js';
import type { Rule, RuleContext } from './rule.js';
import { timeBudget } from './time-budget.js';
import { timeDeadline } from './time-deadline.js';
import { quoted } from './words.js';

export const timeNoWayOut: Rule = {
  id: 'time/no-way-out',
  level: 'warning',
  check: (context) => {
    const { procedure, report, textAt } = context;
    for (const step of procedure.steps) {
      if (step.kind !== 'wait' || step.limit) continue;
      const target = elsewhere(procedure, step);
      const limit = likelyLimit(context, step);
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
      const time = likelyTime(context, level);
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

const limits: readonly (readonly [text: string, minutes: number])[] = [
  ['2 days', 2880],
  ['1 day', 1440],
  ['4 h', 240],
  ['1 h', 60],
  ['30 min', 30],
  ['15 min', 15],
];

/** The longest usual wait that breaks no promise; two business days where nothing is promised. */
function likelyLimit(context: RuleContext, step: Step): string {
  const { procedure } = context;
  const { header, severities, levels } = procedure;
  const promised = [...(header ? [header] : []), ...severities, ...levels, ...levels.flatMap(({ bySeverity }) => bySeverity)];
  if (promised.every(({ targets }) => targets.every(({ kind }) => kind === 'update'))) return '2 business days';
  const broken = brokenPromises(context, procedure);
  const fits = limits.find(([text, minutes]) => {
    const limit: Duration = {
      amount: minutes,
      unit: 'minute',
      business: false,
      minutes,
      calendar: null,
      text,
      range: step.range,
    };
    const steps = procedure.steps.map((one) => (one === step ? { ...one, limit } : one));
    return brokenPromises(context, { ...procedure, steps }) <= broken;
  });
  return (fits ?? limits.at(-1))?.[0] ?? '1 h';
}

const times: readonly (readonly [text: string, minutes: number, business: boolean])[] = [
  ['1 business day', 480, true],
  ['2 business days', 960, true],
  ['1 week', 10_080, false],
  ['2 weeks', 20_160, false],
];

/** The shortest usual time to resolve that leaves room for a level's steps. */
function likelyTime(context: RuleContext, level: Level): string {
  const { procedure } = context;
  const broken = brokenPromises(context, procedure);
  const fits = times.find(([text, minutes, business]) => {
    const { range, selection } = level;
    const unit = business ? 'hour' : 'minute';
    const within: Duration = { amount: business ? minutes / 60 : minutes, unit, business, minutes, calendar: null, text, range };
    const promising: Level = { ...level, targets: [...level.targets, { kind: 'resolve', within, range, selection }] };
    const levels = procedure.levels.map((one) => (one === level ? promising : one));
    return brokenPromises(context, { ...procedure, levels }) <= broken;
  });
  return (fits ?? times.at(-1))?.[0] ?? '1 week';
}

function brokenPromises(context: RuleContext, procedure: Procedure): number {
  let count = 0;
  for (const rule of [timeBudget, timeDeadline]) rule.check({ ...context, procedure, report: () => count++ });
  return count;
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
