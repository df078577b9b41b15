/** What a variant is called, when it holds, and what it changes. */
import type { FreeText, VariantChange, VariantScope } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCondition } from './compile-condition.js';
import { writtenName } from './references.js';
import type { Clock } from './working-hours.js';
import { rangeOf, referenceRange, selectionOf } from './written.js';

export function compileVariantScope(c: Compilation, node: ast.Variant, clock: Clock): VariantScope {
  const texts: FreeText[] = [];
  const when = compileCondition(c, node.condition, clock, texts);
  const changes = (node.changes ?? []).flatMap(changesOf);
  return { title: node.title ?? null, when, range: rangeOf(node), selection: selectionOf(node), changes };
}

/** Each omitted name and each overridden part is a change of its own. */
function changesOf(change: ast.Variant['changes'][number]): VariantChange[] {
  switch (change.$type) {
    case 'Omit':
      return (change.targets ?? []).map((target) => {
        const range = referenceRange(target);
        return { kind: 'omit', of: writtenName(target), range, selection: range };
      });
    case 'LevelOverride': {
      const of = writtenName(change.level);
      return (change.items ?? []).flatMap((item): VariantChange[] =>
        item.$type === 'Insert' ? (item.steps ?? []).map((step) => placed('insert', of, step)) : [placed('override', of, item)],
      );
    }
    case 'TriggerOverride':
      return (change.items ?? []).map((item) => placed('override', writtenName(change.trigger), item));
    case 'SeverityOverride':
      return (change.properties ?? []).map((property) => placed('override', writtenName(change.severity), property));
    case 'ThresholdOverride':
      return [
        {
          kind: 'override',
          of: writtenName(change.threshold),
          range: rangeOf(change),
          selection: referenceRange(change.threshold),
        },
      ];
    default:
      return [placed('declare', change.name ?? '', change)];
  }
}

function placed(kind: VariantChange['kind'], of: string, node: Parameters<typeof rangeOf>[0] & object): VariantChange {
  return { kind, of, range: rangeOf(node), selection: selectionOf(node) };
}
