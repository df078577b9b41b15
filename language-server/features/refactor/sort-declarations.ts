/** Declarations in the order that people look for them: who, how, when, what is measured, what starts it, the flow. */
import type { AstNode } from 'langium';
import type { Declaration } from '../../generated/ast.js';
import { type Refactoring, type RefactoringPlace, replacement } from './refactoring.js';
import { endWithComment } from './selected.js';

const order = [
  'Team',
  'Role',
  'Channel',
  'Template',
  'Calendar',
  'Source',
  'Metric',
  'Severity',
  'Threshold',
  'Trigger',
  'Level',
  'Resolution',
  'Closure',
  'Deadline',
  'Variant',
];
/** Where the order means nothing, names go by the alphabet. */
const byName = new Set(['Team', 'Role', 'Channel', 'Template', 'Calendar', 'Source', 'Metric', 'Threshold']);

export const sortDeclarations: Refactoring = {
  kind: 'source.sortDeclarations',
  offers: (place) => {
    const { root, text, document } = place;
    // Regions are an order that people made themselves.
    if (root.declarations.length < 2 || /^\s*\/\/\s*#(end)?region\b/m.test(text) || hasErrors(place)) return [];
    const parts = partsOf(place);
    const sorted = parts.toSorted((a, b) => compare(a.node, b.node));
    if (sorted.every((part, i) => part === parts[i])) return [];
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return [];
    const newText = sorted.map((part) => part.text).join('\n\n');
    return [{ title: 'Sort declarations', edits: [replacement(document, first.from, last.to, newText)] }];
  },
};

interface Part {
  readonly node: Declaration;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Each declaration with the comments before it. Those that an empty line parts from the first one stay at the top. */
function partsOf({ root, text }: RefactoringPlace): Part[] {
  const above = [...root.imports, ...(root.header ? [root.header] : [])].map((node) => endWithComment(node, text));
  let at = Math.max(0, ...above);
  return root.declarations.map((node, i) => {
    const offset = node.$cstNode?.offset ?? at;
    const head = i === 0 ? text.slice(at, offset).lastIndexOf('\n\n') : -1;
    const start = head >= 0 ? at + head : at;
    const from = start + (/^\s*/.exec(text.slice(start, offset))?.[0].length ?? 0);
    const to = endWithComment(node, text);
    at = to;
    return { node, from, to, text: text.slice(from, to) };
  });
}

function compare(a: AstNode, b: AstNode): number {
  const byKind = order.indexOf(a.$type) - order.indexOf(b.$type);
  if (byKind !== 0 || !byName.has(a.$type)) return byKind;
  return String(Reflect.get(a, 'name')) < String(Reflect.get(b, 'name')) ? -1 : 1;
}

function hasErrors({ document, root }: RefactoringPlace): boolean {
  const { parserErrors, lexerErrors } = document.parseResult;
  const first = root.declarations[0]?.$cstNode?.offset ?? 0;
  const misplaced = [...root.imports, ...(root.header ? [root.header] : [])].some((node) => (node.$cstNode?.offset ?? 0) > first);
  return parserErrors.length > 0 || lexerErrors.length > 0 || misplaced;
}
