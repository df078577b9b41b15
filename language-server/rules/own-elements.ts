/** The elements of a procedure that its own file declares, imported and library ones left out. */
import type { Element, Procedure } from '../../flow/procedure.js';

/** With the kind they are of, as a reader would call it. */
export interface OwnElement {
  readonly kind: string;
  readonly element: Element;
}

/** All of them: the header, the vocabulary, the flow and its steps. */
export function ownElements(procedure: Procedure): OwnElement[] {
  return allElements(procedure).filter(({ element }) => element.uri === undefined);
}

/** The same with imported and library ones. */
export function allElements(procedure: Procedure): OwnElement[] {
  const of = (kind: string, elements: readonly Element[]): OwnElement[] => elements.map((element) => ({ kind, element }));
  return [
    ...of('procedure', procedure.header ? [procedure.header] : []),
    ...of('role', procedure.roles),
    ...of('team', procedure.teams),
    ...of('channel', procedure.channels),
    ...of('template', procedure.templates),
    ...of('calendar', procedure.calendars),
    ...of('source', procedure.sources),
    ...of('metric', procedure.metrics),
    ...of('severity', procedure.severities),
    ...of('threshold', procedure.thresholds),
    ...of('deadline', procedure.deadlines),
    ...of('trigger', procedure.triggers),
    ...of('level', procedure.levels),
    ...of('resolution', procedure.resolutions),
    ...of('closure', procedure.closures),
    ...procedure.steps.filter(({ kind }) => kind !== 'join').map((step) => ({ kind: step.kind, element: step })),
  ];
}
