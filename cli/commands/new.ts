/** `sop new`: a procedure to begin with, from a template or from the answers everybody would give. */
import { composeProcedure } from '../../language-server/start/compose-procedure.js';
import { newFromTemplate, templateNamed } from '../../language-server/start/new-from-template.js';
import { allTemplates } from '../../language-server/templates/all-templates.js';
import { type Terminal, UsageError } from '../terminal.js';
import { writeNewFile } from '../write-new-file.js';

export interface NewOptions {
  readonly list: boolean;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly today: string | undefined;
}

/** Writes the file, named after its template unless told. */
export async function newFile(name: string | undefined, options: NewOptions, terminal: Terminal): Promise<number> {
  if (options.list) {
    await terminal.print(list());
    return 0;
  }
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const template = name === undefined ? null : templateNamed(name);
  if (typeof template === 'string') throw new UsageError(template);
  const text = template ? newFromTemplate(template, today) : await composeProcedure({}, today);
  const output = options.output ?? `${template?.name ?? 'customer-escalation'}.sop`;
  await writeNewFile(output, text, options.force, terminal);
  if (output !== '-') terminal.complain(`Wrote ${output}. Make it yours, then: sop check ${output}`);
  return 0;
}

function list(): string {
  const widest = Math.max(...allTemplates.map(({ name }) => name.length));
  return allTemplates
    .map(({ name, title, kind, lesson, segments }) => {
      const about = [...(kind === 'library' ? ['library'] : []), ...segments].join(', ');
      const gap = ' '.repeat(widest + 2);
      return `${name.padEnd(widest)}  ${title}${about === '' ? '' : ` (${about})`}\n${gap}${lesson}\n`;
    })
    .join('');
}
