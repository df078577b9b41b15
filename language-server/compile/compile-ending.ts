/** Resolutions (what "resolved" means) and closures (the end). */
import type { Condition, Ending, FreeText, Reopening } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { ownersClock } from './clocks.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileReopening } from './compile-escalation.js';
import { destinationOf } from './destination.js';
import type { Destination } from './edges.js';
import { elementOf } from './element.js';
import { Ownership } from './ownership.js';
import { Places } from './places.js';
import { type Chosen, partsOf, stepsAmong } from './selection.js';
import { arrowRange, keywordRange, referenceRange, selectionOf } from './written.js';

export type ChosenEnding = Chosen<ast.Resolution, ast.EndItem> | Chosen<ast.Closure, ast.EndItem>;

export function compileEnding(c: Compilation, chosen: ChosenEnding): Ending {
  const { node, parts, from } = chosen;
  const id = c.ids.of(node) ?? node.name;
  const clock = ownersClock(c.document, parts);
  const ownership = new Ownership();
  const places = new Places();
  const texts: FreeText[] = [];
  const requirements: Condition[] = [];
  const reopenings: Reopening[] = [];
  for (const { node: part } of parts) {
    switch (part.$type) {
      case 'Ownership':
        ownership.add(c, part, places);
        break;
      case 'Requirement': {
        const requirement = compileCondition(c, part.condition, clock, texts);
        if (requirement) requirements.push(requirement);
        places.add('require', keywordRange(part));
        break;
      }
      case 'Reopen':
        reopenings.push(compileReopening(c, part, id, clock, texts));
        places.add('reopen', keywordRange(part));
        break;
      case 'Jump':
        places.add('target', referenceRange(part.target));
        break;
    }
  }
  const after = afterEnding(c, chosen);
  const first = stepsAmong(parts)[0];
  if (!first) c.edges.add(id, 'next', after, endingJump(chosen) ? arrowRange(endingJump(chosen)?.target) : selectionOf(node));
  const { owner, consulted, informed } = ownership;
  const nodes = parts.map((part) => part.node);
  return {
    ...elementOf(c, node, id, nodes, texts, from),
    ...places.all,
    internal: node.$type === 'Resolution' && node.internal,
    requirements,
    reopenings,
    owner,
    consulted,
    informed,
    entry: c.ids.of(first?.node) ?? null,
    target: after?.to ?? null,
  };
}

/** Where a resolution goes after its last step: its own `->`, else the only closure. A closure is the end. */
export function afterEnding(c: Compilation, chosen: ChosenEnding): Destination | null {
  if (chosen.node.$type === 'Closure') return null;
  const jump = endingJump(chosen);
  if (jump) return destinationOf(c, jump.target);
  const [only, ...others] = c.selection.closures;
  const closure = others.length === 0 ? c.ids.of(only?.node) : undefined;
  return closure === undefined ? null : { to: closure, converts: false };
}

/** The `->` that stands alone in a resolution. */
export function endingJump(chosen: ChosenEnding): ast.Jump | undefined {
  if (chosen.node.$type === 'Closure') return undefined;
  return partsOf(chosen.parts, 'Jump')[0]?.node;
}
