/** Severities: when they apply, what they promise and to whom. */
import type { Condition, FreeText, Severity, Target } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { startClock } from './clocks.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileTarget } from './compile-target.js';
import { elementOf } from './element.js';
import { Ownership } from './ownership.js';
import { Places } from './places.js';
import type { Chosen, SeverityPart } from './selection.js';
import { keywordRange } from './written.js';

export function compileSeverity(c: Compilation, chosen: Chosen<ast.Severity, SeverityPart>): Severity {
  const clock = startClock(c, c.selection.triggers[0]);
  const ownership = new Ownership();
  const places = new Places();
  const texts: FreeText[] = [];
  const targets: Target[] = [];
  let when: Condition | null = null;
  for (const { node, from } of chosen.parts) {
    switch (node.$type) {
      case 'When':
        when ??= compileCondition(c, node.condition, clock, texts);
        places.add('when', keywordRange(node));
        break;
      case 'Ownership':
        ownership.add(c, node, places);
        break;
      case 'Milestone':
      case 'Cadence': {
        const target = compileTarget(c, { node, from }, clock, places);
        if (target) targets.push(target);
        break;
      }
    }
  }
  const { owner, consulted, informed } = ownership;
  return {
    ...elementOf(c, chosen.node, c.ids.of(chosen.node) ?? chosen.node.name, nodesOf(chosen), texts, chosen.from),
    title: chosen.title ?? null,
    ...places.all,
    when,
    targets,
    owner,
    consulted,
    informed,
  };
}

function nodesOf(chosen: Chosen<ast.Severity, SeverityPart>): readonly SeverityPart[] {
  return chosen.parts.map((part) => part.node);
}
