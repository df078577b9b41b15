/** What should stay where the eye is when the picture changes. */
import type { Drawing, Rect } from '../diagram/drawing.js';
import type { Camera } from '../src/preview-messages.js';
import type { Size } from './camera.js';

export interface Anchor {
  readonly was: Rect;
  readonly is: Rect;
}

/** The element at the cursor if it is in view, else the box nearest to the middle of the window; null where none stays. */
export function anchorOf(
  before: Drawing | null,
  after: Drawing,
  cursor: string | null,
  { x, y, scale }: Camera,
  view: Size,
): Anchor | null {
  if (!before) return null;
  const now = new Map(after.boxes.map((box) => [box.id, box]));
  let best: Anchor | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const was of before.boxes) {
    const is = now.get(was.id);
    const left = was.x * scale + x;
    const top = was.y * scale + y;
    const seen = left < view.width && left + was.width * scale > 0 && top < view.height && top + was.height * scale > 0;
    if (!is || !seen) continue;
    if (was.id === cursor) return { was, is };
    const away = Math.hypot(left + (was.width * scale) / 2 - view.width / 2, top - view.height / 2);
    if (away < least) {
      least = away;
      best = { was, is };
    }
  }
  return best;
}
