/** Whose calendar counts business time: that of the responsible role, else of the level's owner; a role's is its team's where it has none. */
import type { Reference } from 'langium';
import type * as ast from '../generated/ast.js';
import { referenced } from './references.js';

/** Roles whose calendars are tried, first to last. */
export type Clock = readonly (ast.Role | undefined)[];

/** The roles that a list refers to, as the beginning of a clock. */
export function clockOf(references: readonly Reference<ast.Role>[] | undefined): Clock {
  return references?.length ? references.map(referenced) : [];
}

/** The first calendar that one of the roles has. */
export function calendarOf(clock: Clock): ast.Calendar | undefined {
  for (const role of clock) {
    const calendar = role && (calendarIn(role.properties) ?? calendarIn(teamOf(role)?.properties ?? []));
    if (calendar) return calendar;
  }
  return undefined;
}

function calendarIn(properties: readonly (ast.RoleProperty | ast.Team['properties'][number])[]): ast.Calendar | undefined {
  for (const property of properties) {
    const calendar = property.$type === 'Hours' ? referenced(property.calendar) : undefined;
    if (calendar) return calendar;
  }
  return undefined;
}

function teamOf(role: ast.Role): ast.Team | undefined {
  for (const property of role.properties) {
    const team = property.$type === 'Membership' ? referenced(property.team) : undefined;
    if (team) return team;
  }
  return undefined;
}
