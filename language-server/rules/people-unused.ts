/** What nobody uses is left over, or was meant to be used. */
import type { Element, Procedure, Severity } from '../../flow/procedure.js';
import { type UsedNames, usedNames } from '../../flow/used-names.js';
import type { Rule } from './rule.js';
import { quoted } from './words.js';

export const peopleUnused: Rule = {
  id: 'people/unused',
  level: 'hint',
  check: ({ procedure, family, report }) => {
    if (!procedure.header) return;
    const { variant } = procedure;
    // What the procedure itself does not use a variant may, and what a variant leaves out is no fault: of a variant only
    // what it declares is looked at.
    const isToldHere = ({ uri, fromVariant }: Element): boolean =>
      uri === undefined && (variant === null || fromVariant === variant);
    const used = family.map(usedNames);
    const isUsed = (kind: keyof UsedNames, { name }: Element): boolean =>
      name === null || used.some((names) => names[kind].has(name));
    const unused: [kind: string, elements: readonly Element[]][] = [
      ['role', procedure.roles.filter((role) => !isUsed('roles', role))],
      ['team', procedure.teams.filter((team) => !isUsed('teams', team))],
      ['channel', procedure.channels.filter((channel) => !isUsed('channels', channel))],
      ['template', procedure.templates.filter((template) => !isUsed('templates', template))],
      ['calendar', procedure.calendars.filter((calendar) => !isUsed('calendars', calendar))],
      [
        'source',
        procedure.sources.filter(
          ({ provides }) => !provides.some(({ metric }) => used.some(({ metrics }) => metrics.has(metric))),
        ),
      ],
      ['metric', procedure.metrics.filter((metric) => !metric.standard && !isUsed('metrics', metric))],
      ['threshold', procedure.thresholds.filter((threshold) => !isUsed('thresholds', threshold))],
      [
        'severity',
        procedure.severities.filter((severity) => !isUsed('severities', severity) && isOnlyALabel(procedure, severity)),
      ],
    ];
    for (const [kind, elements] of unused) {
      for (const element of elements) {
        if (!isToldHere(element)) continue;
        const what = kind === 'source' ? 'Nothing uses what the source' : `Nobody uses the ${kind}`;
        report({
          range: element.selection,
          element: element.id,
          unused: true,
          message: `${what} ${quoted(element)}${kind === 'source' ? ' provides' : ''}. Use it, or remove it.`,
        });
      }
    }
  },
};

/** Its promises and people count wherever it applies; the one for all that is left makes the others tell cases apart. */
function isOnlyALabel({ severities }: Procedure, severity: Severity): boolean {
  const { targets, owner, consulted, informed, when } = severity;
  if (targets.length > 0 || owner !== null || consulted.length > 0 || informed.length > 0) return false;
  const isRest = when === null && severities.find((other) => other.when === null) === severity;
  return !(isRest && severities.some((other) => other.when !== null));
}
