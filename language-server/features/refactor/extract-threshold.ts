/** A part of a condition becomes a threshold: named once, usable wherever a metric is. */
import { type AstNode, AstUtils } from 'langium';
import { type Condition, type Group, isCondition, isThreshold, isVariant } from '../../generated/ast.js';
import { symbolsOf } from '../../references/symbols.js';
import { type Change, freeName, insertion, type Refactoring, type RefactoringPlace, replacement } from './refactoring.js';
import { around, referredFrom, startWithComments } from './selected.js';

export const extractThreshold: Refactoring = {
  kind: 'refactor.extract',
  offers: (place) => {
    const part = selectedPart(place);
    return part ? [extracted(part, place)] : [];
  },
};

/** Neighbouring operands of one `and` or `or`, or a single condition. */
interface Part {
  readonly conditions: readonly Condition[];
  readonly from: number;
  readonly to: number;
}

function selectedPart(place: RefactoringPlace): Part | undefined {
  const selected = place.text.slice(place.from, place.to);
  const from = place.from + (/^\s*/.exec(selected)?.[0].length ?? 0);
  const to = Math.max(from, place.to - (/\s*$/.exec(selected)?.[0].length ?? 0));
  const condition = around({ ...place, from, to }).find(isCondition);
  if (!condition?.$cstNode) return undefined;
  // What is one threshold by itself has a name already.
  if (isThreshold(condition.$container) && (condition.$type === 'Test' || to - from === 0)) {
    if (condition.$container.condition === condition) return undefined;
  }
  if (condition.$type === 'Test' && !condition.comparison && condition.subject?.ref?.$type === 'Threshold') return undefined;
  if ((condition.$type === 'And' || condition.$type === 'Or') && to > from) {
    const some = condition.operands.filter(({ $cstNode: cst }) => cst && cst.end > from && cst.offset < to);
    const first = some[0]?.$cstNode;
    const last = some.at(-1)?.$cstNode;
    if (first && last && some.length > 1) {
      if (some.length === condition.operands.length && isThreshold(condition.$container)) return undefined;
      return { conditions: some, from: first.offset, to: last.end };
    }
  }
  return { conditions: [condition], from: condition.$cstNode.offset, to: condition.$cstNode.end };
}

function extracted({ conditions, from, to }: Part, { document, root, text }: RefactoringPlace): Change {
  const only = conditions.length === 1 ? conditions[0] : undefined;
  const inner = only?.$type === 'Group' && !only.window ? only.operand.$cstNode : undefined;
  const condition = inner ? inner.text : text.slice(from, to);
  const name = freeName(nameFor(conditions), takenIn(root));
  const declaration = homeOf(conditions);
  const at = startWithComments(declaration, text);
  return {
    title: `Extract to threshold '${name}'`,
    edits: [insertion(document, at, `threshold ${name} when ${condition}\n\n`), replacement(document, from, to, name)],
  };
}

/** The declaration before which the threshold stands: of the file, or of the variant whose names it needs. */
function homeOf(conditions: readonly Condition[]): AstNode {
  const [first] = conditions;
  if (!first) throw new Error('There is no condition.');
  const variant = AstUtils.getContainerOfType(first, isVariant);
  const ofVariant = variant && [...referredFrom(conditions)].some((each) => each.$container === variant);
  let node: AstNode = first;
  while (node.$container && node.$container !== variant && node.$container.$container) node = node.$container;
  return variant && !ofVariant ? variant : node;
}

function takenIn(root: RefactoringPlace['root']): ReadonlySet<string> {
  const { body, variants } = symbolsOf(root);
  const bodies = [body, ...variants.values()];
  return new Set(
    bodies.flatMap(({ names }) => [...(names.get('metric')?.keys() ?? []), ...(names.get('threshold')?.keys() ?? [])]),
  );
}

/** `low-health-score`, `enterprise-segment`, `high-arr-and-churn-threat`. */
function nameFor(conditions: readonly Condition[]): string {
  const names = conditions
    .flatMap((condition) => [condition, ...AstUtils.streamAllContents(condition)])
    .flatMap((node) => (node.$type === 'Test' ? [testName(node as Extract<Condition, { $type: 'Test' }>)] : []));
  const joined = conditions.length > 1 ? conditions[0]?.$container : conditions[0];
  const inner = joined?.$type === 'Group' ? (joined as Group).operand : joined;
  const word = inner?.$type === 'Or' ? 'or' : 'and';
  const distinct = [...new Set(names)].slice(0, 2);
  if (distinct.length > 0) return distinct.join(`-${word}-`);
  const words = /"([^"]*)"/.exec(conditions[0]?.$cstNode?.text ?? '')?.[1] ?? '';
  const slug =
    words
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(0, 4)
      .join('-') ?? '';
  return /^[a-z]/.test(slug) ? slug : 'condition';
}

function testName(test: Extract<Condition, { $type: 'Test' }>): string {
  const subject = test.severity ? 'severity' : (test.subject?.$refText ?? 'value');
  const { comparison } = test;
  switch (comparison?.$type) {
    case 'Order':
      return `${comparison.operator?.startsWith('<') ? 'low' : 'high'}-${subject}`;
    case 'Change':
      return `${comparison.direction === 'drops' ? 'falling' : 'rising'}-${subject}`;
    case 'Is':
      return `${comparison.negated ? 'not-' : ''}${comparison.value?.$refText ?? ''}-${subject}`;
    case undefined:
      return `has-${subject}`;
    default:
      return `some-${subject}`;
  }
}
