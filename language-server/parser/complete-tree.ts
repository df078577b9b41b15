/** Gives the elements of a repaired text what every element has, where it is missing there: readers of the tree rely on it. */
import type { Document, Metric } from '../generated/ast.js';

/** An element without a name gets an empty one, a metric without a kind counts. */
export function completeTree(document: Document): void {
  if (document.header) nameIt(document.header);
  for (const declaration of document.declarations) {
    nameIt(declaration);
    if (declaration.$type === 'Metric') giveKind(declaration);
    if (declaration.$type !== 'Variant') continue;
    for (const change of declaration.changes) {
      if ('name' in change || declared.has(change.$type)) nameIt(change as { name?: string });
      if (change.$type === 'Metric') giveKind(change);
    }
  }
}

const declared: ReadonlySet<string> = new Set([
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
]);

function nameIt(element: { name?: string }): void {
  element.name ??= '';
}

function giveKind(metric: { type?: Metric['type'] }): void {
  metric.type ??= { $type: 'CountType', $container: metric as Metric, $containerProperty: 'type' };
}
