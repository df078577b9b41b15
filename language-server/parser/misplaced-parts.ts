/** Imports and the header have their place at the top of a file; a variant stands in no other. */
import type { Document } from '../generated/ast.js';
import { beginning, type Fault } from './fault.js';

/** What stands too late in a file, or where it cannot. */
export function misplacedParts({ imports, header, declarations }: Document): Fault[] {
  const faults: Fault[] = [];
  const offset = (node: { $cstNode?: { offset: number } } | undefined) => node?.$cstNode?.offset ?? Number.POSITIVE_INFINITY;
  const first = Math.min(offset(header), offset(declarations[0]));
  for (const each of imports) {
    if (offset(each) > first) {
      faults.push({ message: 'An import stands at the top of the file, before everything else.', range: beginning(each) });
    }
  }
  if (header && offset(header) > offset(declarations[0])) {
    faults.push({
      message: 'The procedure itself comes first, right after the imports, then its declarations.',
      range: beginning(header),
    });
  }
  for (const variant of declarations) {
    if (variant.$type !== 'Variant') continue;
    for (const change of variant.changes) {
      if (change.$type === 'Variant')
        faults.push({ message: 'A variant cannot stand in another variant.', range: beginning(change) });
    }
  }
  return faults;
}
