/** Every command: a new one is its own file and a line here (and one in package.json). */
import type { Command } from './command.js';
import { exportPreview } from './export-preview.js';
import { focusPreview } from './focus-preview.js';
import { importFile } from './import-file.js';
import { newProcedure } from './new-procedure.js';
import { openPreview } from './open-preview.js';
import { openPreviewToSide } from './open-preview-to-side.js';
import { restartServer } from './restart-server.js';
import { showExample } from './show-example.js';
import { showSource } from './show-source.js';
import { templateGallery } from './template-gallery.js';
import { toggleLock } from './toggle-lock.js';

export const allCommands: readonly Command[] = [
  openPreviewToSide,
  openPreview,
  toggleLock,
  showSource,
  exportPreview,
  focusPreview,
  newProcedure,
  templateGallery,
  importFile,
  showExample,
  restartServer,
];
