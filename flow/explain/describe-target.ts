/** Promises in words. */

import { describeCondition } from '../describe-condition.js';
import type { Escalation, Procedure, Target } from '../procedure.js';
import { flowTitle, roleTitles } from '../titles.js';

/** "resolve within 8 business hours", "update Customer every 4 h via Email". */
export function describeTarget(procedure: Procedure, target: Target): string {
  if (target.kind !== 'update') return `${target.kind} within ${target.within.text}`;
  const via = target.via.length > 0 ? ` via ${channelTitles(procedure, target.via)}` : '';
  const by = target.by.length > 0 ? ` by ${roleTitles(procedure, target.by)}` : '';
  return `update ${roleTitles(procedure, target.audience)} ${describeCadence(target)}${via}${by}`;
}

/** "every 4 h", "3 times per week", "once within 2 days". */
export function describeCadence(target: Extract<Target, { kind: 'update' }>): string {
  if (target.form === 'times') return `${target.times} times per ${target.per}`;
  return `${target.form === 'once' ? 'once within' : 'every'} ${target.every?.text ?? ''}`;
}

/** "after 8 business hours → L2 Support". */
export function describeEscalation(procedure: Procedure, escalation: Escalation): string {
  const to = escalation.target ? flowTitle(procedure, escalation.target) : '?';
  if (escalation.form === 'after') return `after ${escalation.after?.text ?? ''} → ${to}`;
  if (escalation.form === 'unless') return `unless acknowledged within ${escalation.after?.text ?? ''} → ${to}`;
  return `when ${escalation.when ? describeCondition(escalation.when, procedure) : ''} → ${to}`;
}

/** Titles of channels, with commas. */
export function channelTitles(procedure: Procedure, names: readonly string[]): string {
  return names.map((name) => procedure.channels.find((channel) => channel.name === name)?.title ?? name).join(', ');
}

/** Title of a severity; its name where it has none. */
export function severityTitle(procedure: Procedure, name: string): string {
  return procedure.severities.find((severity) => severity.name === name)?.title ?? name;
}
