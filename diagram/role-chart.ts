/** The picture of a file without a procedure: its roles and who reports to whom. */
import type { Procedure, Range, Role } from '../flow/procedure.js';
import type { Item } from './arrange/area.js';
import { compose, simplified } from './arrange/compose.js';
import { plainContent } from './arrange/contents.js';
import { rectOf } from './arrange/route.js';
import type { Drawing } from './drawing.js';
import { boxFrom } from './views/box-from.js';
import { lineRequest, looseArea, type Place } from './views/loose-area.js';

/** Columns after which roles that report to nobody start a new row of trees. */
const wide = 5;
const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Boxes have the roles' ids; lines run from whom is reported to. */
export function roleChartOf(procedure: Procedure): Drawing {
  const roles = procedure.roles;
  const names = new Set(roles.map((role) => role.name));
  const placed = new Set<Role>();
  const places: Place[] = [];
  let row = 0;
  let col = 0;
  let lowest = 0;
  const tops = roles.filter((role) => role.reportsTo === null || !names.has(role.reportsTo));
  for (const top of [...tops, ...roles]) {
    if (placed.has(top)) continue;
    if (col >= wide) {
      row = lowest + 1;
      col = 0;
    }
    col += placeTree(top, row, col);
  }
  const area = looseArea(places);
  const items = new Map(area.items.map((item) => [item.id, item]));
  const byName = new Map(roles.map((role) => [role.name, items.get(role.id)]));
  const requests = roles.flatMap((role) => {
    const item = items.get(role.id);
    const boss = role.reportsTo === null ? undefined : byName.get(role.reportsTo);
    if (!item || !boss || item.row <= boss.row) return [];
    const edge = { id: `${role.id} reports`, from: boss.id, to: item.id, kind: 'next', range: nowhere } as const;
    return [lineRequest(edge, boss, item, boss.id)];
  });
  const { geometry, routes } = compose({ rungs: [[area]], requests });
  return {
    version: 1,
    width: geometry.width,
    height: geometry.height,
    boxes: area.items.map((item) => boxFrom(item, rectOf(geometry, item))),
    lines: routes.map(({ request, corners }) => {
      return { id: request.edge.id, from: request.from, to: request.to, kind: 'reports', points: simplified(corners) };
    }),
  };

  /** A role and below it, side by side, who reports to it. Returns the columns it takes. */
  function placeTree(role: Role, top: number, left: number): number {
    placed.add(role);
    lowest = Math.max(lowest, top);
    const team = procedure.teams.find((candidate) => candidate.name === role.team);
    const about = [role.external ? 'outside the company' : '', team ? (team.title ?? team.name ?? '') : (role.team ?? '')];
    const content = plainContent('role', role.title ?? role.name ?? '', about.filter(Boolean).join(' · '));
    places.push({ id: role.id, kind: 'role', step: null, labelOf: null, content, row: top, col: left, span: 1 } satisfies Omit<
      Item,
      'area'
    >);
    let width = 0;
    for (const other of roles) {
      if (other.reportsTo === role.name && !placed.has(other)) width += placeTree(other, top + 1, left + width);
    }
    return Math.max(1, width);
  }
}
