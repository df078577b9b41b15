/** What readers call the things that have names. */
import type { AstNode } from 'langium';
import { isStep } from '../generated/ast.js';

/** `level`, `role`, `step`, … */
export function wordFor(node: AstNode): string {
  if (isStep(node)) return 'step';
  if (node.$type === 'Header') return 'procedure';
  if (node.$type === 'Choice') return 'value';
  return node.$type.toLowerCase();
}

/** What would fit where a reference stands, by the type the grammar gives it. */
export function wantedAt(referenceType: string, containerType: string): Wanted {
  if (containerType === 'DeadlineMet' || containerType === 'Insert') return { one: 'step', many: 'steps' };
  return wanted.get(referenceType) ?? { one: 'thing', many: 'names' };
}

export interface Wanted {
  readonly one: string;
  readonly many: string;
}

const wanted: ReadonlyMap<string, Wanted> = new Map([
  ['Team', { one: 'team', many: 'teams' }],
  ['Role', { one: 'role', many: 'roles' }],
  ['Channel', { one: 'channel', many: 'channels' }],
  ['Template', { one: 'template', many: 'templates' }],
  ['Calendar', { one: 'calendar', many: 'calendars' }],
  ['Metric', { one: 'metric', many: 'metrics' }],
  ['Measurable', { one: 'metric or threshold', many: 'metrics and thresholds' }],
  ['Severity', { one: 'severity', many: 'severities' }],
  ['Category', { one: 'severity', many: 'severities' }],
  ['Trigger', { one: 'trigger', many: 'triggers' }],
  ['Threshold', { one: 'threshold', many: 'thresholds' }],
  ['Level', { one: 'level', many: 'levels' }],
  ['Header', { one: 'procedure', many: 'procedures' }],
  ['FlowTarget', { one: 'level or step', many: 'levels and steps' }],
  ['Omittable', { one: 'level, step, trigger, severity or deadline', many: 'names' }],
]);

/** `a`, `b and c`. */
export function listed(names: readonly string[], last = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** `a segment`, `an issue-kind`. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
}
