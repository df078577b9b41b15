/** Long titles in messages: cut in one place, so that rules can quote what they find as it is written. */
import type { Procedure } from '../../flow/procedure.js';
import { allElements } from './own-elements.js';

/** Characters of a title that a message shows. */
export const longestTitle = 80;

const known = new WeakMap<Procedure, readonly string[]>();

/** A message with every title, name and text of the procedure that is longer than that cut, with `…` in the place of the rest. */
export function withShortTitles(message: string, procedure: Procedure): string {
  if (message.length <= longestTitle) return message;
  let long = known.get(procedure);
  if (!long) {
    long = longTexts(procedure);
    known.set(procedure, long);
  }
  return long.reduce((text, title) => text.replaceAll(title, () => cut(title)), message);
}

/** The longest first: one may stand in another. */
function longTexts(procedure: Procedure): readonly string[] {
  const found = new Set<string>();
  const add = (text: string | null | undefined): void => {
    if (text && text.length > longestTitle) found.add(text);
  };
  for (const { element } of allElements(procedure)) {
    add(element.name);
    add(element.title);
    for (const { text } of element.texts ?? []) add(text);
  }
  for (const { name, title } of procedure.procedures) [name, title].forEach(add);
  for (const { values } of procedure.metrics.flatMap(({ type }) => (type.kind === 'choice' ? [type] : []))) {
    for (const { name, title } of values) [name, title].forEach(add);
  }
  add(procedure.variant);
  add(procedure.variantScope?.title);
  return [...found].sort((one, other) => other.length - one.length);
}

function cut(title: string): string {
  const characters = Array.from(title.slice(0, 2 * longestTitle));
  return `${characters
    .slice(0, longestTitle - 1)
    .join('')
    .trimEnd()}…`;
}
