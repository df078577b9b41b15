/** Labels of what leaves a level or a resolution as a whole: escalations at its right, what goes back at its left. */
import { describeCondition } from '../../flow/describe-condition.js';
import type { Edge, Procedure } from '../../flow/procedure.js';
import type { Area, SideLabel } from './area.js';
import { labelContent } from './contents.js';

/** Pixels. */
const room = 150;

/** Adds the label of an edge to its area; null for edges that leave from its bottom. */
export function addSideLabel(procedure: Procedure, edge: Edge, area: Area): SideLabel | null {
  if (edge.from !== area.id) return null;
  const side = edge.kind === 'escalate' ? 'right' : edge.kind === 'deescalate' || edge.kind === 'reopen' ? 'left' : null;
  if (!side) return null;
  const { text, icon } = wordsOf(procedure, edge);
  const label: SideLabel = { edge, content: labelContent(text, room, icon !== undefined), icon, area };
  area[side].push(label);
  return label;
}

/** So that lines nest: what leads farthest leaves outermost. `distance`: how far away its target is. */
export function sortSideLabels(area: Area, distance: (label: SideLabel) => number): void {
  area.right.sort((a, b) => distance(b) - distance(a));
  area.left.sort((a, b) => distance(a) - distance(b));
}

/** What stands at a line that leaves a whole: when it is taken, in the reader's words. */
export function wordsOf(procedure: Procedure, edge: Edge): { text: string; icon?: 'clock' | 'bell' } {
  const level = procedure.levels.find((candidate) => candidate.id === edge.from);
  const own = level?.escalations.find((item) => item.edge === edge.id);
  if (own?.form === 'after') return { text: `After ${own.after?.text ?? ''}`, icon: 'clock' };
  if (own?.form === 'unless') return { text: `Not acknowledged within ${own.after?.text ?? ''}`, icon: 'bell' };
  if (own?.when) return { text: describeCondition(own.when, procedure) };
  const back = level?.deescalations.find((item) => item.edge === edge.id);
  if (back) return { text: describeCondition(back.when, procedure) };
  const endings = [...procedure.resolutions, ...procedure.closures];
  const reopening = endings.flatMap((ending) => ending.reopenings).find((item) => item.edge === edge.id);
  if (reopening) {
    const within = reopening.within ? [`Reopen within ${reopening.within.text}`] : ['Reopen'];
    const when = reopening.when ? [describeCondition(reopening.when, procedure)] : [];
    return { text: [...within, ...when].join(': ') };
  }
  const part = level?.bySeverity.find((candidate) => candidate.escalations.some((item) => item.edge === edge.id));
  const form = part?.escalations.find((item) => item.edge === edge.id)?.form;
  if (form === 'after' && edge.label) return { text: `After ${edge.label.replace(/^after /, '')}`, icon: 'clock' };
  const text = edge.label?.trim() || (edge.kind === 'escalate' ? 'Escalate' : 'Back');
  return form === 'unless' ? { text, icon: 'bell' } : { text };
}
