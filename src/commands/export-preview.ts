/** "SOP: Export…": what the preview shows, in another form; opens the preview first where there is none. */
import { ColorThemeKind, l10n, ViewColumn, window } from 'vscode';
import { exportFile } from '../export/export-file.js';
import { chosenFile } from './chosen-file.js';
import type { Command } from './command.js';

export const exportPreview: Command = {
  id: 'sop.export',
  run: async ({ previews }, given) => {
    const file = given.length > 0 ? chosenFile(given) : (previews.active?.uri ?? chosenFile(given));
    if (!file) {
      void window.showInformationMessage(l10n.t('Open a .sop file to export it.'));
      return;
    }
    const active = previews.active;
    const preview = active?.isOf(file) ? active : previews.open(file, ViewColumn.Beside);
    const { kind } = window.activeColorTheme;
    const theme = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? 'dark' : 'light';
    await exportFile(preview, undefined, theme);
  },
};
