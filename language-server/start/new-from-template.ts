/** A template as somebody's own new file: reviewed today. */
import { nearestName } from '../../flow/nearest-name.js';
import { allTemplates, type Template } from '../templates/all-templates.js';

/** The text to write; `today` is an ISO date. */
export function newFromTemplate({ text }: Template, today: string): string {
  return text.replace(/^( *review every [^\n]*? last )\d{4}-\d{2}-\d{2}/gm, `$1${today}`);
}

/** The template of that name, or a sentence that says which there are. */
export function templateNamed(name: string): Template | string {
  const found = allTemplates.find((template) => template.name === name);
  if (found) return found;
  const names = allTemplates.map((template) => template.name);
  const nearest = nearestName(name, names);
  return `There is no template '${name}'. ${nearest === null ? `There are: ${names.join(', ')}.` : `Did you mean '${nearest}'?`}`;
}
