/** The whole picture in a corner, small, with the part in view: there when the picture is larger than the window. */
import type { Box, Drawing } from '../diagram/drawing.js';
import type { Camera } from '../src/preview-messages.js';
import { type Size, visiblePart } from './camera.js';

const room = { width: 150, height: 170 };

export class Minimap {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #drawing: Drawing | null = null;
  #waiting = false;
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  #view: Size = { width: 0, height: 0 };

  /** `goTo` hears of the point of the picture that is to be in the middle. */
  constructor(goTo: (x: number, y: number) => void) {
    this.element = document.createElement('canvas');
    this.element.className = 'minimap';
    this.element.setAttribute('aria-hidden', 'true');
    this.#context = this.element.getContext('2d');
    const go = (event: PointerEvent) => {
      if (!this.#drawing || event.buttons === 0) return;
      const { left, top } = this.element.getBoundingClientRect();
      const scale = this.#scale(this.#drawing);
      goTo((event.clientX - left) / scale, (event.clientY - top) / scale);
      event.stopPropagation();
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener('pointermove', go);
  }

  show(drawing: Drawing | null): void {
    this.#drawing = drawing;
    this.#soon();
  }

  look(camera: Camera, view: Size): void {
    this.#camera = camera;
    this.#view = view;
    this.#soon();
  }

  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw(): void {
    const drawing = this.#drawing;
    const context = this.#context;
    const seen = visiblePart(this.#camera, this.#view);
    const whole =
      !drawing ||
      (seen.x <= 0 && seen.y <= 0 && seen.x + seen.width >= drawing.width && seen.y + seen.height >= drawing.height) ||
      this.#view.width < 420 ||
      this.#view.height < 440;
    this.element.hidden = whole;
    if (whole || !drawing || !context) return;
    const scale = this.#scale(drawing);
    const ratio = window.devicePixelRatio;
    const width = Math.max(24, drawing.width * scale);
    const height = Math.max(24, drawing.height * scale);
    this.element.width = Math.round(width * ratio);
    this.element.height = Math.round(height * ratio);
    this.element.style.width = `${width}px`;
    this.element.style.height = `${height}px`;
    const style = getComputedStyle(this.element);
    context.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
    for (const box of drawing.boxes) this.#box(context, box, style);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.strokeStyle = style.getPropertyValue('--minimap-view');
    context.lineWidth = 1.5;
    context.strokeRect(seen.x * scale, seen.y * scale, seen.width * scale, seen.height * scale);
  }

  #box(context: CanvasRenderingContext2D, { kind, x, y, width, height }: Box, style: CSSStyleDeclaration): void {
    const container = kind === 'level' || kind === 'resolution' || kind === 'closure' || kind === 'lane';
    context.fillStyle = style.getPropertyValue(
      container ? '--minimap-band' : kind === 'notify' ? '--minimap-told' : '--minimap-box',
    );
    context.fillRect(x, y, width, height);
  }

  #scale(drawing: Drawing): number {
    return Math.min(room.width / drawing.width, room.height / drawing.height);
  }
}
