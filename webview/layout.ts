/** From a procedure to where everything stands. */
import { arrange } from '../diagram/arrange.js';
import type { Drawing } from '../diagram/drawing.js';
import type { Procedure } from '../flow/procedure.js';

export interface Layout {
  arrange(procedure: Procedure, collapsed: ReadonlySet<string>, expanded: ReadonlySet<string>): Promise<Drawing>;
}

export async function startLayout(_worker: string): Promise<Layout> {
  return { arrange: async (procedure, collapsed, expanded) => arrange(procedure, { collapsed, expanded }) };
}
