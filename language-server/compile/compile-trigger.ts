/** Triggers: what starts the procedure, how severe it is then, and where it starts. */
import type { Condition, Duration, FreeText, Trigger } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { startClock } from './clocks.js';
import { type Compilation, nameOf } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileDuration } from './compile-duration.js';
import { destinationOf } from './destination.js';
import { elementOf, freeText } from './element.js';
import { Places } from './places.js';
import type { Chosen } from './selection.js';
import { arrowRange, keywordRange, referenceRange } from './written.js';

export function compileTrigger(c: Compilation, chosen: Chosen<ast.Trigger, ast.TriggerItem>): Trigger {
  const { node, parts, from } = chosen;
  const id = c.ids.of(node) ?? node.name;
  const clock = startClock(c, chosen);
  const places = new Places();
  const texts: FreeText[] = [];
  const examples: string[] = [];
  const notExamples: string[] = [];
  let condition: Condition | null = null;
  let severity: string | null = null;
  let cooldown: Duration | null = null;
  let jump: ast.Jump | undefined;
  for (const { node: part } of parts) {
    switch (part.$type) {
      case 'When':
        condition ??= compileCondition(c, part.condition, clock, texts);
        places.add('when', keywordRange(part));
        break;
      case 'SetsSeverity':
        severity ??= nameOf(c, part.severity);
        places.addName('severity', part.severity);
        break;
      case 'Cooldown':
        cooldown ??= compileDuration(c, part.span, clock);
        places.add('cooldown', keywordRange(part));
        break;
      case 'Example': {
        (part.negative ? notExamples : examples).push(part.text ?? '');
        const text = freeText('example', part, 'text');
        if (text) texts.push(text);
        break;
      }
      case 'Jump':
        jump ??= part;
        places.add('target', referenceRange(part.target));
        break;
    }
  }
  const destination = destinationOf(c, jump?.target);
  c.edges.add(id, 'trigger', destination, arrowRange(jump?.target));
  const nodes = parts.map((part) => part.node);
  return {
    ...elementOf(c, node, id, nodes, texts, from),
    title: chosen.title ?? null,
    ...places.all,
    condition,
    severity,
    cooldown,
    examples,
    notExamples,
    target: destination?.to ?? null,
  };
}
