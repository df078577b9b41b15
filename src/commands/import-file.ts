/** "SOP: Import…": a flowchart, a process or a spreadsheet, from the explorer or a file that is chosen now. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import { importedText } from '../start/imported-text.js';
import { emptyTarget, openNew } from '../start/open-new.js';
import type { Command } from './command.js';

export const importFile: Command = {
  id: 'sop.import',
  run: async ({ previews, server }, [first]) => {
    const target = emptyTarget([]);
    const source = first instanceof Uri ? first : await choose();
    if (!source) return;
    const made = await importedText(source, await server);
    if (made === undefined) return;
    if ('problem' in made) {
      const { message, line } = made.problem;
      const name = source.path.split('/').at(-1) ?? '';
      const show = l10n.t('Show It');
      const chosen = await window.showErrorMessage(
        line === null ? `${name}: ${message}` : l10n.t('{0}, line {1}: {2}', name, line, message),
        show,
      );
      if (chosen === show) await commands.executeCommand('vscode.open', source, { selection: lineOf(line) });
      return;
    }
    await openNew(made.text, target, previews);
    const open = made.text.match(/\/\/ todo/g)?.length ?? 0;
    if (open > 0) void window.showInformationMessage(l10n.t("What could not be known is marked '// todo': {0} times.", open));
  },
};

async function choose(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [chosen] =
    (await window.showOpenDialog({
      title: l10n.t('Import a Procedure'),
      openLabel: l10n.t('Import'),
      ...(folder && { defaultUri: folder }),
      filters: { [l10n.t('Flowcharts, processes, spreadsheets')]: ['mmd', 'mermaid', 'bpmn', 'xml', 'csv', 'tsv'] },
    })) ?? [];
  return chosen;
}

function lineOf(line: number | null): { start: { line: number; character: number }; end: { line: number; character: number } } {
  const at = { line: (line ?? 1) - 1, character: 0 };
  return { start: at, end: at };
}
