/** "SOP: Template Gallery". */
import { showGallery } from '../gallery/gallery-panel.js';
import { emptyTarget } from '../start/open-new.js';
import type { Command } from './command.js';

export const templateGallery: Command = {
  id: 'sop.templateGallery',
  run: ({ previews, server, extensionUri }, given) => showGallery(extensionUri, emptyTarget(given), previews, server),
};
