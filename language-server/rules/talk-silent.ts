/** No case may end without anybody outside the company having been told anything. */
import type { Procedure, Trigger } from '../../flow/procedure.js';
import { type SilentWay, silentWay } from '../../flow/silent-way.js';
import { flowTitle } from '../../flow/titles.js';
import { insertBefore, insertInBlock } from './insert-in-block.js';
import type { Fix, Rule, RuleContext } from './rule.js';

export const talkSilent: Rule = {
  id: 'talk/silent',
  level: 'warning',
  check: (context) => {
    const { procedure, report } = context;
    for (const trigger of procedure.triggers) {
      const silent = silentWay(procedure, trigger);
      if (!silent) continue;
      const who = outsider(procedure);
      const fix = fixFor(context, trigger, who.name);
      const end = silent.end.title ?? silent.end.name;
      const severity = procedure.severities.find(({ name }) => name === silent.severity);
      const when = severity ? `In severity '${severity.title ?? severity.name}', a` : 'A';
      report({
        range: trigger.selection,
        element: trigger.id,
        message: `${when} case of '${trigger.title ?? trigger.name}' can end in '${end}' without '${who.title}' being told anything: ${wayInWords(procedure, silent)}. Add a 'notify ${who.name}' on this way, or an 'update ${who.name}' to one of its levels.`,
        related: [{ message: `'${end}' is here.`, range: silent.end.selection }],
        ...(fix ? { fix } : {}),
      });
    }
  },
};

/** Whom the messages of this procedure would go to: an external role of its own, else the library's customer. */
function outsider(procedure: Procedure): { name: string; title: string } {
  const externals = procedure.roles.filter(({ external }) => external);
  const customer = externals.find(({ name }) => name === 'customer') ?? externals[0];
  return { name: customer?.name ?? 'customer', title: customer?.title ?? customer?.name ?? 'Customer' };
}

const shown = 8;

/** The steps of the way and its end; the middle of a long one is left out. */
function wayInWords(procedure: Procedure, { ids, end }: SilentWay): string {
  const stops = ids.filter((id) => {
    const level = procedure.levels.find((candidate) => candidate.id === id);
    const isEnding = [...procedure.resolutions, ...procedure.closures].some((ending) => ending.id === id);
    return !isEnding && (level === undefined || level.entry === null);
  });
  const titles = [...stops.map((id) => flowTitle(procedure, id)), end.title ?? end.name ?? end.id];
  if (titles.length <= shown) return titles.join(' → ');
  return [...titles.slice(0, shown / 2), '…', ...titles.slice(1 - shown / 2)].join(' → ');
}

/** A message at the beginning of where the trigger starts. */
function fixFor({ procedure, textAt }: RuleContext, trigger: Trigger, reader: string): Fix | undefined {
  const channel = procedure.channels.find(({ visibility, name }) => visibility === 'external' && name !== null)?.name;
  const template = procedure.templates.find(({ name }) => name !== null)?.name;
  const how = `${channel ? ` via ${channel}` : ''}${template ? ` using \${2:${template}}` : ''}`;
  const line = `notify ${reader} "\${1:We have your issue and are on it}"${how}`;
  const title = `Tell '${reader}' at the start`;
  const place = [...procedure.levels, ...procedure.resolutions, ...procedure.closures].find(({ id }) => id === trigger.target);
  const first = procedure.steps.find(({ id }) => id === (place?.entry ?? trigger.target));
  if (first) return { title, edits: [insertBefore(first, [line], textAt)] };
  return place ? { title, edits: insertInBlock(place, [line], textAt) } : undefined;
}
