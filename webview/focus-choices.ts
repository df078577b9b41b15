/** What a reader can focus on, as the choices of a list. */
import type { Procedure } from '../flow/procedure.js';
import { flowTitle } from '../flow/titles.js';
import type { Focus } from '../src/preview-messages.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The first means no focus. */
export function focusChoices(procedure: Procedure, focus: Focus | null): Choice[] {
  const used = new Set(
    [
      ...procedure.steps.flatMap((step) => [...step.responsible, ...(step.audience ?? [])]),
      ...procedure.levels.flatMap(({ owners }) => owners),
    ].filter(Boolean),
  );
  const roles = procedure.roles.filter(({ name }) => name !== null && used.has(name));
  const flow = procedure.levels.length > 0;
  return [
    { value: '', label: 'All roles' },
    ...(focus?.kind === 'element'
      ? [{ value: `element:${focus.name}`, label: `Only: ${flowTitle(procedure, focus.name)}` }]
      : []),
    ...roles.map(({ name, title }) => ({ value: `role:${name}`, label: `Role: ${title ?? name}` })),
    ...(flow ? procedure.triggers.map(({ id, title }) => ({ value: `trigger:${id}`, label: `Trigger: ${title ?? id}` })) : []),
    ...(flow
      ? procedure.severities.map(({ name, title }) => ({ value: `severity:${name}`, label: `Severity: ${title ?? name}` }))
      : []),
  ];
}

export function focusOf(value: string): Focus | null {
  const [kind, ...name] = value.split(':');
  if (kind === 'element' || kind === 'role' || kind === 'trigger' || kind === 'severity') return { kind, name: name.join(':') };
  return null;
}
