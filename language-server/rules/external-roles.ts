/** Who is outside the company. */
import type { Procedure } from '../../flow/procedure.js';

/** Those of some roles that are external. */
export function externalsAmong(procedure: Procedure, names: readonly string[]): string[] {
  return names.filter((name) => procedure.roles.some((role) => role.name === name && role.external));
}
