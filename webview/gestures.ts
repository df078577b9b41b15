/** Wheel, pinch, drag and touch become moves of the camera: the wheel pans, with Ctrl or Cmd (and a pinch) it zooms at the pointer. */

export interface Gestures {
  pan(x: number, y: number): void;
  zoom(factor: number, at: { readonly x: number; readonly y: number }): void;
}

/** A press that moves less than this many pixels is a click. */
const slack = 4;

export function listenForGestures(stage: HTMLElement, to: Gestures): void {
  const placeOf = (event: MouseEvent) => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE
          ? 16
          : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
            ? stage.clientHeight
            : 1;
      if (event.ctrlKey || event.metaKey) {
        // A wheel's notch comes as 100 or so, a pinch in small steps: both end at a pleasant speed.
        const step = Math.max(-60, Math.min(60, event.deltaY * unit));
        to.zoom(Math.exp(-step * 0.006), placeOf(event));
      } else if (event.shiftKey && event.deltaX === 0) {
        to.pan(-event.deltaY * unit, 0);
      } else {
        to.pan(-event.deltaX * unit, -event.deltaY * unit);
      }
    },
    { passive: false },
  );

  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  stage.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button !== 0 && event.button !== 1) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    travelled = 0;
  });
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    const x = event.clientX - before.x;
    const y = event.clientY - before.y;
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (was > 0 && is > 0) to.zoom(is / was, placeOf(event));
      to.pan(x / 2, y / 2);
      travelled = slack + 1;
    } else {
      travelled += Math.abs(x) + Math.abs(y);
      if (travelled <= slack) return;
      // Only now: a pointer that is captured clicks the stage instead of what is under it.
      if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
      stage.classList.add('dragging');
      to.pan(x, y);
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  const release = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) stage.classList.remove('dragging');
  };
  stage.addEventListener('pointerup', release);
  stage.addEventListener('pointercancel', release);
  stage.addEventListener(
    'click',
    (event) => {
      if (travelled <= slack) return;
      event.stopPropagation();
      travelled = 0;
    },
    { capture: true },
  );
}
