/** Deadlines: an outside rule's clock, and what meets it. */
import type { Calendar, Condition, Deadline, Duration, FreeText } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { startClock } from './clocks.js';
import { type Compilation, nameOf } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileDuration, compileDurationIn } from './compile-duration.js';
import { destinationOf } from './destination.js';
import { elementOf, freeText } from './element.js';
import { Places } from './places.js';
import { referenced } from './references.js';
import { type Chosen, partsOf } from './selection.js';
import { keywordRange } from './written.js';

/** Undefined for one whose triggers a variant omits all: nothing starts its clock. */
export function compileDeadline(c: Compilation, chosen: Chosen<ast.Deadline, ast.DeadlineItem>): Deadline | undefined {
  const { node, parts, from } = chosen;
  const clock = startClock(c, c.selection.triggers[0]);
  const places = new Places();
  const texts: FreeText[] = [];
  const of: string[] = [];
  const metBy: string[] = [];
  const mustInclude: string[] = [];
  let within: Duration | null = null;
  let calendar: string | null = null;
  let when: Condition | null = null;
  for (const { node: part } of parts) {
    switch (part.$type) {
      case 'DeadlineOf':
        for (const trigger of part.triggers ?? []) {
          const id = c.ids.of(referenced(trigger));
          if (id !== undefined) of.push(id);
        }
        places.addNames('of', part.triggers);
        break;
      case 'DeadlineWithin': {
        const written = referenced(part.calendar);
        const compiled: Calendar | null = written ? c.vocabulary.calendar(c, written) : null;
        calendar ??= nameOf(c, part.calendar);
        within ??= compiled ? compileDurationIn(part.span, compiled) : compileDuration(c, part.span, clock);
        places.add('within', keywordRange(part));
        places.addName('calendar', part.calendar);
        break;
      }
      case 'When':
        when ??= compileCondition(c, part.condition, clock, texts);
        places.add('when', keywordRange(part));
        break;
      case 'DeadlineMet':
        for (const step of part.steps ?? []) {
          const destination = destinationOf(c, step);
          if (destination) metBy.push(destination.to);
        }
        places.addNames('metBy', part.steps);
        break;
      case 'Include': {
        mustInclude.push(part.text ?? '');
        const text = freeText('include', part, 'text');
        if (text) texts.push(text);
        break;
      }
    }
  }
  if (of.length === 0 && c.selection.variant && partsOf(parts, 'DeadlineOf').length > 0) return undefined;
  const nodes = parts.map((part) => part.node);
  return {
    ...elementOf(c, node, c.ids.of(node) ?? node.name, nodes, texts, from),
    ...places.all,
    of,
    within,
    calendar,
    when,
    metBy,
    mustInclude,
  };
}
