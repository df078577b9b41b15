/** Who stands in for whom, reports to whom or is filled by whom must come to an end. */
import type { Procedure, Role } from '../../flow/procedure.js';
import type { Report, Rule } from './rule.js';
import { quoted } from './words.js';

const relations = [
  { names: (role: Role) => role.backup, place: 'backup', words: 'is backed up by' },
  { names: (role: Role) => (role.reportsTo === null ? [] : [role.reportsTo]), place: 'reportsTo', words: 'reports to' },
  { names: (role: Role) => role.oneOf, place: 'oneOf', words: 'is one of' },
] as const;

export const peopleLoop: Rule = {
  id: 'people/loop',
  level: 'error',
  check: ({ procedure, report }) => {
    for (const relation of relations) for (const found of loops(procedure, relation)) report(found);
  },
};

/** One for each loop, at the link that closes it: of its roles the last in the text. */
function loops(procedure: Procedure, { names, place, words }: (typeof relations)[number]): Report[] {
  const roles = new Map(procedure.roles.map((role) => [role.name, role]));
  const told = new Set<Role>();
  const onwards = (role: Role): Role[] => names(role).flatMap((name) => roles.get(name) ?? []);
  return goingOn(procedure.roles, onwards).flatMap((start): Report[] => {
    if (told.has(start)) return [];
    const loop = wayBack(start, onwards);
    if (!loop || loop.some((role) => told.has(role))) return [];
    for (const role of loop) told.add(role);
    const own = loop.filter(({ uri }) => uri === undefined);
    const last = own.at(-1);
    if (!last) return [];
    const turned = [...loop.slice(loop.indexOf(last)), ...loop.slice(0, loop.indexOf(last))];
    const next = turned[1] ?? last;
    const index = names(last).indexOf(next.name ?? '');
    return [
      {
        range: last.places?.[place]?.[index] ?? last.selection,
        element: last.id,
        message: `${quoted(last)} ${words} itself: ${[...turned, last].map((role) => role.title ?? role.name).join(' → ')}. Take one of these links out.`,
        related: turned.slice(1).flatMap((role) => {
          return role.uri === undefined ? [{ message: `${quoted(role)} is on the way back.`, range: role.selection }] : [];
        }),
      },
    ];
  });
}

/** Without those that lead to an end: taken away one after the other, so that long chains cost no more than their length. */
function goingOn(roles: readonly Role[], onwards: (role: Role) => readonly Role[]): Role[] {
  const left = new Map(roles.map((role) => [role, onwards(role).length]));
  const before = new Map<Role, Role[]>();
  for (const role of roles) {
    for (const next of onwards(role)) {
      const known = before.get(next);
      if (known) known.push(role);
      else before.set(next, [role]);
    }
  }
  const open = roles.filter((role) => left.get(role) === 0);
  for (let at = open.pop(); at; at = open.pop()) {
    left.delete(at);
    for (const role of before.get(at) ?? []) {
      const count = (left.get(role) ?? 0) - 1;
      if (left.has(role)) left.set(role, count);
      if (count === 0) open.push(role);
    }
  }
  return roles.filter((role) => left.has(role));
}

/** The shortest way from a role back to itself. */
function wayBack(start: Role, onwards: (role: Role) => readonly Role[]): Role[] | null {
  const before = new Map<Role, Role>();
  const open = [start];
  for (let at = open.shift(); at; at = open.shift()) {
    for (const next of onwards(at)) {
      if (next === start) {
        const way = [at];
        for (let back = before.get(at); back; back = before.get(back)) way.unshift(back);
        return way;
      }
      if (before.has(next)) continue;
      before.set(next, at);
      open.push(next);
    }
  }
  return null;
}
