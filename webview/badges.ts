/** A small sign on every element the rules found something about: the gravest of it, its words in the card. */
import type { Drawing } from '../diagram/drawing.js';
import type { PreviewFinding } from '../src/preview-messages.js';
import type { Mark } from './picture.js';

const gravity = ['error', 'warning', 'info', 'hint'] as const;
const size = 18;

export function badgesOf(drawing: Drawing, findings: readonly PreviewFinding[]): Mark[] {
  const gravest = new Map<string, PreviewFinding>();
  for (const finding of findings) {
    if (finding.element === undefined) continue;
    const known = gravest.get(finding.element);
    if (!known || gravity.indexOf(finding.level) < gravity.indexOf(known.level)) gravest.set(finding.element, finding);
  }
  return drawing.boxes.flatMap((box): Mark[] => {
    const finding = gravest.get(box.id);
    if (!finding) return [];
    return [
      {
        id: box.id,
        layer: 'badge',
        className: `badge ${finding.level}`,
        x: box.x + box.width - size + 5,
        y: box.y - size / 2 + 1,
        width: size,
        height: size,
        markup: `<circle cx="9" cy="9" r="8.2"/><path d="${finding.level === 'error' || finding.level === 'warning' ? 'M9 5v5M9 12.9v.1' : 'M9 8.4v4.6M9 5v.1'}"/>`,
      },
    ];
  });
}
