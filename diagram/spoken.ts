/** What a screen reader says for a box or a line: kind, title, who, limit, what comes next. */
import type { Edge } from '../flow/procedure.js';
import type { Box, BoxKind, Line } from './drawing.js';
import { cleanText } from './measure.js';

const kinds: Record<BoxKind, string> = {
  action: 'Action',
  notify: 'Message',
  page: 'Page',
  decide: 'Decision',
  approve: 'Approval',
  wait: 'Wait',
  parallel: 'At the same time',
  join: 'End of what is done at the same time',
  handoff: 'Hand-off',
  assign: 'Assignment',
  follow: 'Other procedure',
  trigger: 'Trigger',
  level: 'Level',
  resolution: 'Resolution',
  closure: 'Closure',
  procedure: 'Other procedure',
  role: 'Role',
  lane: 'Lane',
};

/** "Action: Reproduce and classify, Customer Success Manager, within 1 h. Next: Can the CSM resolve it?" */
export function spokenBox(titleOf: (id: string) => string, box: Box, exits: readonly Edge[], customer: boolean): string {
  const title = textOf(box, 'title');
  const rest = [textOf(box, 'meta'), textOf(box, 'limit')].filter(Boolean);
  const name = `${customer ? 'Message to the customer side' : kinds[box.kind]}${title ? `: ${title}` : ''}`;
  const next = exits.map((edge) => `${edge.label ? `${cleanText(edge.label)}: ` : ''}${titleOf(edge.to)}`);
  return `${[name, ...rest].join(', ')}.${next.length > 0 ? ` Next: ${next.join('; ')}.` : ''}`;
}

/** "Escalates after 8 business hours: from L1 Frontline to L2 Support." */
export function spokenLine(titleOf: (id: string) => string, line: Line): string {
  const verb =
    line.kind === 'escalate'
      ? 'Escalates'
      : line.kind === 'deescalate'
        ? 'Goes back'
        : line.kind === 'reopen'
          ? 'Reopens'
          : 'Leads';
  if (line.kind === 'reports') return `${titleOf(line.to)} reports to ${titleOf(line.from)}.`;
  const label = line.label ? ` (${cleanText(line.label.text)})` : '';
  return `${verb}${label}: from ${titleOf(line.from)} to ${titleOf(line.to)}.`;
}

function textOf(box: Box, role: 'title' | 'meta' | 'limit'): string {
  return box.text
    .filter((line) => line.role === role)
    .map((line) => line.text)
    .join(' ');
}
