/** Where the picture stands in the window: pure arithmetic over offsets (pixels) and scale. */
import type { Rect } from '../diagram/drawing.js';
import type { Camera } from '../src/preview-messages.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const smallest = 0.05;
const largest = 4;
const margin = 24;

/** All of the picture, never larger than life; a tall one fits by its width down to a scale that can be read. */
export function fitTo(picture: Size, view: Size): Camera {
  const across = (view.width - 2 * margin) / Math.max(picture.width, 1);
  const down = (view.height - 2 * margin) / Math.max(picture.height, 1);
  const scale = clamp(Math.min(across, down, 1));
  return {
    scale,
    x: Math.round((view.width - picture.width * scale) / 2),
    y: Math.round(Math.max(margin, (view.height - picture.height * scale) / 2)),
  };
}

/** What a newly opened picture looks like: all of it if it can be read then, else its width from the top. */
export function opening(picture: Size, view: Size): Camera {
  const whole = fitTo(picture, view);
  if (whole.scale >= 0.6) return whole;
  const scale = clamp(Math.min(Math.max((view.width - margin) / Math.max(picture.width, 1), 0.4), 1));
  return { scale, x: Math.round((view.width - picture.width * scale) / 2), y: margin / 2 };
}

/** Scaled by `factor` with the point of the window (pixels) staying where it is. */
export function zoomAt(camera: Camera, factor: number, at: Point): Camera {
  const scale = clamp(camera.scale * factor);
  const ratio = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio };
}

export function moved(camera: Camera, by: Point): Camera {
  return { ...camera, x: camera.x + by.x, y: camera.y + by.y };
}

/** Never so far that nothing of the picture is left in the window. */
export function held(camera: Camera, picture: Size, view: Size): Camera {
  const keep = 60;
  const between = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  return {
    scale: camera.scale,
    x: between(camera.x, keep - picture.width * camera.scale, view.width - keep),
    y: between(camera.y, keep - picture.height * camera.scale, view.height - keep),
  };
}

/** The part of the picture that the window shows, in the picture's pixels. */
export function visiblePart(camera: Camera, view: Size): Rect {
  return {
    x: -camera.x / camera.scale,
    y: -camera.y / camera.scale,
    width: view.width / camera.scale,
    height: view.height / camera.scale,
  };
}

/** Moved just so far that the rectangle is in the window; unchanged where it is already. */
export function showing(camera: Camera, rect: Rect, view: Size): Camera {
  const along = (start: number, length: number, offset: number, room: number) => {
    const from = start * camera.scale + offset;
    const to = from + length * camera.scale;
    if (from >= 0 && to <= room) return offset;
    // Larger than the window: its beginning counts.
    if (to - from > room - 2 * margin || from < 0) return offset + (margin - from);
    return offset - (to - room + margin);
  };
  return {
    scale: camera.scale,
    x: along(rect.x, rect.width, camera.x, view.width),
    y: along(rect.y, rect.height, camera.y, view.height),
  };
}

function clamp(scale: number): number {
  return Math.min(Math.max(scale, smallest), largest);
}
