/** From a procedure to where everything stands, in the view that is chosen; a file without a procedure shows its roles. */
import { arrange } from '../diagram/arrange.js';
import type { Drawing } from '../diagram/drawing.js';
import { roleChartOf } from '../diagram/role-chart.js';
import { swimlanesOf } from '../diagram/views/swimlanes.js';
import type { Procedure } from '../flow/procedure.js';
import type { ViewName } from '../src/preview-messages.js';

export interface LayoutWish {
  readonly view: ViewName;
  /** Levels of which only the header is shown. */
  readonly collapsed: ReadonlySet<string>;
  /** Levels that are shown however large the procedure is. */
  readonly expanded: ReadonlySet<string>;
}

export function layOut(procedure: Procedure, wish: LayoutWish): Drawing {
  const drawing = drawingOf(procedure, wish);
  // Without anything in it, it has no size.
  return drawing.boxes.length > 0 ? drawing : { ...drawing, width: 0, height: 0 };
}

function drawingOf(procedure: Procedure, { view, collapsed, expanded }: LayoutWish): Drawing {
  if (isLibrary(procedure)) return roleChartOf(procedure);
  if (view === 'swimlanes') return swimlanesOf(procedure);
  return arrange(procedure, { collapsed, expanded });
}

/** Neither a header nor any flow: roles and words for others to import. */
export function isLibrary({ header, levels, triggers, resolutions, closures }: Procedure): boolean {
  return !header && levels.length + triggers.length + resolutions.length + closures.length === 0;
}
