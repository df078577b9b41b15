/** The header: what the procedure is, who answers for it, when it applies and what it promises. */
import type { Condition, FreeText, Header, Target } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { startClock } from './clocks.js';
import { type Compilation, namesOf } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { compileDuration } from './compile-duration.js';
import { compileTarget } from './compile-target.js';
import { elementOf, freeText } from './element.js';
import { Ownership } from './ownership.js';
import { Places } from './places.js';
import { referenced, writtenName } from './references.js';
import { keywordRange, propertyRange } from './written.js';

export function compileHeader(c: Compilation, node: ast.Header): Header {
  const properties = node.properties ?? [];
  const clock = startClock(c, c.selection.triggers[0]);
  const ownership = new Ownership();
  const places = new Places();
  const texts: FreeText[] = [];
  const targets: Target[] = [];
  const goals: Condition[] = [];
  const approvals: { by: readonly string[]; on: string | null }[] = [];
  const notFor: { text: string; procedure: string | null; selection: Header['selection'] }[] = [];
  let versionText: Header['versionText'] = null;
  let status: Header['status'] = null;
  let review: Header['review'] = null;
  let appliesWhen: Condition | null = null;
  for (const property of properties) {
    switch (property.$type) {
      case 'Version':
        versionText ??= property.value ?? null;
        places.add('version', keywordRange(property));
        break;
      case 'Status':
        status ??= property.value ?? null;
        places.add('status', keywordRange(property));
        break;
      case 'Approval':
        approvals.push({ by: namesOf(c, property.roles), on: property.date ?? null });
        places.add('approved', keywordRange(property));
        places.addNames('approvedBy', property.roles);
        places.add('approvedOn', propertyRange(property, 'date'));
        break;
      case 'Review': {
        places.add('review', keywordRange(property));
        places.add('reviewLast', propertyRange(property, 'last'));
        const every = compileDuration(c, property.interval, clock);
        if (every) review ??= { every, last: property.last ?? null, selection: keywordRange(property) };
        break;
      }
      case 'Scope':
        appliesWhen ??= compileCondition(c, property.condition, clock, texts);
        places.add('applies', keywordRange(property));
        break;
      case 'NotFor': {
        const procedure = referenced(property.procedure);
        if (procedure) c.vocabulary.useProcedure(procedure);
        const text = freeText('not-for', property, 'text');
        if (text) texts.push(text);
        notFor.push({
          text: property.text ?? '',
          procedure: writtenName(property.procedure) || null,
          selection: keywordRange(property),
        });
        places.addName('notFor', property.procedure);
        break;
      }
      case 'Goal': {
        const goal = compileCondition(c, property.condition, clock, texts);
        if (goal) goals.push(goal);
        places.add('goal', keywordRange(property));
        break;
      }
      case 'Ownership':
        ownership.add(c, property, places);
        break;
      case 'Milestone':
      case 'Cadence': {
        const target = compileTarget(c, { node: property, from: null }, clock, places);
        if (target) targets.push(target);
        break;
      }
    }
  }
  const { owner, consulted, informed } = ownership;
  return {
    ...elementOf(c, node, node.name || 'sop', properties, texts),
    ...places.all,
    versionText,
    status,
    owner,
    approvals,
    review,
    appliesWhen,
    notFor,
    goals,
    consulted,
    informed,
    targets,
  };
}
