/** What is promised around the clock needs somebody at work around the clock. */
import { calendarOfRole } from '../../flow/calendar.js';
import { mergedLevels } from '../../flow/merged-level.js';
import type { Level, Procedure, SeverityTargets, Target } from '../../flow/procedure.js';
import { answeringFor, uncoveredHours, weekHoursText } from '../../flow/time-coverage.js';
import { roleTitle } from '../../flow/titles.js';
import { WayGraph } from '../../flow/ways-graph.js';
import type { Rule } from './rule.js';
import { forSeverities, listed, quoted } from './words.js';

const week = 7 * 1440;

export const timeCoverage: Rule = {
  id: 'time/coverage',
  level: 'warning',
  check: ({ procedure, today, report }) => {
    for (const own of procedure.levels) {
      const told = new Set<string>();
      for (const { level, block } of mergedLevels(own)) {
        const { owner } = level;
        const promise = [...level.targets, ...fromStart(procedure, own, block)].find(isAroundTheClock);
        if (owner === null || !promise || told.has(owner)) continue;
        const people = answeringFor(procedure, owner);
        const uncovered = uncoveredHours(procedure, people, today);
        if (!uncovered) continue;
        told.add(owner);
        const names = people.map((role) => `'${roleTitle(procedure, role)}'`);
        const when = uncovered.from === null ? '' : ` in the week from ${uncovered.from}, when clocks differ`;
        report({
          range: placeOfOwner(own, block),
          element: own.id,
          message: `${forSeverities(procedure, block)}${quoted(own)} promises '${textOf(promise)}' by the clock, but ${names.length === 1 ? `${names[0]} is not` : `none of ${listed(names)} is`} at work at these hours (UTC)${when}: ${weekHoursText(uncovered.hours)}. Name a backup for them, or promise business time.`,
          related: [
            { message: `The promise: ${textOf(promise)}.`, range: promise.selection },
            ...people.flatMap((role) => {
              const calendar = calendarOfRole(procedure, role);
              if (!calendar || calendar.uri !== undefined) return [];
              return [{ message: `The hours of '${roleTitle(procedure, role)}'.`, range: calendar.selection }];
            }),
          ],
        });
      }
    }
  },
};

function isAroundTheClock(target: Target): boolean {
  const time = target.kind === 'update' ? target.every : target.within;
  return time !== null && !time.business && time.minutes < week;
}

/** What the header and severities promise from the moment a trigger fires, where one starts in this level. */
function fromStart(procedure: Procedure, level: Level, block: SeverityTargets | null): Target[] {
  const graph = WayGraph.of(procedure);
  const starting = procedure.triggers.filter(({ target }) => target !== null && graph.containerOf(target) === level.id);
  if (starting.length === 0) return [];
  // What a `for` block changes for a severity is looked at with that block.
  const special = new Set(level.bySeverity.flatMap(({ severities }) => severities));
  const severities = procedure.severities.filter(
    ({ name }) =>
      name !== null &&
      (block ? block.severities.includes(name) : !special.has(name)) &&
      starting.some(({ severity }) => severity === null || severity === name),
  );
  return [...(procedure.header?.targets ?? []), ...severities.flatMap(({ targets }) => targets)].filter(
    ({ kind }) => kind === 'acknowledge' || kind === 'respond',
  );
}

function placeOfOwner(level: Level, block: SeverityTargets | null): Level['selection'] {
  return block?.places?.owner?.[0] ?? level.places?.owner?.[0] ?? level.selection;
}

function textOf(target: Target): string {
  if (target.kind !== 'update') return `${target.kind} within ${target.within.text}`;
  return `update ${target.form === 'once' ? 'once within' : 'every'} ${target.every?.text ?? ''}`;
}
