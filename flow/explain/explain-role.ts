/** A role: who it is, when it is at work, what it owns, does, approves and is told. */
import { calendarOfRole } from '../calendar.js';
import type { Procedure, Role } from '../procedure.js';
import { roleTitle, roleTitles, stepTitle } from '../titles.js';
import { describeHours, describeNow } from './describe-hours.js';
import { type Explanation, facts } from './explanation.js';

/** `now`: minutes since 1970-01-01 00:00 UTC, for the present local time; left out where a picture must stay the same. */
export function explainRole(procedure: Procedure, role: Role, now?: number): Explanation {
  const name = role.name ?? '';
  const calendar = calendarOfRole(procedure, name);
  const owns = procedure.levels
    .filter((level) => level.owners.includes(name))
    .map((level) => level.title ?? level.name ?? level.id);
  const does = procedure.steps.filter((step) => step.kind !== 'join' && step.responsible.includes(name));
  const told = toldOf(procedure, name);
  const team = procedure.teams.find((candidate) => candidate.name === role.team);
  return {
    kind: role.external ? 'external role' : role.oneOf.length > 0 ? 'role filled at run time' : 'role',
    title: role.title ?? name,
    name: role.name,
    facts: facts(
      ['Team', team ? (team.title ?? team.name) : role.team],
      ['One of', roleTitles(procedure, role.oneOf)],
      ['Reports to', role.reportsTo ? roleTitle(procedure, role.reportsTo) : null],
      ['Backup', roleTitles(procedure, role.backup)],
      ['Hours', calendar ? describeHours(calendar) : role.external ? null : 'not known: give the role or its team a calendar'],
      ['Now', calendar && now !== undefined ? describeNow(calendar, now) : null],
      ['Owns', owns.join(', ')],
      ['Does', summary(does.map((step) => stepTitle(procedure, step)))],
      [
        'May approve',
        role.mayApprove.map((item) => `${item.subject}${item.limit ? ` up to ${item.limit.text}` : ''}`).join(', '),
      ],
      ['May, without asking', role.may.join(', ')],
      ['Is told', summary(told)],
      ['Contact', role.contacts.map((contact) => [contact.via, contact.address].filter(Boolean).join(' ')).join(', ')],
    ),
    notes: [...(role.documentation ? [role.documentation] : []), ...role.duties, ...(role.notes ?? [])],
    references: role.references ?? [],
  };
}

/** What reaches this role: messages, pages, updates, and what it is consulted on or informed of. */
function toldOf(procedure: Procedure, name: string): string[] {
  const messages = procedure.steps.filter(
    (step) => step.audience?.includes(name) || step.hops?.some((hop) => hop.roles.includes(name)),
  );
  const places = [...procedure.levels, ...procedure.severities];
  const updates = places.filter((place) =>
    place.targets.some((target) => target.kind === 'update' && target.audience.includes(name)),
  );
  const informed = places.filter((place) => place.informed.includes(name));
  const consulted = places.filter((place) => place.consulted.includes(name));
  const title = (place: { title: string | null; name: string | null }): string => place.title ?? place.name ?? '';
  return [
    ...messages.map((step) => stepTitle(procedure, step)),
    ...updates.map((place) => `updates in ${title(place)}`),
    ...informed.map((place) => `of ${title(place)}`),
    ...consulted.map((place) => `and asked in ${title(place)}`),
  ];
}

/** The first few, and how many more. */
function summary(items: readonly string[]): string {
  const shown = items.slice(0, 6).join(', ');
  return items.length > 6 ? `${shown} and ${items.length - 6} more` : shown;
}
