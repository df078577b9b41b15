/** Two severities beside each other with the same targets and the same people need not be two. */
import type { Duration, Procedure, Severity, Target } from '../../flow/procedure.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const severitySame: Rule = {
  id: 'severity/same',
  level: 'info',
  check: ({ procedure, report }) => {
    procedure.severities.forEach((severity, i) => {
      const above = procedure.severities[i - 1];
      if (!above || severity.uri !== undefined || above.uri !== undefined) return;
      const promises = promisesOf(severity);
      if (promises === '' || promises !== promisesOf(above) || aLevelTellsApart(procedure, severity, above)) return;
      report({
        range: severity.selection,
        element: severity.id,
        message: `${quoted(severity)} has the same targets and people as ${quoted(above)}, so it makes no difference which one a case gets. Give them different targets, or make one of the two.`,
        related: [{ message: 'Has the same targets and people.', range: above.selection }],
      });
    });
  },
};

/** Everything promised and everyone named, in one order; empty without any. */
function promisesOf({ targets, owner, consulted, informed }: Severity): string {
  const people = [
    ...(owner === null ? [] : [`owner ${owner}`]),
    ...[...new Set(consulted)].map((role) => `consulted ${role}`),
    ...[...new Set(informed)].map((role) => `informed ${role}`),
  ];
  return [...targets.map(promise), ...people].sort().join('; ');
}

function promise(target: Target): string {
  if (target.kind !== 'update') return `${target.kind} ${length(target.within)}`;
  const { audience, form, every, times, per, via, by } = target;
  const people = [audience, via, by].map((names) => [...names].sort().join(',')).join('|');
  return `update ${people} ${form} ${every ? length(every) : `${times} ${per}`}`;
}

function length({ minutes, business, calendar }: Duration): string {
  return `${minutes}${business ? ` business ${calendar ?? ''}` : ''}`;
}

/** Whether some level has a `for` block for one of the two alone. */
function aLevelTellsApart(procedure: Procedure, one: Severity, other: Severity): boolean {
  const names = (severity: Severity, block: { readonly severities: readonly string[] }) =>
    severity.name !== null && block.severities.includes(severity.name);
  return procedure.levels.some((level) => level.bySeverity.some((block) => names(one, block) !== names(other, block)));
}
