/** "SOP: Open Preview to the Side". */
import { ViewColumn } from 'vscode';
import { chosenFile } from './chosen-file.js';
import type { Command } from './command.js';

export const openPreviewToSide: Command = {
  id: 'sop.preview.openToSide',
  run: ({ previews }, given) => {
    const file = chosenFile(given);
    if (file) previews.open(file, ViewColumn.Beside);
  },
};
