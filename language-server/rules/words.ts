/** Parts of messages that several rules share: quoted names, lists, counts. */
import type { Element, Procedure, SeverityTargets } from '../../flow/procedure.js';
import { flowTitle } from '../../flow/titles.js';

/** `'Frontline'`: the title, else the name. */
export function quoted(element: Element): string {
  return `'${element.title ?? element.name ?? element.id}'`;
}

/** The same for an id of the flow, or the name of another procedure. */
export function quotedId(procedure: Procedure, id: string): string {
  return `'${flowTitle(procedure, id)}'`;
}

/** `'A', 'B' and 'C'`. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** "For 'Critical' and 'Major', ", in front of what holds for a `for` block; nothing for the level as it is. */
export function forSeverities(procedure: Procedure, block: SeverityTargets | null): string {
  if (!block) return '';
  const titles = block.severities.map((name) => {
    const severity = procedure.severities.find((candidate) => candidate.name === name);
    return severity ? quoted(severity) : `'${name}'`;
  });
  return `For ${listed(titles)}, `;
}
