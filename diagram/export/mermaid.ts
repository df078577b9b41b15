/** The flow as a Mermaid flowchart: triggers, levels as subgraphs, steps, resolutions and closures. */
import type { Edge, Procedure, Step } from '../../flow/procedure.js';
import { procedureTitle, roleTitle, roleTitles, stepTitle } from '../../flow/titles.js';
import type { Exporter } from './exporter.js';

export const mermaidExporter: Exporter = {
  format: 'mermaid',
  title: 'Mermaid',
  extension: 'mmd',
  export: async ({ procedure }) => toMermaid(procedure),
};

/** The procedure as the text of a Mermaid flowchart, ending with a line break. */
export function toMermaid(procedure: Procedure): string {
  const names = new Map<string, string>();
  // Mermaid reads some words (`end`, `default`) and signs as its own, so elements get numbers for names.
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `e${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  const groups = [...procedure.levels, ...procedure.resolutions, ...procedure.closures];
  const entries = new Map(groups.flatMap((group) => (group.entry === null ? [] : [[group.id, group.entry] as const])));
  const endpoint = (id: string): string => nameOf(entries.get(id) ?? id);
  const lines: string[] = [];

  if (procedure.title ?? procedure.name) lines.push('---', `title: ${JSON.stringify(procedure.title ?? procedure.name)}`, '---');
  lines.push('flowchart TD');
  for (const trigger of procedure.triggers)
    lines.push(`  ${nameOf(trigger.id)}([${quoted(`⚡ ${trigger.title ?? trigger.name}`)}])`);
  for (const group of groups) {
    const title = group.title ?? group.name ?? group.id;
    const steps = procedure.steps.filter((step) => step.parent === group.id);
    const ending = procedure.closures.some((closure) => closure.id === group.id);
    if (steps.length === 0) {
      const label = quoted(title);
      lines.push(`  ${nameOf(group.id)}${'rung' in group ? `[${label}]` : ending ? `(((${label})))` : `([${label}])`}`);
      continue;
    }
    const owner = group.owner === null ? '' : ` · ${roleTitle(procedure, group.owner)}`;
    lines.push(`  subgraph ${nameOf(group.id)}[${quoted(title + owner)}]`, '    direction TB');
    for (const step of steps) lines.push(`    ${nameOf(step.id)}${shape(procedure, step)}`);
    lines.push('  end');
  }
  for (const edge of procedure.edges) {
    if (edge.kind === 'convert' && !names.has(edge.to))
      lines.push(`  ${nameOf(edge.to)}[[${quoted(procedureTitle(procedure, edge.to))}]]`);
  }
  for (const edge of procedure.edges) lines.push(`  ${arrow(edge, startOf(edge), endpoint(edge.to))}`);
  return `${lines.join('\n')}\n`;

  /** Escalations leave from the whole level, unless they come back into it: Mermaid can't draw that. */
  function startOf(edge: Edge): string {
    const inside = procedure.steps.find((step) => step.id === edge.to)?.parent === edge.from || edge.to === edge.from;
    return inside ? endpoint(edge.from) : nameOf(edge.from);
  }
}

function arrow(edge: Edge, from: string, to: string): string {
  const dashed = edge.kind === 'escalate' || edge.kind === 'deescalate' || edge.kind === 'reopen' || edge.kind === 'timeout';
  const label =
    edge.label ?? (edge.kind === 'approved' || edge.kind === 'rejected' || edge.kind === 'reopen' ? edge.kind : undefined);
  const line = dashed ? '-.->' : '-->';
  return label ? `${from} ${line}|${quoted(label)}| ${to}` : `${from} ${line} ${to}`;
}

function shape(procedure: Procedure, step: Step): string {
  const label = quoted(stepLabel(procedure, step));
  switch (step.kind) {
    case 'decide':
      return `{${label}}`;
    case 'notify':
      return `>${label}]`;
    case 'approve':
      return `{{${label}}}`;
    case 'wait':
      return `[/${label}\\]`;
    case 'follow':
      return `[[${label}]]`;
    case 'parallel':
    case 'join':
      return `[${label}]`;
    default:
      return `(${label})`;
  }
}

function stepLabel(procedure: Procedure, step: Step): string {
  const who = roleTitles(procedure, step.by);
  return [stepTitle(procedure, step), who, step.within?.text ?? ''].filter((part) => part !== '').join('\n');
}

/** Text as Mermaid shows it: its own signs as character codes, so that nothing in a title is read as syntax or markup. */
function quoted(text: string): string {
  const safe = text.replaceAll(/[#"<>&`;\\{}|[\]()]/g, (sign) => `#${sign.codePointAt(0)};`).replaceAll(/\s*\n\s*/g, '<br/>');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return `"${safe.replaceAll(/[\u0000-\u001f\u007f]/g, ' ')}"`;
}
