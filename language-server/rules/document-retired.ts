/** Nothing should lead to a procedure that is no longer in force. */
import type { Procedure, Range } from '../../flow/procedure.js';
import type { Rule } from './rule.js';

export const documentRetired: Rule = {
  id: 'document/retired',
  level: 'warning',
  check: ({ procedure, report }) => {
    const retired = new Map(
      procedure.procedures.filter(({ status }) => status === 'retired').map((other) => [other.name, other.title ?? other.name]),
    );
    if (retired.size === 0) return;
    for (const { name, range, element } of namings(procedure)) {
      const title = retired.get(name);
      if (title === undefined) continue;
      report({
        range,
        element,
        message: `'${title}' is retired. Lead to the procedure that took its place, or leave this out.`,
      });
    }
  },
};

/** Every place that names another procedure. */
function namings(procedure: Procedure): { name: string; range: Range; element: string }[] {
  const followed = procedure.steps.flatMap((step) =>
    step.procedure === undefined
      ? []
      : [{ name: step.procedure, range: step.places?.procedure?.[0] ?? step.selection, element: step.id }],
  );
  const jumps = procedure.edges
    .filter(({ kind }) => kind === 'convert')
    .map((edge) => ({ name: edge.to, range: edge.range, element: edge.from }));
  const { header } = procedure;
  let place = 0;
  const notFor = (header?.notFor ?? []).flatMap(({ procedure: name, selection }) =>
    name === null ? [] : [{ name, range: header?.places?.notFor?.[place++] ?? selection, element: header?.id ?? '' }],
  );
  return [...notFor, ...jumps, ...followed];
}
