/** Where the picture stands: the camera, its gestures, the minimap, and bringing things into view. */
import type { Drawing, Rect } from '../diagram/drawing.js';
import type { Camera } from '../src/preview-messages.js';
import { fitTo, held, moved, opening, type Size, showing, zoomAt } from './camera.js';
import { listenForGestures } from './gestures.js';
import { Minimap } from './minimap.js';

export class Stage {
  readonly element: HTMLElement;
  readonly diagram: HTMLElement;
  readonly #minimap: Minimap;
  readonly #changed: (camera: Camera, byReader: boolean) => void;
  readonly #still = window.matchMedia('(prefers-reduced-motion: reduce)');
  #moving: ReturnType<typeof setTimeout> | undefined;
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  #drawing: Drawing | null = null;
  /** Placed once for this file: no edit places it again. */
  #placed = false;
  /** Where the reader (or the window before a reload) left it: a resized window leaves it there too. */
  #touched = false;

  /** `changed` hears of every move, and whether it was the reader's. */
  constructor(changed: (camera: Camera, byReader: boolean) => void) {
    this.#changed = changed;
    this.element = document.createElement('main');
    this.element.id = 'stage';
    this.element.tabIndex = -1;
    this.diagram = document.createElement('div');
    this.diagram.id = 'diagram';
    this.#minimap = new Minimap((x, y) => this.#centre(x, y));
    this.element.append(this.diagram, this.#minimap.element);
    listenForGestures(this.element, {
      pan: (x, y) => this.#move(moved(this.#camera, { x, y }), true),
      zoom: (factor, at) => this.#move(zoomAt(this.#camera, factor, at), true),
    });
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get camera(): Camera {
    return this.#camera;
  }

  get size(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Another file: the next picture is placed anew, or where it was before the reload. */
  reset(camera: Camera | null): void {
    this.#placed = camera !== null;
    this.#touched = camera !== null;
    if (camera) this.#move(camera, false);
    this.#drawing = null;
  }

  /**
   * A new picture. `anchor` is what should stay where the eye is, before and now. Returns by how much the picture shifts
   * under the eye (picture's pixels).
   */
  take(drawing: Drawing, anchor: { readonly was: Rect; readonly is: Rect } | null): { x: number; y: number } {
    this.#drawing = drawing;
    let shift = { x: 0, y: 0 };
    if (!this.#placed) {
      if (this.size.width > 0 && drawing.boxes.length > 0) {
        this.#placed = true;
        this.#move(opening(drawing, this.size), false);
      }
    } else if (anchor) {
      shift = { x: anchor.is.x - anchor.was.x, y: anchor.is.y - anchor.was.y };
      const { x, y, scale } = this.#camera;
      if (shift.x !== 0 || shift.y !== 0) this.#move({ scale, x: x - shift.x * scale, y: y - shift.y * scale }, false);
    }
    this.#minimap.show(drawing);
    return shift;
  }

  fit(): void {
    if (this.#drawing) this.#move(fitTo(this.#drawing, this.size), true);
  }

  zoom(factor: number): void {
    this.#move(zoomAt(this.#camera, factor, { x: this.size.width / 2, y: this.size.height / 2 }), true);
  }

  toActualSize(): void {
    this.zoom(1 / this.#camera.scale);
  }

  pan(x: number, y: number): void {
    this.#move(moved(this.#camera, { x, y }), true);
  }

  /** Moves only as far as it takes for the rectangle to be in view. */
  reveal(rect: Rect): void {
    const camera = showing(this.#camera, rect, this.size);
    if (camera.x === this.#camera.x && camera.y === this.#camera.y) return;
    const { x, y, scale } = this.#camera;
    this.#touched = true;
    this.#move(camera, false);
    if (this.#still.matches) return;
    const place = (at: Camera) => ({ transform: `translate(${at.x}px, ${at.y}px) scale(${at.scale})` });
    this.diagram.animate([place({ x, y, scale }), place(camera)], { duration: 150, easing: 'ease-out' });
  }

  redrawMinimap(): void {
    this.#minimap.show(this.#drawing);
  }

  #centre(x: number, y: number): void {
    const { scale } = this.#camera;
    this.#move({ scale, x: this.size.width / 2 - x * scale, y: this.size.height / 2 - y * scale }, true);
  }

  #move(camera: Camera, byReader: boolean): void {
    if (byReader) {
      this.#touched = true;
      this.#holdLayer(camera.scale !== this.#camera.scale);
    }
    this.#camera = byReader && this.#drawing ? held(camera, this.#drawing, this.size) : camera;
    const { x, y, scale } = this.#camera;
    this.diagram.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.#minimap.look(this.#camera, this.size);
    this.#changed(this.#camera, byReader);
  }

  /** While the picture is panned it is one painted layer that only moves; at any other time it is painted sharply. */
  #holdLayer(zoomed: boolean): void {
    clearTimeout(this.#moving);
    this.diagram.style.willChange = zoomed ? 'auto' : 'transform';
    if (!zoomed) this.#moving = setTimeout(() => (this.diagram.style.willChange = 'auto'), 250);
  }

  #resized(): void {
    if (!this.#touched && this.#drawing && this.#drawing.boxes.length > 0 && this.size.width > 0) {
      this.#placed = true;
      this.#move(opening(this.#drawing, this.size), false);
    }
    this.#minimap.look(this.#camera, this.size);
  }
}
