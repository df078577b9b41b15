/** "SOP: Open Preview". */
import { ViewColumn } from 'vscode';
import { chosenFile } from './chosen-file.js';
import type { Command } from './command.js';

export const openPreview: Command = {
  id: 'sop.preview.open',
  run: ({ previews }, given) => {
    const file = chosenFile(given);
    if (file) previews.open(file, ViewColumn.Active);
  },
};
