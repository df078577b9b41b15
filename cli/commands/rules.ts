/** `sop rules` and `sop explain`: what is checked, and why. */
import { nearestName } from '../../flow/nearest-name.js';
import { allRules } from '../../language-server/rules/all-rules.js';
import { configCodes, foundationCodes } from '../../language-server/rules/finding.js';
import { rulePage } from '../rule-pages.js';
import { type Terminal, UsageError } from '../terminal.js';

/** Lists all rules with their levels, by family. */
export async function listRules(terminal: Terminal): Promise<number> {
  const widest = Math.max(...allRules.map(({ id }) => id.length));
  let family = '';
  const lines = await Promise.all(
    allRules.map(async ({ id, level }) => ({ id, level, says: firstSentence(await rulePage(id)) })),
  );
  const text = lines.map(({ id, level, says }) => {
    const own = id.split('/')[0] ?? '';
    const gap = family === '' || family === own ? '' : '\n';
    family = own;
    return `${gap}${id.padEnd(widest)}  ${level.padEnd(7)}  ${says}`.trimEnd();
  });
  await terminal.print(`${text.join('\n')}\n`);
  return 0;
}

/** Prints the page of a rule, or of a fault that is none. */
export async function explain(id: string, terminal: Terminal): Promise<number> {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (!rule && !faults.includes(id)) throw new UsageError(unknown(id));
  const page = await rulePage(id);
  await terminal.print(page ?? `# ${id}\n\nLevel: ${rule?.level ?? 'error'}.\n`);
  return 0;
}

/** Always errors, with pages like those of the rules. */
const faults: readonly string[] = [...foundationCodes, ...configCodes];

function unknown(id: string): string {
  const nearest = nearestName(id, [...allRules.map((rule) => rule.id), ...faults]);
  return `There is no rule '${id}'. ${nearest === null ? "'sop rules' lists them all." : `Did you mean '${nearest}'?`}`;
}

/** What a page says first after its title and level. */
function firstSentence(page: string | null): string {
  const paragraphs = page?.split(/\n\s*\n/).slice(1) ?? [];
  const first = paragraphs.find((paragraph) => !/^(?:#|\**Level)/.test(paragraph));
  const text = first?.replace(/\s+/g, ' ').trim() ?? '';
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
