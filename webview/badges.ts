/** A small sign on every element the rules found something about: how many, as grave as the gravest; the words are in its card. */
import type { Drawing } from '../diagram/drawing.js';
import type { PreviewFinding } from '../src/preview-messages.js';
import type { BadgeFigure } from './picture.js';

const circle = 'M0-8A8 8 0 1 1 0 8A8 8 0 1 1 0-8Z';

/** Hints are for the editor only. */
export function badgesOf(drawing: Drawing, findings: readonly PreviewFinding[]): BadgeFigure[] {
  const byElement = new Map<string, PreviewFinding[]>();
  for (const finding of findings) {
    if (finding.element === undefined || finding.level === 'hint') continue;
    byElement.set(finding.element, [...(byElement.get(finding.element) ?? []), finding]);
  }
  return drawing.boxes.flatMap(({ id, x, y, width }): BadgeFigure[] => {
    const found = byElement.get(id);
    if (!found) return [];
    const look = found.some(({ level }) => level === 'error') ? 'badge-error' : 'badge-warning';
    const count = found.length > 9 ? '9+' : String(found.length);
    return [
      {
        id,
        x: x + width - 4,
        y: y + 2,
        width: 16,
        height: 16,
        marks: [
          { kind: 'path', d: circle, look },
          { kind: 'text', x: 0, y: 3.8, text: count, look: 'badge-text', middle: true },
        ],
      },
    ];
  });
}
