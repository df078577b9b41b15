/** What stays and what fades when the reader asks "what does a CSM do here?" or "what happens at an outage?". */
import type { Procedure, Step } from '../flow/procedure.js';
import { reachedFrom } from '../flow/reach.js';
import type { Focus } from '../src/preview-messages.js';

/** Ids that stay; null without a focus: everything does. */
export function focused(procedure: Procedure, focus: Focus | null): ReadonlySet<string> | null {
  if (!focus) return null;
  if (focus.kind === 'role') return ofRole(procedure, focus.name);
  if (focus.kind === 'trigger') return ofTrigger(procedure, focus.name);
  if (focus.kind === 'severity') return ofSeverity(procedure, focus.name);
  return new Set([focus.name, ...procedure.steps.filter(({ parent }) => parent === focus.name).map(({ id }) => id)]);
}

/** Everything a role does, owns, decides or is told. */
function ofRole(procedure: Procedure, role: string): Set<string> {
  const kept = new Set(procedure.steps.filter((step) => takesPart(step, role)).map(({ id }) => id));
  for (const place of [...procedure.levels, ...procedure.resolutions, ...procedure.closures]) {
    if (place.owner === role || place.consulted.includes(role) || place.informed.includes(role)) kept.add(place.id);
  }
  kept.add(role);
  return kept;
}

function takesPart(step: Step, role: string): boolean {
  return (
    step.responsible.includes(role) ||
    (step.audience?.includes(role) ?? false) ||
    (step.to?.includes(role) ?? false) ||
    step.assigns?.role === role ||
    step.assigns?.holder === role ||
    (step.hops?.some((hop) => hop.roles.includes(role)) ?? false)
  );
}

function ofTrigger(procedure: Procedure, id: string): Set<string> {
  const target = procedure.triggers.find((trigger) => trigger.id === id)?.target;
  return new Set([id, ...(target ? reachedFrom(procedure, [target]) : [])]);
}

/** Triggers of another severity fade with all that only they lead to. */
function ofSeverity(procedure: Procedure, severity: string): Set<string> {
  const starts = procedure.triggers.filter((trigger) => trigger.severity === null || trigger.severity === severity);
  const targets = starts.flatMap(({ target }) => (target ? [target] : []));
  return new Set([...starts.map(({ id }) => id), ...reachedFrom(procedure, targets)]);
}
