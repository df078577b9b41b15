/** The whole picture in a corner, small, with the part in view: there when the picture is larger than the window. */
import type { Drawing } from '../diagram/drawing.js';
import type { Camera } from '../src/preview-messages.js';
import { type Size, visiblePart } from './camera.js';

const room = { width: 150, height: 170 };

export class Minimap {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #drawing: Drawing | null = null;
  #boxes: HTMLCanvasElement | null = null;
  #frame = '';
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
    this.#boxes = null;
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
    const boxes = this.#painted(drawing, scale, ratio);
    const { width, height } = boxes;
    if (this.element.width !== width || this.element.height !== height) {
      this.element.width = width;
      this.element.height = height;
      this.element.style.width = `${width / ratio}px`;
      this.element.style.height = `${height / ratio}px`;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(boxes, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.strokeStyle = this.#frame;
    context.lineWidth = 1.5;
    context.strokeRect(seen.x * scale, seen.y * scale, seen.width * scale, seen.height * scale);
  }

  /** The boxes, painted once for each picture and theme: a move of the camera draws the frame only. */
  #painted(drawing: Drawing, scale: number, ratio: number): HTMLCanvasElement {
    const width = Math.round(Math.max(24, drawing.width * scale) * ratio);
    if (this.#boxes?.width === width) return this.#boxes;
    const boxes = document.createElement('canvas');
    boxes.width = width;
    boxes.height = Math.round(Math.max(24, drawing.height * scale) * ratio);
    this.#boxes = boxes;
    const style = getComputedStyle(this.element);
    const colours = {
      band: style.getPropertyValue('--minimap-band'),
      told: style.getPropertyValue('--minimap-told'),
      box: style.getPropertyValue('--minimap-box'),
    };
    this.#frame = style.getPropertyValue('--minimap-view');
    const context = boxes.getContext('2d');
    context?.setTransform(ratio * scale, 0, 0, ratio * scale, 0, 0);
    for (const { kind, x, y, width: across, height: down } of drawing.boxes) {
      if (!context) break;
      const container = kind === 'level' || kind === 'resolution' || kind === 'closure' || kind === 'lane';
      context.fillStyle = container ? colours.band : kind === 'notify' ? colours.told : colours.box;
      context.fillRect(x, y, across, down);
    }
    return boxes;
  }

  #scale(drawing: Drawing): number {
    return Math.min(room.width / drawing.width, room.height / drawing.height);
  }
}
