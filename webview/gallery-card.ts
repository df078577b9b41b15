/** One card of the gallery: the picture of the template, its title, what it teaches, whom it suits. */
import { paint } from '../diagram/paint.js';
import type { GalleryTemplate } from '../src/gallery-messages.js';
import { layOut } from './layout.js';
import { Picture } from './picture.js';

/** The whole card is one button. */
export function cardOf(about: GalleryTemplate, tags: readonly string[], choose: () => void): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'card';
  button.dataset.name = about.name;
  button.addEventListener('click', choose);
  const title = document.createElement('strong');
  title.id = `title-${about.name}`;
  title.textContent = about.title;
  const lesson = document.createElement('span');
  lesson.className = 'lesson';
  lesson.id = `lesson-${about.name}`;
  lesson.textContent = about.lesson;
  const row = document.createElement('span');
  row.className = 'tags';
  for (const tag of tags) {
    const mark = document.createElement('span');
    mark.className = 'tag';
    mark.textContent = tag;
    row.append(mark);
  }
  // Only what says which one it is: the picture would be read aloud step by step.
  button.setAttribute('aria-labelledby', title.id);
  button.setAttribute('aria-describedby', lesson.id);
  button.append(pictureOf(about), title, lesson, row);
  item.append(button);
  return item;
}

function pictureOf({ procedure }: GalleryTemplate): HTMLElement {
  const frame = document.createElement('span');
  frame.className = 'sop-diagram frame';
  frame.inert = true;
  frame.setAttribute('aria-hidden', 'true');
  const drawing = layOut(procedure, { view: 'flow', collapsed: new Set(), expanded: new Set() });
  if (drawing.boxes.length === 0) return frame;
  const painted = paint(drawing, procedure);
  const picture = new Picture(frame);
  picture.show(painted.figures, painted, 1, { x: 0, y: 0 });
  // The frame gives the size; of a tall picture its upper part is shown, large enough to be read.
  const tall = painted.height > painted.width * 0.7;
  frame.classList.toggle('cut', tall);
  picture.svg.removeAttribute('width');
  picture.svg.removeAttribute('height');
  picture.svg.setAttribute('preserveAspectRatio', tall ? 'xMidYMin slice' : 'xMidYMid meet');
  return frame;
}
