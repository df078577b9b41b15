/** The outline of each kind of box, from its corner: one shape a kind, so that a picture reads without colour. */
import type { BoxKind } from './drawing.js';
import { type IconName, icons } from './icons.js';
import type { LookName } from './style.js';

/** The smallest thing that is drawn: an outline or a line of text. */
export type Mark =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly look: LookName;
      readonly at?: { readonly x: number; readonly y: number };
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly look: LookName;
      readonly middle?: true;
    };

/** Marks of a step, trigger or other procedure. `customer`: it tells somebody outside the company. */
export function shapeOf(kind: BoxKind, width: number, height: number, customer: boolean): Mark[] {
  const look: LookName = customer ? 'box-customer' : 'box';
  const icon = (name: IconName, x = 13, own: LookName = 'icon'): Mark => iconAt(name, x, 11, own);
  switch (kind) {
    case 'trigger':
      return [path(roundRect(width, height, Math.min(height / 2, 26)), 'box-trigger'), iconAt('bolt', 16, 11, 'icon-filled')];
    case 'decide':
      return [path(`M14 0H${width - 14}L${width} ${height / 2}L${width - 14} ${height}H14L0 ${height / 2}Z`, 'box-decision')];
    case 'notify':
      if (!customer) return [path(roundRect(width, height, 3), look), icon('envelope')];
      return [
        path(roundRect(width, height, 3), look),
        iconAt('filledEnvelope', 13, 11, 'icon-body'),
        iconAt('flap', 13, 11, 'icon-customer'),
      ];
    case 'page':
      return [path(roundRect(width, height, 8), look), icon('bell')];
    case 'approve':
      return [path(roundRect(width, height, 3), look), path(`M1.5 ${height - 2}H${width - 1.5}`, 'heavy'), icon('stamp')];
    case 'wait':
      return [path(roundRect(width, height, 8), 'box-waiting'), icon('hourglass')];
    case 'handoff':
      return [
        path(`M3 0H${width - 13}L${width} ${height / 2}L${width - 13} ${height}H3Q0 ${height} 0 ${height - 3}V3Q0 0 3 0Z`, look),
        icon('arrows'),
      ];
    case 'assign':
      return [path(`M3 0H${width - 12}L${width} 12V${height}H3Q0 ${height} 0 ${height - 3}V3Q0 0 3 0Z`, look), icon('person')];
    case 'parallel':
      return [
        path(roundRect(width, height, 2), 'box-bar'),
        path(`M0 1.5H${width}M0 ${height - 1.5}H${width}`, 'heavy'),
        icon('bars'),
      ];
    case 'join':
      return [path(roundRect(width, height, 2), 'bar')];
    case 'lane':
      return [path(roundRect(width, height, 6), 'band'), path(roundRect(width, height, 6), 'band-edge')];
    case 'role':
      return [path(roundRect(width, height, 8), look), icon('person')];
    case 'follow':
    case 'procedure':
      return [
        path(roundRect(width, height, 3), look),
        path(`M6 0V${height}M${width - 6} 0V${height}`, 'rule'),
        icon('arrow', 17),
      ];
    default:
      return [path(roundRect(width, height, 8), look)];
  }
}

/** Marks of a level, resolution or closure: its ground and its header strip. `header`: height of that. */
export function bandOf(kind: 'level' | 'resolution' | 'closure', width: number, height: number, header: number): Mark[] {
  const icon: IconName = kind === 'level' ? 'ladder' : kind === 'resolution' ? 'check' : 'rings';
  const marks = [
    path(roundRect(width, height, 8), 'band'),
    path(
      `M0 ${header}V8Q0 0 8 0H${width - 8}Q${width} 0 ${width} 8V${header}${header >= height ? roundBottom(width, height) : ''}Z`,
      'band-header',
    ),
    path(roundRect(width, height, 8), 'band-edge'),
    iconAt(icon, 15, 12, kind === 'resolution' ? 'icon-done' : 'icon'),
  ];
  if (kind === 'closure') marks.push(path(roundRect(width, height, 8, -4), 'band-edge'));
  return marks;
}

function roundBottom(width: number, height: number): string {
  return `V${height - 8}Q${width} ${height} ${width - 8} ${height}H8Q0 ${height} 0 ${height - 8}`;
}

export function iconAt(name: IconName, x: number, y: number, look: LookName): Mark {
  return { kind: 'path', d: icons[name].path, look, at: { x, y } };
}

export function path(d: string, look: LookName): Mark {
  return { kind: 'path', d, look };
}

/** `inset` below zero: around the box. */
export function roundRect(width: number, height: number, radius: number, inset = 0): string {
  const [l, t, r, b] = [inset, inset, width - inset, height - inset];
  const q = Math.min(radius, (b - t) / 2, (r - l) / 2);
  return `M${l + q} ${t}H${r - q}Q${r} ${t} ${r} ${t + q}V${b - q}Q${r} ${b} ${r - q} ${b}H${l + q}Q${l} ${b} ${l} ${b - q}V${t + q}Q${l} ${t} ${l + q} ${t}Z`;
}
